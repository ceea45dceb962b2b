/** The words of the catalogue as schemas: what an import, the editing page and the seeds all hand to the actions. Money is integer đồng. */
import { z } from 'zod'
import { type CountMode, isCountable, type LimitUnit } from '#modules/calendar/index.ts'
import { AppError } from '#platform/errors.ts'

export const CHANNELS = ['counter', 'online', 'post'] as const
export const LIMIT_UNITS = ['hour', 'working-day', 'calendar-day', 'month'] as const satisfies LimitUnit[]
export const COUNT_MODES = ['carry', 'end'] as const satisfies CountMode[]
export const LEVELS = ['ministry', 'province', 'district', 'commune', 'other'] as const
export const SERVICE_LEVELS = ['full', 'partial', 'info'] as const
/** NĐ 224/2026/NĐ-CP art. 14: why only part of the service is online. */
export const PARTIAL_REASONS = ['presence', 'field-verification', 'technical-incident', 'technical-limit'] as const
export const SUBJECT_GROUPS = ['citizen', 'business', 'organisation', 'official'] as const
export const SERVED_BY = ['PROVINCE', 'MINISTRY_CENTRAL', 'NATIONAL_PORTAL'] as const
export const FEE_KINDS = ['fee', 'charge'] as const
/** Units of the periods that a sector law sets for supplements. */
export const SUPPLEMENT_UNITS = ['working-day', 'calendar-day'] as const satisfies LimitUnit[]
export const FEE_MOMENTS = ['reception', 'supplement', 'return'] as const

export type Channel = (typeof CHANNELS)[number]
export type Level = (typeof LEVELS)[number]
export type ServiceLevel = (typeof SERVICE_LEVELS)[number]
export type PartialReason = (typeof PARTIAL_REASONS)[number]
export type SubjectGroup = (typeof SUBJECT_GROUPS)[number]
export type SupplementUnit = (typeof SUPPLEMENT_UNITS)[number]
export type ServedBy = (typeof SERVED_BY)[number]

const tooLong = (max: number) => `Dài quá ${max.toLocaleString('vi-VN')} chữ.`
const text = (max: number) => z.string().trim().min(1, 'Không được để trống.').max(max, tooLong(max))
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, tooLong(max))
    .transform((value) => value || null)
    .nullable()
    .default(null)
const legalDate = z.iso.date('Ngày chưa đúng.')
const dong = z.number('Số tiền chỉ gồm chữ số và dấu chấm. Ví dụ: 650.000.').int().min(0).max(1e12).nullable().default(null)

export const FeeContent = z.object({
  /** phí (fee) or lệ phí (charge), Luật Phí và lệ phí 2015 */
  kind: z.enum(FEE_KINDS).default('fee'),
  name: text(500),
  /** đồng; null where the source states none */
  amount: dong,
  cap: dong,
  per: optionalText(300),
  condition: optionalText(2_000),
  moment: z.enum(FEE_MOMENTS).default('reception'),
  text: optionalText(20_000),
})
export type FeeContent = z.infer<typeof FeeContent>

/** The calendar's own sentence, said already where the limit is typed. */
const NOT_COUNTABLE = new AppError('calendar.limit-invalid').sentence('vi')

export const ChannelContent = z
  .object({
    channel: z.enum(CHANNELS),
    limitAmount: z
      .number('Thời hạn là một số. Ví dụ: 7 hoặc 3,5.')
      .positive('Thời hạn phải lớn hơn 0.')
      .max(10_000, 'Thời hạn quá dài.')
      .nullable()
      .default(null),
    limitUnit: z.enum(LIMIT_UNITS, 'Hãy chọn đơn vị của thời hạn.').nullable().default(null),
    countMode: z.enum(COUNT_MODES).nullable().default(null),
    /** `HH:MM`; received after this minute counts from the next working day */
    cutoff: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ có dạng 15:00.')
      .nullable()
      .default(null),
    hasLastHourRule: z.boolean().default(false),
    limitText: optionalText(20_000),
    note: optionalText(20_000),
    fees: z.array(FeeContent).max(200).default([]),
  })
  .refine((channel) => (channel.limitAmount === null) === (channel.limitUnit === null), {
    path: ['limitUnit'],
    message: 'Thời hạn cần cả con số và đơn vị.',
  })
  .refine(({ limitAmount: amount, limitUnit: unit }) => amount === null || unit === null || isCountable({ amount, unit }), {
    path: ['limitAmount'],
    message: NOT_COUNTABLE,
  })
export type ChannelContent = z.infer<typeof ChannelContent>

const copiesOf = z.number('Số bản là một số.').int('Số bản là một số.').min(0, 'Số bản không âm.').max(99, 'Nhiều nhất 99 bản.')

