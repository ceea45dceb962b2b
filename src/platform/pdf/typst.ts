/**
 * Sets one paper: a Typst template of the folder, data as JSON, barcodes as pictures. Synchronous and single-threaded; `createPdf` runs it in a worker.
 * What people typed reaches the template only as JSON values, which Typst prints literally: there is no way from data to markup.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Barcode, barcodeSvg } from './barcode.ts'
import { readCoverage } from './glyphs.ts'
import { createPrintable } from './printable.ts'

export interface Setting {
  templateFolder: string
  /** A folder with the TrueType files of one family; nothing else is drawn with. */
  fontFolder: string
}

export interface Sheet {
  /** File name within the folder, `receipt.typ`. The template reads `json(bytes(sys.inputs.data))`. */
  template: string
  data: unknown
  /** Picture name → barcode; the template shows `image("/barcodes/<name>.svg", alt: …)`. */
  barcodes?: Record<string, Barcode>
  /** PDF/A-2a (archival, tagged) unless said otherwise. */
  standard?: 'a-2a' | '1.7'
  /** Creation time written into the file; the same sheet at the same time gives the same bytes. */
  createdAt?: Date
}

export type Typesetter = (sheet: Sheet) => Uint8Array

/** Results unused for this many papers leave Typst's cache, which would otherwise grow with every paper. */
const CACHE_AGE = 10

export function createTypesetter({ templateFolder, fontFolder }: Setting): Typesetter {
  const fonts = readFonts(fontFolder)
  const compiler = NodeCompiler.create({ workspace: templateFolder, fontArgs: [{ fontBlobs: fonts }] })
  const printable = createPrintable(fonts.map(readCoverage))
  return ({ template, data, barcodes = {}, standard = 'a-2a', createdAt }) => {
    const pictures = Object.entries(barcodes).map(([name, barcode]) => ({
      path: join(templateFolder, 'barcodes', `${name}.svg`),
      svg: barcodeSvg(barcode),
    }))
    try {
      for (const { path, svg } of pictures) compiler.mapShadow(path, Buffer.from(svg))
      const compiled = compiler.compile({
        mainFilePath: join(templateFolder, template),
        inputs: { data: JSON.stringify(data, (_key, value: unknown) => (typeof value === 'string' ? printable(value) : value)) },
      })
      if (!compiled.result) throw new Error(explain(compiler, compiled))
      return compiler.pdf(compiled.result, {
        pdfStandard: standard,
        creationTimestamp: createdAt && Math.floor(createdAt.getTime() / 1_000),
      })
    } finally {
      for (const { path } of pictures) compiler.unmapShadow(path)
      compiler.evictCache(CACHE_AGE)
    }
  }
}

function readFonts(folder: string): Buffer[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ttf'))
  if (files.length === 0) throw new Error(`no TrueType fonts in ${folder}`)
  return files.sort().map((name) => readFileSync(join(folder, name)))
}

function explain(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeDiagnostics()
  const messages = error ? compiler.fetchDiagnostics(error).map((diagnostic: { message?: string }) => diagnostic.message) : []
  return messages.filter(Boolean).join('; ') || 'the template could not be set'
}
