/** Biên bản xác minh: time, place, who was there, what was found (domain.md §2.2, thẩm tra, xác minh). */
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'

export interface VerificationMinutesDetails {
  beganAt: Date
  endedAt?: Date
  place: string
  participants: Participant[]
  /** Nội dung xác minh. */
  content: string
  /** Kết quả xác minh. */
  findings: string
  conclusion: string
  /** What those present had to say. */
  opinions?: string
}

export interface Participant {
  name: string
  /** `Chuyên viên`, `Chủ cơ sở`. */
  role?: string
  /** Where from. */
  office?: string
}

export const verificationMinutesPaper = (paper: DossierPaper<VerificationMinutesDetails>): PaperSheet => ({
  form: 'VERIFICATION_MINUTES',
  template: 'verification-minutes.typ',
  data: {
    ...printedHead('VERIFICATION_MINUTES', paper),
    ...printedAbout(paper),
    beganAt: moment(paper.details.beganAt),
    endedAt: moment(paper.details.endedAt),
    place: paper.details.place,
    participants: paper.details.participants.map(printedParticipant),
    content: paper.details.content,
    findings: paper.details.findings,
    conclusion: paper.details.conclusion,
    opinions: paper.details.opinions ?? null,
  },
  barcodes: codeBars(paper.about),
})

/** `Trần Quốc Đạt, chuyên viên, Phòng Quản lý văn hóa` */
export const printedParticipant = ({ name, role, office }: Participant) => ({
  name: [name, role, office].filter(Boolean).join(', '),
  count: '',
})
