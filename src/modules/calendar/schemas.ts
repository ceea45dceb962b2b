import { z } from 'zod'
import type { OfficeWeek } from './calendar.ts'
import { minutesIn, parseHours } from './hours.ts'

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const unitId = z.preprocess(blank, z.coerce.number().int().positive().optional())
/** The country when absent. */
const owner = { unitId: unitId.transform((id) => id ?? null) }
const year = z.coerce.number({ error: 'Hãy điền năm.' }).int().min(1900, 'Lịch tính từ năm 1900.').max(2199, 'Lịch tính đến năm 2199.')
const date = z.iso
  .date({ error: 'Hãy chọn ngày.' })
  .refine((value) => value >= '1900-01-01' && value <= '2199-12-31', 'Ngày từ năm 1900 đến năm 2199.')
const line = (max: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(max, `Tối đa ${max} ký tự.`)
const source = line(300, 'Hãy ghi văn bản làm căn cứ. Ví dụ: Thông báo 9441/TB-BNV.')
const flag = z.preprocess((value) => value === true || value === 'true' || value === 'on' || value === '1', z.boolean())

/** Office hours of a day; an empty text is a day without them. */
const hours = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    const sessions = parseHours(text)
    if (sessions) return sessions
    context.addIssue({ code: 'custom', message: 'Giờ làm việc ghi theo mẫu 08:00-12:00, 13:00-17:00; để trống nếu không làm việc.' })
    return z.NEVER
  })

export const SetDay = z
  .object({
    ...owner,
    date,
    kind: z.enum(['off', 'working', 'half-day'], { error: 'Hãy chọn ngày nghỉ, ngày làm bù hay làm nửa ngày.' }),
    hours: hours.transform((sessions) => (sessions.length ? sessions : undefined)),
    name: line(200, 'Hãy ghi tên ngày. Ví dụ: Quốc khánh.'),
    nameEn: z.string().trim().max(200, 'Tối đa 200 ký tự.').default(''),
    source,
    isConfirmed: flag,
  })
  .refine((day) => day.kind !== 'off' || day.hours === undefined, { path: ['hours'], error: 'Ngày nghỉ không có giờ làm việc.' })
export type SetDay = z.infer<typeof SetDay>

export const RemoveDay = z.object({ ...owner, date })
export type RemoveDay = z.infer<typeof RemoveDay>

export const ConfirmDay = z.object({ ...owner, date, source })
export type ConfirmDay = z.infer<typeof ConfirmDay>

export const SettleYear = z.object({ year })
export type SettleYear = z.infer<typeof SettleYear>

export const SetHours = z
  .object({
    ...owner,
    validFrom: date,
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
    source,
  })
  .refine(
    ({ monday, tuesday, wednesday, thursday, friday, saturday, sunday }) =>
      [monday, tuesday, wednesday, thursday, friday, saturday, sunday].some((day) => minutesIn(day) > 0),
    {
      path: ['monday'],
      error: 'Tuần phải có ít nhất một buổi làm việc.',
    },
  )
export type SetHours = z.infer<typeof SetHours>

/** The week that the input describes, for the preview of saving it. */
export const weekFromInput = (input: Omit<SetHours, 'unitId'>): OfficeWeek => ({
  validFrom: input.validFrom,
  validTo: null,
  source: input.source,
  days: [input.monday, input.tuesday, input.wednesday, input.thursday, input.friday, input.saturday, input.sunday],
})
