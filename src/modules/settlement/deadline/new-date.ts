/** The date that is promised instead: a day and an hour within the office hours of the agency that settles. */
import { z } from 'zod'
import { isWorking, unitCalendars } from '#modules/calendar/index.ts'
import type { Queryable } from '#platform/database.ts'
import { instantAt, localTime } from '#platform/text/dates.ts'
import { settlementErrors } from '../errors.ts'
import { blank } from '../fields.ts'

export const NewDate = {
  newDueOn: z.iso.date({ error: 'Hãy chọn ngày hẹn mới.' }),
  /** `HH:MM`; absent: the hour promised so far. */
  newDueTime: z.preprocess(
    blank,
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Hãy ghi giờ theo mẫu 16:30.')
      .optional(),
  ),
}

/** @throws AppError `settlement.date-not-working` at its field */
export async function newDate(
  db: Queryable,
  { newDueOn, newDueTime }: { newDueOn: string; newDueTime?: string },
  { settlingUnitId, dueAt }: { settlingUnitId: number; dueAt: Date },
): Promise<Date> {
  const chosen = instantAt(newDueOn, newDueTime ?? localTime(dueAt))
  const calendar = (await unitCalendars(db, [settlingUnitId]))(settlingUnitId)
  // An end of office hours belongs to the session that it ends.
  const isInHours = isWorking(calendar, chosen) || isWorking(calendar, new Date(chosen.getTime() - 60_000))
  settlementErrors.insist(isInHours, 'settlement.date-not-working', {
    fields: { newDueOn: 'Chọn ngày và giờ làm việc của cơ quan giải quyết. Ví dụ: thứ Sáu, 16:30.' },
  })
  return chosen
}
