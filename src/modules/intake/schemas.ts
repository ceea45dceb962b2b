import { z } from 'zod'
import { ResultName, ResultSymbol } from '#modules/workflow/index.ts'
import { PartyChoice } from './party-choice.ts'

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const id = (message: string) => z.coerce.number({ error: message }).int(message).positive(message)
const optionalId = z.preprocess(blank, z.coerce.number().int().positive().optional())
const optionalText = (max: number) => z.preprocess(blank, z.string().trim().max(max, `Tối đa ${max} ký tự.`).optional())
const count = z.preprocess(
  (value) => (value === '' || value === undefined ? 0 : value),
  z.coerce.number('Hãy ghi số.').int('Hãy ghi số nguyên.').min(0, 'Không được âm.').max(99, 'Tối đa 99.'),
)
const checkbox = z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === '1', z.boolean())

/** Uploaded documents by id: the actor's own, not yet in another dossier. */
const documentIds = z.array(z.coerce.number().int().positive()).max(40).default([])

/** A paper of the catalogue's list that was handed in; one that is only presented counts as presented by being here. */
export const HandedComponent = z.object({
  componentId: id('Thành phần không hợp lệ.'),
  originals: count,
  copies: count,
  note: optionalText(500),
  documentIds,
})

export type HandedComponent = z.infer<typeof HandedComponent>

export const ReceiveDossier = z.object({
  procedureCaseId: id('Hãy chọn thủ tục và trường hợp.'),
  channel: z.enum(['counter', 'online', 'post'], 'Hãy chọn hình thức nộp.').default('counter'),
  receivingUnitId: id('Hãy chọn nơi tiếp nhận.'),
  counterId: optionalId,
  owner: PartyChoice,
  /** Left out when the owner files in person. */
  submitter: PartyChoice.optional(),
  authorizationPaper: optionalText(300),
  helperId: optionalId,
  subject: optionalText(1_000),
  sets: z.preprocess(
    (value) => blank(value) ?? 1,
    z.coerce.number('Hãy ghi số bộ.').int().min(1, 'Ít nhất 1 bộ.').max(99, 'Tối đa 99 bộ.'),
  ),
  components: z.array(HandedComponent).max(400).default([]),
  /** Further papers that the catalogue does not list. */
  extras: z
    .array(
      z
        .object({ name: z.string().trim().min(2, 'Hãy ghi tên giấy tờ.').max(500), originals: count, copies: count, documentIds })
        .refine(({ originals, copies, documentIds: files }) => originals + copies + files.length > 0, {
          path: ['originals'],
          message: 'Hãy ghi số bản chính hoặc bản sao.',
        }),
    )
    .max(40)
    .default([]),
  /** Files that belong to the dossier as a whole. */
  documentIds,
  /** Positions in the catalogue's list of fees (from 0) that are due; left out: those without a condition. */
  fees: z.array(z.coerce.number().int().min(0)).max(200).optional(),
  returnMethod: z.enum(['counter', 'post', 'electronic'], 'Hãy chọn cách nhận kết quả.'),
  returnAddress: optionalText(500),
  /** Goes on to the competent agency in the same moment (NĐ 61/2018 art. 18: the same working day). */
  forwards: checkbox.default(true),
  externalCode: optionalText(60),
})
export type ReceiveDossier = z.infer<typeof ReceiveDossier>

/** What is handed in, wherever it is: the desk's form without the desk's own decisions. */
export type HandedDossier = Omit<ReceiveDossier, 'forwards'>

/** Filed online: there is no desk, and whoever receives it decides whether it is forwarded. */
export const FileDossier = ReceiveDossier.omit({ channel: true, counterId: true, forwards: true })
export type FileDossier = z.infer<typeof FileDossier>

const chosenReason = z.string({ error: 'Hãy chọn lý do trong danh mục.' }).trim().min(1, 'Hãy chọn lý do trong danh mục.').max(60)
const explained = z
  .string({ error: 'Hãy ghi rõ nội dung.' })
  .trim()
  .min(5, 'Hãy ghi rõ nội dung, ít nhất 5 ký tự.')
  .max(2_000, 'Tối đa 2.000 ký tự.')
const dossierId = id('Hồ sơ không hợp lệ.')

