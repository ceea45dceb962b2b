/** The papers that come with an act on a dossier: what each needs besides the dossier, which unit issues it, and how it is made. */
import type { PaperSheet } from '../sheet.ts'
import type { DossierPaper } from './about.ts'
import { type AcknowledgementDetails, acknowledgementPaper } from './acknowledgement.ts'
import { type ApologyExtensionDetails, apologyExtensionPaper } from './apology-extension.ts'
import { type ApologyLetterDetails, apologyLetterPaper } from './apology-letter.ts'
import { type ClosingNoticeDetails, closingNoticePaper } from './closing-notice.ts'
import { type ConsultationLetterDetails, consultationLetterPaper } from './consultation-letter.ts'
import { type FinancialNoticeDetails, financialNoticePaper } from './financial-notice.ts'
import { type LossRecordDetails, lossRecordPaper } from './loss-record.ts'
import { type RefusalDetails, refusalPaper } from './refusal.ts'
import { type RefusalLetterDetails, refusalLetterPaper } from './refusal-letter.ts'
import { type StopNoticeDetails, stopNoticePaper } from './stop-notice.ts'
import { type SupplementRequestDetails, supplementRequestPaper } from './supplement-request.ts'
import { type TransferSlipDetails, transferSlipPaper } from './transfer-slip.ts'
import { type VerificationMinutesDetails, verificationMinutesPaper } from './verification-minutes.ts'

/** What is particular to each paper; `layPaper` gathers the rest. */
export interface LetterDetails {
  SUPPLEMENT_REQUEST: SupplementRequestDetails
  REFUSAL: RefusalDetails
  APOLOGY_EXTENSION: ApologyExtensionDetails
  STOP_NOTICE: StopNoticeDetails
  ACKNOWLEDGEMENT: AcknowledgementDetails
  TRANSFER_SLIP: TransferSlipDetails
  CONSULTATION_LETTER: ConsultationLetterDetails
  VERIFICATION_MINUTES: VerificationMinutesDetails
  REFUSAL_LETTER: RefusalLetterDetails
  CLOSING_NOTICE: ClosingNoticeDetails
  FINANCIAL_NOTICE: FinancialNoticeDetails
  LOSS_RECORD: LossRecordDetails
  APOLOGY_LETTER: ApologyLetterDetails
}

export type LetterForm = keyof LetterDetails

interface Letter<Details> {
  /** `receiving`: the one-stop unit speaks; `settling`: the agency that decides. */
  issuer: 'receiving' | 'settling'
  make(paper: DossierPaper<Details>): PaperSheet
}

export const LETTERS: { [Form in LetterForm]: Letter<LetterDetails[Form]> } = {
  SUPPLEMENT_REQUEST: { issuer: 'receiving', make: supplementRequestPaper },
  REFUSAL: { issuer: 'receiving', make: refusalPaper },
  APOLOGY_EXTENSION: { issuer: 'settling', make: apologyExtensionPaper },
  STOP_NOTICE: { issuer: 'receiving', make: stopNoticePaper },
  ACKNOWLEDGEMENT: { issuer: 'receiving', make: acknowledgementPaper },
  TRANSFER_SLIP: { issuer: 'receiving', make: transferSlipPaper },
  CONSULTATION_LETTER: { issuer: 'settling', make: consultationLetterPaper },
  VERIFICATION_MINUTES: { issuer: 'settling', make: verificationMinutesPaper },
  REFUSAL_LETTER: { issuer: 'settling', make: refusalLetterPaper },
  CLOSING_NOTICE: { issuer: 'receiving', make: closingNoticePaper },
  FINANCIAL_NOTICE: { issuer: 'settling', make: financialNoticePaper },
  LOSS_RECORD: { issuer: 'settling', make: lossRecordPaper },
  APOLOGY_LETTER: { issuer: 'settling', make: apologyLetterPaper },
}

export const LETTER_FORMS = Object.keys(LETTERS) as LetterForm[]
