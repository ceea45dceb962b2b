/** A filing must be brought before an officer within two working hours (domain.md §2.5). */
import { calendarReader, dueAt } from '#modules/calendar/index.ts'
import { ACKNOWLEDGE_WITHIN } from '#modules/dossier/index.ts'
import type { WaitingFiling } from '#modules/intake/index.ts'
import type { Queryable } from '#platform/database.ts'
import { unitIdsOf } from '../due.tsx'

/** Whether nobody has opened it in that time. */
export async function unseenTooLong(db: Queryable, now: Date): Promise<(filing: WaitingFiling) => boolean> {
  const calendarOf = await calendarReader(db)
  return ({ isSeen, filedAt, receivingUnitPath }) =>
    !isSeen && dueAt(calendarOf(unitIdsOf(receivingUnitPath)), filedAt, ACKNOWLEDGE_WITHIN.limit, { mode: 'carry' }).due < now
}
