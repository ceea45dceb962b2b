import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { validOn } from '#platform/validity.ts'

/** Quầy. */
export interface Counter {
  id: number
  unitId: number
  number: number
  name: string
  validFrom: string
  validTo: string | null
}

const counters = (db: Queryable) => db.selectFrom('counter').select(['id', 'unitId', 'number', 'name', 'validFrom', 'validTo'])

/** The counters of a unit that are open on the date, by number. */
export const countersOf = (db: Queryable, unitId: number, on: string): Promise<Counter[]> =>
  counters(db).where('unitId', '=', unitId).where(validOn(on)).orderBy('number').execute()

/** @throws AppError `record.not-found` */
export async function getCounter(db: Queryable, id: number): Promise<Counter> {
  return (await counters(db).where('id', '=', id).executeTakeFirst()) ?? commonErrors.fail('record.not-found')
}
