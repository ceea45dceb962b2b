/**
 * Bìa hồ sơ and Mục lục văn bản, tài liệu for handing a finished dossier to the archive (Luật Lưu trữ 33/2024/QH15; the places on the cover are those in use since TCVN
 * 9251:2012, whose successor nobody here has read). What the archive itself gives (phông, mục lục số, hồ sơ số, tờ số) is written by hand.
 */
import { formatDate } from '#platform/text/dates.ts'
import { type PaperHead, type PaperSheet, printedHead } from './sheet.ts'

interface ArchivedDossier extends PaperHead {
  dossierCode: string
  ownerName: string
  procedureName: string
  settlingOffice: string
  /** First and last day in it; `YYYY-MM-DD`. */
  from: string
  to?: string
}

export interface ArchiveCoverData extends ArchivedDossier {
  procedureCode: string
  fieldName: string
  /** How many documents the index lists. */
  documentCount: number
  lookupUrl: string
}

export function archiveCoverPaper(cover: ArchiveCoverData): PaperSheet {
  return {
    form: 'ARCHIVE_COVER',
    template: 'archive-cover.typ',
    data: {
      ...archived('ARCHIVE_COVER', cover),
      procedureCode: cover.procedureCode,
      fieldName: cover.fieldName,
      documentCount: String(cover.documentCount),
    },
    barcodes: { code: { kind: 'code128', text: cover.dossierCode }, lookup: { kind: 'qr', text: cover.lookupUrl } },
  }
}

export interface ArchiveIndexData extends ArchivedDossier {
  /** In the order in which they came. */
  documents: ArchivedDocument[]
}

export interface ArchivedDocument {
  /** Số, ký hiệu. */
  number?: string
  at?: Date
  /** Tác giả văn bản. */
  author?: string
  /** Tên loại và trích yếu nội dung. */
  name: string
  /** `01 bản chính`, `Bản điện tử`. */
  note?: string
}

export function archiveIndexPaper(index: ArchiveIndexData): PaperSheet {
  return {
    form: 'ARCHIVE_INDEX',
    template: 'archive-index.typ',
    data: {
      ...archived('ARCHIVE_INDEX', index),
      rows: index.documents.map(({ number, at, author, name, note }, position) => [
        String(position + 1),
        number ?? '',
        at ? formatDate(at) : '',
        author ?? '',
        name,
        note ?? '',
      ]),
    },
    barcodes: { code: { kind: 'code128', text: index.dossierCode } },
  }
}

const archived = (form: 'ARCHIVE_COVER' | 'ARCHIVE_INDEX', dossier: ArchivedDossier) => ({
  ...printedHead(form, dossier),
  code: dossier.dossierCode,
  ownerName: dossier.ownerName,
  procedureName: dossier.procedureName,
  settlingOffice: dossier.settlingOffice,
  from: formatDate(dossier.from),
  to: dossier.to ? formatDate(dossier.to) : null,
})
