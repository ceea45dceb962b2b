/** What the calculator is asked, read from the query of the page. */
import { z } from 'zod'
import type { CountRules, Limit } from '#modules/calendar/index.ts'
import { type Language, words } from '#platform/language.ts'
import { instantAt } from '#platform/text/dates.ts'

export interface Question {
  start: Date
  limit: Limit
  rules: CountRules
}

/** @throws nothing: use `safeParse`; the messages are for the fields */
export const questionSchema = (language: Language) => {
  const text = copy(language)
  /** `9:00` is `09:00`. */
  const clock = z
    .string(text.time)
    .trim()
    .transform((time) => time.padStart(5, '0'))
    .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, text.time))
  return z
    .object({
      ngay: z.iso.date(text.date).refine((date) => date >= '1900-01-01' && date < '2200-01-01', text.date),
      gio: clock,
      'so-luong': z
        .string(text.amount)
        .trim()
        .regex(/^\d{1,6}([.,]\d{1,2})?$/, text.amount)
        .transform((value) => Number(value.replace(',', '.'))),
      'don-vi-tinh': z.enum(['hour', 'working-day', 'calendar-day', 'month'], text.unit),
      cach: z.enum(['carry', 'end']).catch('carry'),
      'gio-chot': z.preprocess((value) => value || undefined, clock.optional()),
      'gio-cuoi': z.string().optional(),
    })
    .transform(
      (query): Question => ({
        start: instantAt(query.ngay, query.gio),
        limit: { amount: query['so-luong'], unit: query['don-vi-tinh'] },
        rules: { mode: query.cach, cutoff: query['gio-chot'], lastHourRule: query['gio-cuoi'] === 'on' },
      }),
    )
}

const copy = words({
  vi: {
    date: 'Hãy chọn ngày tiếp nhận, từ năm 1900 đến năm 2199.',
    time: 'Hãy ghi giờ theo mẫu 10:00.',
    amount: 'Hãy ghi số lớn hơn 0. Ví dụ: 3 hoặc 3,5.',
    unit: 'Hãy chọn đơn vị tính.',
  },
  en: {
    date: 'Choose the day of receipt, from 1900 to 2199.',
    time: 'Write the time like 10:00.',
    amount: 'Write a number above 0. Example: 3 or 3.5.',
    unit: 'Choose the unit.',
  },
})
