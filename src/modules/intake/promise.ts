/** The date that is promised on the receipt, counted once, at reception, by the rules the procedure and the unit have at that moment. */
import { type DueExplanation, dueAt, explainDue, unitCalendars, type WorkingCalendar } from '#modules/calendar/index.ts'
import type { ChannelLimit } from '#modules/catalogue/index.ts'
import type { TimePromise } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'

/** Carry-time fits the receipt form, which asks for hour and minute (domain.md §2.5); a procedure may say otherwise. */
const DEFAULT_MODE = 'carry'

/** By the settling unit's calendar. Pure. */
export function promiseFor(calendar: WorkingCalendar, limit: ChannelLimit, receivedAt: Date): TimePromise {
  const rules = { mode: limit.countMode ?? DEFAULT_MODE, cutoff: limit.cutoff ?? undefined, lastHourRule: limit.hasLastHourRule }
  const { due, clockStart } = dueAt(calendar, receivedAt, limit, rules)
  return {
    clockStartedAt: clockStart.toISOString(),
    limit: { amount: limit.amount, unit: limit.unit },
    mode: rules.mode,
    ...(rules.cutoff ? { cutoff: rules.cutoff } : {}),
    ...(rules.lastHourRule ? { lastHourRule: true } : {}),
    dueAt: due.toISOString(),
  }
}

/** The same count day by day, for the desk that must stand by it. */
export async function explainPromise(
  db: Queryable,
  settlingUnitId: number,
  promise: TimePromise,
  receivedAt: Date,
): Promise<DueExplanation> {
  const calendars = await unitCalendars(db, [settlingUnitId])
  return explainDue(calendars(settlingUnitId), receivedAt, promise.limit, promise)
}
