/** The two files of a result: the filled Word document, and its text set as PDF/A. */
import { type FieldValues, fillTemplate, readWordText, registerDocument } from '#modules/documents/index.ts'
import { printWordText } from '#modules/papers/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Transaction } from '#platform/database.ts'
import type { FileStore } from '#platform/files/index.ts'
import type { Pdf } from '#platform/pdf/index.ts'
import type { ResultTemplate } from './queries/result-templates.ts'

/** What makes documents; actions get it from whoever wires them. */
export interface Press {
  files: FileStore
  pdf: Pdf
}

export interface Rendered {
  word: Uint8Array
  pdf: Uint8Array
}

export interface Rendering {
  template: Pick<ResultTemplate, 'hash'>
  data: FieldValues
  /** Title of the PDF. */
  name: string
  isDraft: boolean
  now: Date
}

/** @throws AppError `documents.template-missing-fields`, `documents.template-unprintable`, `pdf.failed` */
export async function renderResult({ files, pdf }: Press, { template, data, name, isDraft, now }: Rendering): Promise<Rendered> {
  const word = await fillTemplate(await files.read(template.hash), data)
  const text = await readWordText(word)
  return { word, pdf: await printWordText(pdf, { title: name, text, mark: isDraft ? 'DỰ THẢO' : undefined }, now) }
}

/** Both files in the store and registered under the name. */
export async function keepResult(
  tx: Transaction,
  { files }: Press,
  { rendered, name, actor, now }: { rendered: Rendered; name: string; actor: Actor; now: Date },
): Promise<{ wordDocumentId: number; pdfDocumentId: number }> {
  const keep = async (content: Uint8Array, type: 'docx' | 'pdf') => {
    const file = await files.put(content, { accept: [type] })
    return registerDocument(tx, { file, name: `${fileName(name)}.${type}`, origin: 'template', actor, now })
  }
  return { wordDocumentId: await keep(rendered.word, 'docx'), pdfDocumentId: await keep(rendered.pdf, 'pdf') }
}

/** `145-GP-SVHTTDL Giấy phép` */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').slice(0, 200)
