/** What was filed, as its first fact keeps it; the version in force that day is the one it is received under (domain.md §2.3). */
import { type UnitCalendars, unitCalendars } from '#modules/calendar/index.ts'
import { getReceptionCase, type ReceptionCase } from '#modules/catalogue/index.ts'
import { countPromise, type FactOf, type HeldDossier, RECEIVE_WITHIN, type TimePromise } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'

/** @throws Error for a dossier that was received at a desk */
export function filedFact({ actions }: Pick<HeldDossier, 'actions'>): FactOf<'filed'> {
  const fact = actions[0]?.fact
  if (fact?.kind !== 'filed') throw new Error('The dossier was not filed')
  return fact
}

/** The case as the unit that has the filing now receives it, on the day it was filed. @throws AppError `catalogue.…` */
export function caseOfFiling(db: Queryable, dossier: Pick<HeldDossier, 'actions' | 'receivingUnitId'>): Promise<ReceptionCase> {
  const { procedureCaseId, channel } = filedFact(dossier)
  const day = localDate(dossier.actions[0]?.at ?? new Date(0))
  return getReceptionCase(db, procedureCaseId, { receivingUnitId: dossier.receivingUnitId, channel, day })
}

/** Eight working hours of the receiving unit, counted from the moment of filing; outside office hours from the next morning (domain.md §2.5). */
export const receptionPromise = (calendars: UnitCalendars, receivingUnitId: number, at: Date): TimePromise =>
  countPromise(calendars(receivingUnitId), at, RECEIVE_WITHIN.limit, { mode: 'carry' })

export const receivingCalendar = async (db: Queryable, { receivingUnitId }: Pick<HeldDossier, 'receivingUnitId'>) =>
  (await unitCalendars(db, [receivingUnitId]))(receivingUnitId)
