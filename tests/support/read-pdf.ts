/** Reads a PDF with PDFium and barcodes with ZXing: readers that share nothing with what made them. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export interface ReadPage {
  text: string
  /** Millimetres, rounded. */
  width: number
  height: number
}

const MM_PER_POINT = 25.4 / 72
/** 200 dots per inch, as a cheap office scanner gives. */
const SCALE = 200 / 72

export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  return withDocument(bytes, async (document) =>
    [...document.pages()].map((page) => {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      return {
        text: page.getText().replace(/\r\n/g, '\n'),
        width: Math.round(originalWidth * MM_PER_POINT),
        height: Math.round(originalHeight * MM_PER_POINT),
      }
    }),
  )
}

/** Symbols of a page, by format: `Code128`, `QRCode`. */
export async function readPageBarcodes(bytes: Uint8Array, pageIndex = 0): Promise<Map<string, string>> {
  await zxing()
  return withDocument(bytes, async (document) => {
    const { data, width, height } = await document.getPage(pageIndex).render({ scale: SCALE, render: 'bitmap' })
    const found = await readBarcodes({ data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as ImageData, {
      formats: ['Code128', 'QRCode'],
      tryHarder: true,
    })
    return new Map(found.map(({ format, text }) => [format, text]))
  })
}

/** The box around everything printed on a page, in millimetres from its top left corner. */
export async function inkBox(bytes: Uint8Array, pageIndex = 0): Promise<{ left: number; top: number; right: number; bottom: number }> {
  return withDocument(bytes, async (document) => {
    const { data, width, height } = await document.getPage(pageIndex).render({ scale: SCALE, render: 'bitmap' })
    const box = { left: width, top: height, right: 0, bottom: 0 }
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        if ((data[(y * width + x) * 4 + 1] ?? 255) > 128) continue
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x + 1)
        box.top = Math.min(box.top, y)
        box.bottom = Math.max(box.bottom, y + 1)
      }
    const mm = (pixels: number) => (pixels / SCALE) * MM_PER_POINT
    return { left: mm(box.left), top: mm(box.top), right: mm(box.right), bottom: mm(box.bottom) }
  })
}

type Document = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>

async function withDocument<Result>(bytes: Uint8Array, read: (document: Document) => Promise<Result>): Promise<Result> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    try {
      return await read(document)
    } finally {
      document.destroy()
    }
  } finally {
    library.destroy()
  }
}

/** ZXing would fetch its WebAssembly from the net; it gets the file of the package. */
async function zxing(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
}
