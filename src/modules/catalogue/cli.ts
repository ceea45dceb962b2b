/** `import-catalogue FILE`: reads a catalogue, tells row by row what it made of it, and publishes what is beyond doubt. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Perform } from '#platform/action.ts'
import { systemActor } from '#platform/actor.ts'
import type { Database } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import { mapImport } from './actions/map-import.ts'
import { publishImport } from './actions/publish-import.ts'
import { findingSentence, severityOf } from './import/findings.ts'
import { judgeFile, type Progress, stageFile } from './import/run-import.ts'
import { getImport, type ImportRow, importRows } from './queries/imports.ts'

export interface ImportContext {
  database: Database
  perform: Perform
}

export interface ImportIo {
  /** One line of the answer. */
  write(line: string): void
  /** Progress and warnings, kept apart from the answer. */
  writeError(line: string): void
  /** Shows how far the work is; absent where nobody looks. */
  progress?(label: string, done: number, total: number): void
}

export const IMPORT_CATALOGUE_USAGE = `import-catalogue TỆP [--draft] [--in-force] [--json] [--all]
  TỆP         danh mục thủ tục: .json, .json.gz, .csv (UTF-8) hoặc .xlsx
  --draft     chỉ lưu bản nháp, chưa công khai dòng nào
  --in-force  bảng không có cột trạng thái: coi mọi dòng là đang có hiệu lực
  --all       in cả những dòng không thay đổi
  --json      in kết quả dạng JSON, mỗi dòng của tệp một phần tử`

const WORDS = { new: 'mới', changed: 'thay đổi', same: 'không đổi', suspicious: 'đáng ngờ', refused: 'từ chối' } as const
const FLAGS = ['--draft', '--in-force', '--json', '--all']
const PAGE = 500

/** Returns the exit code: 0 when every row was read, 1 when rows were refused, 2 when the command or the file is wrong. */
export async function runImportCatalogue(args: string[], { database, perform }: ImportContext, io: ImportIo): Promise<number> {
  const [path, ...more] = args.filter((arg) => !arg.startsWith('--'))
  if (!path || more.length > 0 || args.some((arg) => arg.startsWith('--') && !FLAGS.includes(arg))) {
    io.writeError(IMPORT_CATALOGUE_USAGE)
    return 2
  }
  const content = await readFile(path).catch(() => undefined)
  if (!content) {
    io.writeError(`Không đọc được tệp ${path}.`)
    return 2
  }
  try {
    const importId = await importContent({ content, name: basename(path) }, args, { database, perform }, io)
    return await report(importId, args, database, io)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    io.writeError(error.sentence('vi'))
    return 2
  }
}

async function importContent(
  file: { content: Uint8Array; name: string },
  args: string[],
  { database, perform }: ImportContext,
  io: ImportIo,
): Promise<number> {
  const actor = systemActor('import-catalogue')
  const show = ({ step, done, total }: Progress) => io.progress?.(step === 'stage' ? 'Đọc tệp' : 'Xét từng dòng', done, total)
  const { importId, format } = await stageFile(perform, actor, file, show)
  if (format !== 'json') {
    const { mapping } = await getImport(database, importId)
    for (const [column, target] of Object.entries(mapping.columns)) io.writeError(`  cột “${column}” → ${target}`)
    await perform(actor, mapImport, { importId, columns: mapping.columns, standing: args.includes('--in-force') ? 'in_force' : 'unknown' })
  }
  await judgeFile(perform, actor, importId, show)
  if (!args.includes('--draft')) await perform(actor, publishImport, { importId })
  return importId
}

async function report(importId: number, args: string[], database: Database, io: ImportIo): Promise<number> {
  const summary = await getImport(database, importId)
  const rows: ImportRow[] = []
  for (let offset = 0; offset < summary.rowCount; offset += PAGE)
    rows.push(...(await importRows(database, importId, { limit: PAGE, offset })))
  if (args.includes('--json')) {
    const told = rows.map(({ number, code, name, verdict, effect, changedParts, findings }) => ({
      row: number,
      code,
      name,
      verdict,
      effect,
      changed: changedParts,
      findings: findings.map((finding) => ({ ...finding, severity: severityOf(finding), sentence: findingSentence(finding) })),
    }))
    io.write(JSON.stringify({ importId, file: summary.fileName, rows: summary.rowCount, counts: summary.counts, report: told }))
  } else {
    for (const row of rows) if (args.includes('--all') || row.verdict !== 'same') for (const line of rowLines(row)) io.write(line)
    const counts = Object.entries(WORDS).map(([verdict, word]) => `${summary.counts[verdict as keyof typeof WORDS]} ${word}`)
    io.write(`${summary.rowCount} dòng: ${counts.join(', ')}.`)
    if (summary.unpublished > 0) io.write(`${summary.unpublished} bản nháp chưa công khai.`)
    if (summary.undecided > 0)
      io.write(`${summary.undecided} dòng đáng ngờ được giữ ở bản nháp, chờ người có quyền quyết định (lần nhập số ${importId}).`)
  }
  return summary.counts.refused > 0 ? 1 : 0
}

function rowLines(row: ImportRow): string[] {
  const changed = row.changedParts.length > 0 ? ` [${row.changedParts.join(', ')}]` : ''
  const about = row.findings.filter((finding) => severityOf(finding) !== 'note')
  return [
    `${row.number}\t${WORDS[row.verdict]}\t${row.code ?? '–'}\t${row.name ?? '–'}${changed}`,
    ...about.map((finding) => `\t${findingSentence(finding)}`),
  ]
}