export const ComponentContent = z
  .object({
    /** a note is a heading or an explanation between the papers; nobody can hand it in */
    kind: z.enum(['paper', 'note']).default('paper'),
    code: optionalText(100),
    name: text(20_000),
    originals: copiesOf.default(1),
    copies: copiesOf.default(0),
    isPresentedOnly: z.boolean().default(false),
    isRequired: z.boolean().default(true),
    formName: optionalText(500),
    formFile: optionalText(500),
    groupName: optionalText(5_000),
  })
  .refine(({ kind, originals, copies, isPresentedOnly }) => kind === 'note' || isPresentedOnly || originals + copies > 0, {
    path: ['originals'],
    message: 'Giấy tờ có 0 bản chính và 0 bản sao: hãy ghi số bản, hoặc chọn “Chỉ xuất trình”, “Lời giải thích”.',
  })
export type ComponentContent = z.infer<typeof ComponentContent>

export const CaseContent = z.object({
  code: text(60),
  name: text(2_000),
  channels: z
    .array(ChannelContent)
    .max(3)
    .refine((channels) => new Set(channels.map(({ channel }) => channel)).size === channels.length),
  components: z.array(ComponentContent).max(400).default([]),
})
export type CaseContent = z.infer<typeof CaseContent>

export const Source = z.object({
  asOf: z.string().nullable().default(null),
  places: z.array(z.string()).default([]),
})
export type Source = z.infer<typeof Source>

const isSaid = z.boolean().nullable().default(null)
const supplementDays = z
  .number('Số ngày là một số.')
  .int('Số ngày là một số nguyên.')
  .min(1, 'Ít nhất 1 ngày.')
  .max(365, 'Nhiều nhất 365 ngày.')
  .nullable()
  .default(null)
const supplementUnit = z.enum(SUPPLEMENT_UNITS, 'Hãy chọn ngày làm việc hoặc ngày lịch.').nullable().default(null)

/** Everything that a version holds. */
export const VersionContent = z.object({
  name: text(3_000),
  fieldName: optionalText(300),
  fieldCode: z
    .string()
    .regex(/^[A-Y]\d{2}-[A-Z0-9]{2,8}$/, 'Mã lĩnh vực có dạng G16-VH02.')
    .nullable()
    .default(null),
  levels: z.array(z.enum(LEVELS)).default([]),
  steps: z.array(text(20_000)).max(200).default([]),
  manner: optionalText(5_000),
  sets: z.number('Số bộ là một số.').int('Số bộ là một số.').min(1, 'Ít nhất 1 bộ.').max(99, 'Nhiều nhất 99 bộ.').nullable().default(null),
  subjects: z.array(text(500)).default([]),
  decidingAgency: optionalText(10_000),
  executingAgencies: z.array(text(10_000)).default([]),
  coordinatingAgency: optionalText(10_000),
  receivingPlace: optionalText(5_000),
  requirements: optionalText(50_000),
  forms: z.array(text(1_000)).default([]),
  serviceLevel: z.enum(SERVICE_LEVELS, 'Hãy chọn mức độ trực tuyến.').default('info'),
  partialServiceReason: z.enum(PARTIAL_REASONS).nullable().default(null),
  partialServiceNote: optionalText(1_000),
  /** Out of the ordinary, null where the texts say nothing: settled at once, four on the spot, received outside the unit (NĐ 61/2018 art. 14(5), 17(4), 17(5)). */
  isSameDay: isSaid,
  isFourOnTheSpot: isSaid,
  isOutsideTheUnit: isSaid,
  /** The sector law's own periods; null: the general ones count. */
  askSupplementDays: supplementDays,
  askSupplementUnit: supplementUnit,
  answerSupplementDays: supplementDays,
  answerSupplementUnit: supplementUnit,
  decisionNumber: optionalText(100),
  decisionDate: legalDate.nullable().default(null),
  effectiveDate: legalDate.nullable().default(null),
  results: z.array(z.object({ code: optionalText(100), name: text(3_000) })).default([]),
  legalBasis: z.array(z.object({ number: optionalText(200), title: optionalText(3_000) })).default([]),
  cases: z.array(CaseContent).max(100).default([]),
  source: Source.nullable().default(null),
  factsMissing: z.array(z.string()).default([]),
  illustrative: z.array(z.string()).default([]),
})
export type VersionContent = z.infer<typeof VersionContent>

/** A procedure as a source tells it: who it is, what its version says, and whether it still stands. */
export interface ProcedureRecord {
  nationalCode: string | null
  localCodes: string[]
  servedBy: ServedBy
  isInternal: boolean
  isNonTerritorial: boolean
  standing: 'in-force' | 'unknown' | 'repealed'
  content: VersionContent
}
