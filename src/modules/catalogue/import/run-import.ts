/** The whole of an import, step by step through the actions: what the command, the seeds and the job of the upload page all run. */
import { createHash } from 'node:crypto'
import type { Perform } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import { judgeImportRows } from '../actions/judge-import-rows.ts'
import { stageImportRows } from '../actions/stage-import-rows.ts'
import { startImport } from '../actions/start-import.ts'
import { type ImportFile, readImportFile } from './read-file.ts'

export interface Progress {
  step: 'stage' | 'judge'
  done: number
  total: number
}

const STAGED_AT_ONCE = 500

export async function stageFile(
  perform: Perform,
  actor: Actor,
  file: { name: string; content: Uint8Array },
  onProgress: (progress: Progress) => void = () => {},
): Promise<{ importId: number; format: ImportFile['format']; rows: number }> {
  const { format, columns, rows } = await readImportFile(file.content, file.name)
  const fileHash = createHash('sha256').update(file.content).digest('hex')
  const { importId } = await perform(actor, startImport, { fileName: file.name, fileHash, format, columns })
  for (let done = 0; done < rows.length; done += STAGED_AT_ONCE) {
    await perform(actor, stageImportRows, { importId, rows: rows.slice(done, done + STAGED_AT_ONCE) })
    onProgress({ step: 'stage', done: Math.min(done + STAGED_AT_ONCE, rows.length), total: rows.length })
  }
  return { importId, format, rows: rows.length }
}

export async function judgeFile(
  perform: Perform,
  actor: Actor,
  importId: number,
  onProgress: (progress: Progress) => void = () => {},
): Promise<void> {
  for (;;) {
    const { done, total, isFinished } = await perform(actor, judgeImportRows, { importId })
    onProgress({ step: 'judge', done, total })
    if (isFinished) return
  }
}
