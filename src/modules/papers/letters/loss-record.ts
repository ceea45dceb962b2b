/** Biên bản mất, hư hỏng hồ sơ: what, how, whose fault, and how it is made good (NĐ 61/2018/NĐ-CP art. 21(2)). */
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'
import { type Participant, printedParticipant } from './verification-minutes.ts'

export interface LossRecordDetails {
  foundAt: Date
  place?: string
  lost: { name: string; state: 'lost' | 'damaged'; note?: string }[]
  /** Nguyên nhân. */
  cause: string
  /** Biện pháp khắc phục: what the agency does and bears. */
  remedy: string
  participants: Participant[]
}

export const lossRecordPaper = (paper: DossierPaper<LossRecordDetails>): PaperSheet => ({
  form: 'LOSS_RECORD',
  template: 'loss-record.typ',
  data: {
    ...printedHead('LOSS_RECORD', paper),
    ...printedAbout(paper),
    foundAt: moment(paper.details.foundAt),
    place: paper.details.place ?? null,
    lost: paper.details.lost.map(({ name, state, note }) => ({
      name,
      count: [state === 'lost' ? 'bị mất' : 'bị hư hỏng', note].filter(Boolean).join(', '),
    })),
    cause: paper.details.cause,
    remedy: paper.details.remedy,
    participants: paper.details.participants.map(printedParticipant),
  },
  barcodes: codeBars(paper.about),
})
