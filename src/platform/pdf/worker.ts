/** The worker thread of `createPdf`: one sheet after the other, answers by number. In production esbuild makes it `dist/pdf-worker.js`. */
import { parentPort, workerData } from 'node:worker_threads'
import { createTypesetter, type Setting, type Sheet } from './typst.ts'

export interface Order {
  number: number
  sheet: Sheet
}

export type Answer = { number: number; pdf: Uint8Array<ArrayBuffer> } | { number: number; error: string }

const typeset = createTypesetter(workerData as Setting)

parentPort?.on('message', ({ number, sheet }: Order) => {
  try {
    // Copied, because the memory of a native buffer cannot be handed to another thread.
    const pdf = new Uint8Array(typeset(sheet))
    parentPort?.postMessage({ number, pdf } satisfies Answer, [pdf.buffer])
  } catch (error) {
    parentPort?.postMessage({ number, error: error instanceof Error ? error.message : String(error) } satisfies Answer)
  }
})
