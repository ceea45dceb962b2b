/**
 * PDF papers, set by Typst in worker threads so that the server goes on answering. Sheets wait in a queue; a worker that dies or takes too long is replaced, and
 * only the sheet it was at is lost, with an error that names its template.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError, defineErrors } from '../errors.ts'
import { builtFolder } from '../project.ts'
import type { Setting, Sheet } from './typst.ts'
import type { Answer, Order } from './worker.ts'

export type { Barcode } from './barcode.ts'
export type { Sheet } from './typst.ts'

export interface Pdf {
  /** @throws AppError `pdf.failed`, with the template's name as parameter and the reason as `cause`. */
  render(template: string, data: unknown, options?: SheetOptions): Promise<Uint8Array>
  /** Refuses what waits, lets nothing new in and ends the threads; one that is inside Typst ends when its sheet is done. */
  close(): Promise<void>
}

export type SheetOptions = Omit<Sheet, 'template' | 'data'>

export interface PdfOptions {
  templateFolder: string
  /** Default: Tinos, which has the measures of Times New Roman and every Vietnamese letter. */
  fontFolder?: string
  /** Threads; each holds about 60 MB. */
  workers?: number
  /** How long one sheet may take, in milliseconds. */
  timeout?: number
}

defineErrors({
  'pdf.failed': {
    status: 500,
    vi: 'Không tạo được bản in ({template}). Dữ liệu hồ sơ không bị ảnh hưởng; hãy thử in lại.',
    en: 'The paper could not be made ({template}). The dossier is not affected; try printing again.',
  },
  'pdf.closed': {
    status: 503,
    vi: 'Hệ thống đang dừng nên chưa in được. Hãy thử lại sau ít phút.',
    en: 'The system is stopping. Try again in a few minutes.',
  },
})

const TIMEOUT = 30_000
const CLOSED = 'closed'

export function createPdf({ templateFolder, fontFolder = tinosFolder(), workers = 1, timeout = TIMEOUT }: PdfOptions): Pdf {
  const setting: Setting = { templateFolder, fontFolder }
  const queue: Waiting[] = []
  const threads = Array.from({ length: workers }, () => createThread(setting, timeout, next))
  let closed = false

  function next(): void {
    for (const thread of threads) {
      if (!thread.isFree()) continue
      const waiting = queue.shift()
      if (!waiting) return
      thread.take(waiting)
    }
  }

  return {
    async render(template, data, options = {}) {
      if (closed) throw failure(template, CLOSED)
      return new Promise((resolve, reject) => {
        queue.push({ sheet: { ...options, template, data }, resolve, reject: (reason) => reject(failure(template, reason)) })
        next()
      })
    },
    async close() {
      closed = true
      for (const waiting of queue.splice(0)) waiting.reject(CLOSED)
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

interface Waiting {
  sheet: Sheet
  resolve(pdf: Uint8Array): void
  reject(reason: string): void
}

/** One thread, started at its first sheet and again whenever it is gone. */
function createThread(setting: Setting, timeout: number, whenFree: () => void) {
  let worker: Worker | undefined
  let current: (Waiting & { number: number; timer: NodeJS.Timeout }) | undefined
  let count = 0

  function finish(settle: (waiting: Waiting) => void): void {
    const waiting = current
    if (!waiting) return
    clearTimeout(waiting.timer)
    current = undefined
    settle(waiting)
    worker?.unref()
    whenFree()
  }

  function lose(lost: Worker, reason: string): void {
    if (worker !== lost) return
    worker = undefined
    void lost.terminate()
    finish((waiting) => waiting.reject(reason))
  }

  function start(): Worker {
    const started = new Worker(workerFile(), { workerData: setting })
    started.on('message', (answer: Answer) => {
      if (answer.number !== current?.number) return
      finish((waiting) => ('pdf' in answer ? waiting.resolve(answer.pdf) : waiting.reject(answer.error)))
    })
    started.on('error', (error) => lose(started, error instanceof Error ? error.message : String(error)))
    started.on('exit', (code) => lose(started, `the worker ended with code ${code}`))
    return started
  }

  return {
    isFree: () => current === undefined,
    take(waiting: Waiting) {
      worker ??= start()
      const taken = worker
      // A thread without work does not keep the program alive, one at work does.
      taken.ref()
      const number = ++count
      current = { ...waiting, number, timer: setTimeout(() => lose(taken, `took longer than ${timeout} ms`), timeout) }
      try {
        taken.postMessage({ number, sheet: waiting.sheet } satisfies Order)
      } catch (error) {
        finish(() => waiting.reject(String(error)))
      }
    },
    async end() {
      const ending = worker
      worker = undefined
      await ending?.terminate()
      finish((waiting) => waiting.reject(CLOSED))
    },
  }
}

function failure(template: string, reason: string): AppError {
  const error = new AppError(reason === CLOSED ? 'pdf.closed' : 'pdf.failed', { parameters: { template } })
  error.cause = new Error(`${template}: ${reason}`)
  return error
}

/** From source `worker.ts` (Node strips its types), beside the bundle `pdf-worker.js`. */
const workerFile = (): string =>
  import.meta.filename.endsWith('.ts') ? join(import.meta.dirname, 'worker.ts') : join(builtFolder, 'pdf-worker.js')

const tinosFolder = (): string => dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
