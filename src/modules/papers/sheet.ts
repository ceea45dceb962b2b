/** What every paper has: who issues it, its number, place and date, and how it becomes a sheet that can be printed, kept and printed again. */
import type { Barcode, Pdf } from '#platform/pdf/index.ts'
import { legalDate } from './legal-time.ts'

/** TT 03/2025/TT-VPCP, appendix I; the slips and reports without a number there keep their own names. */
export type PaperForm = 'RECEIPT_APPOINTMENT' | 'PROCESS_CONTROL_SLIP' | 'DOSSIER_REGISTER' | 'RETURN_SLIP' | 'REPORT_II_06A'

/** The set of forms in force; a paper keeps the set it was issued under. */
export const FORM_SET = 'TT-03-2025'

export interface PaperOffice {
  /** Cơ quan chủ quản, as on the letterhead: `ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ`. */
  parent: string
  /** Full name in normal letters: `Trung tâm Phục vụ hành chính công tỉnh Quảng Trị`. */
  name: string
  /** A centre signs its papers TTPVHCC, a reception unit BPTNTKQ. */
  kind: 'centre' | 'reception-unit'
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

/** `12/PKS-TTPVHCC`: the number, the form's own letters if it has some, the office. */
export function paperSymbol(form: PaperForm, office: PaperOffice['kind']): string {
  const letters = FORM_LETTERS[form]
  return `${letters ? `${letters}-` : ''}${office === 'centre' ? 'TTPVHCC' : 'BPTNTKQ'}`
}

const FORM_LETTERS: Partial<Record<PaperForm, string>> = {
  PROCESS_CONTROL_SLIP: 'PKS',
  DOSSIER_REGISTER: 'STD',
  RETURN_SLIP: 'PTKQ',
}

/** The head as the template wants it. */
export const printedHead = (form: PaperForm, { office, number, issuedAt }: PaperHead) => ({
  parent: office.parent.toLocaleUpperCase('vi'),
  office: office.name.toLocaleUpperCase('vi'),
  number: `${number}/${paperSymbol(form, office.kind)}`,
  placeAndDate: `${office.place}, ${legalDate(issuedAt)}`,
})

/** The same facts, marked on every page as the n-th reprint. */
export const reprinted = (sheet: PaperSheet, times: number): PaperSheet => ({
  ...sheet,
  data: { ...sheet.data, reprint: `BẢN IN LẠI LẦN ${times}` },
})

/** The paper as PDF/A-2a. */
export const printPaper = (pdf: Pdf, { template, data, barcodes }: PaperSheet, createdAt: Date): Promise<Uint8Array> =>
  pdf.render(template, data, { barcodes, createdAt })
