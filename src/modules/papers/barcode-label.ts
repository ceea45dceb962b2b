/** Nhãn mã vạch for the outside of a dossier: Code 128 and QR (domain.md §4.7). It names no person: a label is read by whoever passes the shelf. */
import { formatMoment } from '#platform/text/dates.ts'
import { type PaperHead, type PaperSheet, printedHead } from './sheet.ts'

export interface BarcodeLabelData extends PaperHead {
  dossierCode: string
  procedureName: string
  settlingOffice: string
  receivedAt?: Date
  dueAt?: Date
  lookupUrl: string
}

export const barcodeLabelPaper = (label: BarcodeLabelData): PaperSheet => ({
  form: 'BARCODE_LABEL',
  template: 'barcode-label.typ',
  data: {
    ...printedHead('BARCODE_LABEL', label),
    code: label.dossierCode,
    procedureName: label.procedureName,
    settlingOffice: label.settlingOffice,
    receivedAt: label.receivedAt ? formatMoment(label.receivedAt) : null,
    dueAt: label.dueAt ? formatMoment(label.dueAt) : null,
  },
  barcodes: { code: { kind: 'code128', text: label.dossierCode }, lookup: { kind: 'qr', text: label.lookupUrl } },
})
