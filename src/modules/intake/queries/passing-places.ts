import { offersOf } from '#modules/catalogue/index.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'

export interface PassingPlace {
  unitId: number
  unitName: string
  settlingUnitName: string
}

/** The other one-stop units that receive the procedure today. */
export async function passingPlaces(
  db: Queryable,
  { procedureId, receivingUnitId }: { procedureId: number; receivingUnitId: number },
  now: Date,
): Promise<PassingPlace[]> {
  const offers = await offersOf(db, procedureId, localDate(now))
  return offers
    .filter((offer) => offer.receivingUnitId !== receivingUnitId)
    .map(({ receivingUnitId: unitId, receivingUnitName: unitName, settlingUnitName }) => ({ unitId, unitName, settlingUnitName }))
}
