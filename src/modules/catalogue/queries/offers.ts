/** Who receives and who settles a procedure. */
import type { Queryable } from '#platform/database.ts'
import type { Channel } from '../schemas.ts'

export interface Offer {
  id: number
  procedureId: number
  receivingUnitId: number
  receivingUnitName: string
  receivingUnitAddress: string | null
  settlingUnitId: number
  settlingUnitName: string
  channels: Channel[]
  isNonTerritorial: boolean
  validFrom: string
  validBefore: string | null
}

/** Offers of a procedure in force on the day (`YYYY-MM-DD`), by name of the receiving unit; without a day all of them, past and future. */
export async function offersOf(db: Queryable, procedureId: number, day?: string): Promise<Offer[]> {
  let query = db
    .selectFrom('procedureOffer as o')
    .innerJoin('unit as r', 'r.id', 'o.receivingUnitId')
    .innerJoin('unit as s', 's.id', 'o.settlingUnitId')
    .select([
      'o.id',
      'o.procedureId',
      'o.receivingUnitId',
      'o.settlingUnitId',
      'o.channels',
      'o.isNonTerritorial',
      'o.validFrom',
      'o.validBefore',
    ])
    .select(['r.name as receivingUnitName', 'r.address as receivingUnitAddress', 's.name as settlingUnitName'])
    .where('o.procedureId', '=', procedureId)
    .orderBy('r.name')
    .orderBy('o.validFrom', 'desc')
  if (day)
    query = query.where('o.validFrom', '<=', day).where((eb) => eb.or([eb('o.validBefore', 'is', null), eb('o.validBefore', '>', day)]))
  return (await query.execute()) as Offer[]
}

/** The offer by which a unit receives a procedure on the day. */
export async function findOffer(db: Queryable, procedureId: number, receivingUnitId: number, day: string): Promise<Offer | undefined> {
  return (await offersOf(db, procedureId, day)).find((offer) => offer.receivingUnitId === receivingUnitId)
}

/** Units that receive anything on the day, with how many procedures. */
export async function receivingUnits(db: Queryable, day: string): Promise<{ id: number; name: string; procedures: number }[]> {
  return db
    .selectFrom('procedureOffer as o')
    .innerJoin('unit as u', 'u.id', 'o.receivingUnitId')
    .select(['u.id', 'u.name'])
    .select((eb) => eb.fn.countAll<number>().as('procedures'))
    .where('o.validFrom', '<=', day)
    .where((eb) => eb.or([eb('o.validBefore', 'is', null), eb('o.validBefore', '>', day)]))
    .groupBy('u.id')
    .orderBy('u.level', 'desc')
    .orderBy('u.name')
    .execute()
}
