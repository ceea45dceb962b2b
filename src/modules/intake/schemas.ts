import { z } from 'zod'
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
