import { join } from 'node:path'
import { projectFolder } from '#platform/project.ts'

export { type ArchiveCoverData, type ArchivedDocument, type ArchiveIndexData, archiveCoverPaper, archiveIndexPaper } from './archive.ts'
export { type BarcodeLabelData, barcodeLabelPaper } from './barcode-label.ts'
export { type ControlSlipData, controlSlipPaper, type Handover } from './control-slip.ts'
export {
  formNumber,
  formSetNamed,
  formSetOn,
  officialName,
  type PaperForm,
  paperSymbol,
  type SigningOffice,
} from './form-set.ts'
export { type HandedDossier, type HandoverListData, handoverListPaper } from './handover-list.ts'
export { type DossierForm, formOfSlug, ON_REQUEST, paperName, paperNameNow, paperSlug } from './issue/dossier-forms.ts'
export { issueErrors } from './issue/errors.ts'
export {
  type HandedTo,
  type HandoverDay,
  type HandoverListLine,
  handedDossiers,
  handoverListsOf,
  handoverUnits,
} from './issue/handed-dossiers.ts'
export { type TraceRow, traceOf } from './issue/handovers.ts'
export { layHandoverList } from './issue/lay-handover-list.ts'
export { type CounterPaper, type LaidPaper, layCounterPaper, layPaper, type PaperToLay } from './issue/lay-paper.ts'
export { lookupUrl } from './issue/lookup-url.ts'
export { type IssuingOffice, paperOffice } from './issue/paper-office.ts'
export { HandoverListRequest, printHandoverList } from './issue/print-handover-list.ts'
export { PrintIssuedPaper, printIssuedPaper } from './issue/print-issued-paper.ts'
export { layKnownPaper, type PrintedPaper, PrintPaper, printDossierPaper } from './issue/print-paper.ts'
export { MAX_REGISTER_ROWS, printRegister, RegisterRequest } from './issue/print-register.ts'
export { type PaperPrint, readIssuedPrint, readPrint, readPrintAsPdf, readRegisterPrint, type WantedPrint } from './issue/read-print.ts'
export { countRegister, type RegisterFilter, readRegister, registerFields, registerUnits } from './issue/register.ts'
export { registerXlsx } from './issue/register-xlsx.ts'
export { papersRights } from './issue/rights.ts'
export {
  type IssuedPaper,
  issuePaper,
  type PaperOfDossier,
  type PaperToIssue,
  type PrintOfPaper,
  papersOfDossier as papersOf,
  recordPrint,
} from './issue.ts'
export { apologyWords, type LateListData, lateListPaper } from './late-list.ts'
export { legalDate, legalMoment } from './legal-time.ts'
export type { DossierOnPaper, DossierPaper, Signer } from './letters/about.ts'
export type { AcknowledgementDetails } from './letters/acknowledgement.ts'
export type { ApologyExtensionDetails } from './letters/apology-extension.ts'
export type { ApologyLetterDetails } from './letters/apology-letter.ts'
export type { ClosingNoticeDetails } from './letters/closing-notice.ts'
export type { ConsultationLetterDetails } from './letters/consultation-letter.ts'
export type { FinancialNoticeDetails } from './letters/financial-notice.ts'
export { LETTER_FORMS, LETTERS, type LetterDetails, type LetterForm } from './letters/letters.ts'
export type { LossRecordDetails } from './letters/loss-record.ts'
export type { RefusalDetails } from './letters/refusal.ts'
export type { RefusalLetterDetails } from './letters/refusal-letter.ts'
export type { StopNoticeDetails } from './letters/stop-notice.ts'
export type { Fault, SupplementRequestDetails } from './letters/supplement-request.ts'
export type { TransferLeg, TransferSlipDetails } from './letters/transfer-slip.ts'
export type { Participant, VerificationMinutesDetails } from './letters/verification-minutes.ts'
export { type HandedIn, handedInCount, type Person, type ReceiptData, receiptPaper } from './receipt.ts'
export { type RegisterData, type RegisterRow, registerPaper } from './register.ts'
export { type Report06aCounts, type Report06aData, report06aPaper } from './report-06a.ts'
export { type ReturnSlipData, returnSlipPaper } from './return-slip.ts'
export { type PaperHead, type PaperOffice, type PaperSheet, printPaper, reprinted } from './sheet.ts'
export { type PrintedWordText, printWordText } from './word-text.ts'

/** For `createPdf({ templateFolder: paperTemplates })`. */
export const paperTemplates = join(projectFolder, 'src/modules/papers/templates')
