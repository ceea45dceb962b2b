/** What every paper has: who issues it, its number, place and date, and how it becomes a sheet that can be printed, kept and printed again. */
import type { Barcode, Pdf } from '#platform/pdf/index.ts'
import { formNumber, formSetOn, officialName, type PaperForm, paperSize, paperSymbol, type SigningOffice } from './form-set.ts'
import { legalDate } from './legal-time.ts'

export interface PaperOffice extends SigningOffice {
  /** Cơ quan chủ quản, as on the letterhead: `ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ`. */
  parent: string
  /** Full name in normal letters: `Trung tâm Phục vụ hành chính công tỉnh Quảng Trị`. */
  name: string
  /** Địa danh: `Quảng Trị`. */
  place: string
}

/** What the head of each paper needs. */
export interface PaperHead {
  office: PaperOffice
  number: number
  issuedAt: Date
}

/** A paper ready for the printer. Plain JSON: it is kept with the paper, so that a reprint shows the facts of the day it was issued. */
export interface PaperSheet {
  form: PaperForm
  template: string
  data: Record<string, unknown>
  barcodes: Record<string, Barcode>
}

/** The head as the template wants it, in the form of the day of issue. */
export function printedHead(form: PaperForm, { office, number, issuedAt }: PaperHead) {
  const set = formSetOn(issuedAt)
  return {
    title: officialName(form, set),
    formNumber: formNumber(form, set) ?? null,
    size: paperSize(form, set),
    parent: office.parent.toLocaleUpperCase('vi'),
    office: office.name.toLocaleUpperCase('vi'),
    number: `${number}/${paperSymbol(form, office, set)}`,
    placeAndDate: `${office.place}, ${legalDate(issuedAt)}`,
  }
}

/** The same facts, marked on every page as the n-th reprint. */
export const reprinted = (sheet: PaperSheet, times: number): PaperSheet => ({
  ...sheet,
  data: { ...sheet.data, reprint: `BẢN IN LẠI LẦN ${times}` },
})

/** The paper as PDF/A-2a. */
export const printPaper = (pdf: Pdf, { template, data, barcodes }: PaperSheet, createdAt: Date): Promise<Uint8Array> =>
  pdf.render(template, data, { barcodes, createdAt })
