/** A Word document as PDF/A-2a: the same text in the same layout, set by Typst. */
import type { WordText } from '#modules/documents/index.ts'
import type { Pdf } from '#platform/pdf/index.ts'

export interface PrintedWordText {
  /** Name of the document, written into the file. */
  title: string
  text: WordText
  /** Stands on every page, `DỰ THẢO`. */
  mark?: string
}

export const printWordText = (pdf: Pdf, { title, text, mark }: PrintedWordText, createdAt: Date): Promise<Uint8Array> =>
  pdf.render('word-text.typ', { ...text, title, mark: mark ?? null }, { createdAt })
