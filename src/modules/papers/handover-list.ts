/** Danh sách bàn giao: dossiers that pass from one unit to another, with a line for each and both signatures (NĐ 61/2018/NĐ-CP art. 18; to the post: art. 20). */
import { formatDate } from '#platform/text/dates.ts'
import { columnMoment, twoDigits } from './legal-time.ts'
import { type PaperHead, type PaperSheet, printedHead } from './sheet.ts'

export interface HandoverListData extends PaperHead {
  fromUnit: string
  toUnit: string
  /** `YYYY-MM-DD` */
  on: string
  dossiers: HandedDossier[]
  giverName: string
}

export interface HandedDossier {
  code: string
  procedureName: string
  ownerName: string
  /** When it was passed on in the system. */
  handedAt: Date
  dueAt?: Date
  /** How many papers go along. */
  originals: number
  copies: number
}

export function handoverListPaper(list: HandoverListData): PaperSheet {
  return {
    form: 'HANDOVER_LIST',
    template: 'handover-list.typ',
    data: {
      ...printedHead('HANDOVER_LIST', list),
      fromUnit: list.fromUnit,
      toUnit: list.toUnit,
      day: list.on,
      on: formatDate(list.on),
      count: twoDigits(list.dossiers.length),
      giverName: list.giverName,
      rows: list.dossiers.map((dossier, index) => [
        String(index + 1),
        dossier.code,
        dossier.procedureName,
        dossier.ownerName,
        [dossier.originals && `${twoDigits(dossier.originals)} bản chính`, dossier.copies && `${twoDigits(dossier.copies)} bản sao`]
          .filter(Boolean)
          .join(', '),
        columnMoment(dossier.handedAt),
        dossier.dueAt ? columnMoment(dossier.dueAt) : '',
      ]),
    },
    barcodes: {},
  }
}