export const AcceptFiling = z.object({
  dossierId,
  /** The receptionist has looked at every paper: all are there and in order. */
  isComplete: checkbox,
  counterId: optionalId,
  forwards: checkbox.default(true),
  /** Public address of the system, for the receipt's QR code. */
  baseUrl: z.url(),
})
export type AcceptFiling = z.infer<typeof AcceptFiling>

/** Why something is refused, from the list and in words. */
export const Grounds = z.object({ dossierId, reasonCode: chosenReason, text: explained })
export type Grounds = z.infer<typeof Grounds>

/** What is wrong: a paper handed in, one of the case that is missing, or an answer of the form; exactly one of the three. */
export const FaultInput = z
  .object({
    dossierComponentId: optionalId,
    componentId: optionalId,
    answer: optionalText(300),
    reasonCode: chosenReason,
    text: explained,
  })
  .refine(({ dossierComponentId, componentId, answer }) => [dossierComponentId, componentId, answer].filter(Boolean).length === 1, {
    path: ['answer'],
    message: 'Hãy nêu rõ giấy tờ hoặc câu trả lời chưa đúng.',
  })
export type FaultInput = z.infer<typeof FaultInput>

/** A line of the form about a paper in order has neither reason nor words; it is no fault. Errors keep the line's number. */
const Faults = z
  .array(z.preprocess((line) => (isBlankLine(line) ? undefined : line), FaultInput.optional()))
  .max(400)
  .transform((lines) => lines.filter((line) => line !== undefined))

const isBlankLine = (line: unknown): boolean =>
  typeof line === 'object' && line !== null && !('reasonCode' in line && line.reasonCode) && !('text' in line && line.text)

export const AskSupplement = z.object({
  dossierId,
  faults: Faults,
  /** What helps the applicant beyond the single faults. */
  note: optionalText(2_000),
  guideName: optionalText(200),
  guidePhone: optionalText(20),
  /** Of the leader who performs this herself: why a further request, or one after eight hours. */
  decisionText: optionalText(2_000),
})
export type AskSupplement = z.infer<typeof AskSupplement>

export const Resubmit = z.object({
  dossierId,
  /** One file that belongs to the supplement as a whole. */
  documentId: optionalId,
  components: ReceiveDossier.shape.components,
  extras: ReceiveDossier.shape.extras,
  documentIds,
})
export type Resubmit = z.infer<typeof Resubmit>

/** Refused across the desk: who came, for what, and why not; papers need not be complete. */
export const RefuseAtDesk = ReceiveDossier.omit({ forwards: true }).extend({ reasonCode: chosenReason, text: explained })
export type RefuseAtDesk = z.infer<typeof RefuseAtDesk>

export const DossierOnly = z.object({ dossierId })
export type DossierOnly = z.infer<typeof DossierOnly>

/** Received on the spot by the agency: the papers as at a desk, which there is none of. */
export const RecordOutside = FileDossier
export type RecordOutside = z.infer<typeof RecordOutside>

export const SettleAtOnce = z.object({ dossierId, name: ResultName, symbol: ResultSymbol, documentId: optionalId })
export type SettleAtOnce = z.infer<typeof SettleAtOnce>

export const PassOn = Grounds.extend({ toUnitId: id('Hãy chọn nơi tiếp nhận đúng thẩm quyền.') })
export type PassOn = z.infer<typeof PassOn>

export const ReturnResult = z.object({
  dossierId: id('Hồ sơ không hợp lệ.'),
  taskNumber: id('Bước không hợp lệ.'),
  method: z.enum(['counter', 'post', 'electronic'], 'Hãy chọn cách trả.'),
  receiverName: z.string({ error: 'Hãy ghi tên người nhận.' }).trim().min(2, 'Hãy ghi tên người nhận.').max(200),
  receiverPhone: optionalText(20),
  proof: z.enum(['receipt', 'identity', 'authorization'], 'Hãy chọn căn cứ nhận: giấy tiếp nhận, giấy tờ tùy thân hoặc giấy ủy quyền.'),
  /** Number of the paper shown; kept with the slip, not in the chain. */
  proofNumber: optionalText(100),
  /** Papers of the dossier, by id, whose originals go back to the applicant; those filed for good (an application form) stay. */
  returnedPapers: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.coerce.number().int().positive()).max(400),
  ),
})
export type ReturnResult = z.infer<typeof ReturnResult>
