import { sql } from 'kysely'
import { permittedUnitIds } from '#modules/identity/index.ts'
import { partKinds } from '#modules/organization/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'

export interface ReceptionPlace {
  id: number
  name: string
  /** Of the province the unit lies in; the communes a desk offers for addresses. */
  provinceCode: string | null
  counters: { id: number; number: number; name: string }[]
}

/** The units at which the actor may receive today: those with an agency code, own or of the centre they are part of, that some procedure is offered at; the actor's home unit first. */
export async function receptionPlaces(db: Queryable, actor: Actor, now: Date): Promise<ReceptionPlace[]> {
  const today = localDate(now)
  const unitIds = await permittedUnitIds(db, actor, 'intake.receive', now)
  if (unitIds.length === 0) return []
  const units = await db
    .selectFrom('unit as u')
    .select(['u.id', 'u.name'])
    // The unit's own area or, failing that, the nearest above it.
    .select(
      sql<string | null>`(select coalesce(area.parent_code, area.code) from unit above join area on area.code = above.area_code
        where above.path @> u.path order by nlevel(above.path) desc limit 1)`.as('provinceCode'),
    )
    .where('u.id', 'in', unitIds)
    .where((eb) => eb.or([eb('u.agencyCode', 'is not', null), eb('u.kind', 'in', [...partKinds])]))
    .where(validOn(today, 'u'))
    .where((eb) => eb.exists(eb.selectFrom('procedureOffer as o').select('o.id').whereRef('o.receivingUnitId', '=', 'u.id')))
    .orderBy((eb) =>
      eb
        .case()
        .when(
          'u.id',
          '=',
          eb
            .selectFrom('officer')
            .select('homeUnitId')
            .where('id', '=', actor.kind === 'officer' ? actor.id : 0),
        )
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy('u.path')
    .execute()
  const counters = units.length
    ? await db
        .selectFrom('counter')
        .select(['id', 'unitId', 'number', 'name'])
        .where(
          'unitId',
          'in',
          units.map(({ id }) => id),
        )
        .where(validOn(today))
        .orderBy('number')
        .execute()
    : []
  return units.map((unit) => ({ ...unit, counters: counters.filter(({ unitId }) => unitId === unit.id) }))
}

/** Officers who work at the unit and may help people fill in their papers there; who helped is recorded (TT 11/2025/TT-BKHCN). */
export const helpersAt = (db: Queryable, unitId: number, now: Date): Promise<{ id: number; fullName: string }[]> => {
  const today = localDate(now)
  return db
    .selectFrom('officer as o')
    .select(['o.id', 'o.fullName'])
    .where('o.isActive', '=', true)
    .where((eb) =>
      eb.or([
        eb('o.homeUnitId', '=', unitId),
        eb.exists(
          eb
            .selectFrom('roleAssignment as a')
            .select('a.id')
            .whereRef('a.officerId', '=', 'o.id')
            .where('a.unitId', '=', unitId)
            .where(validOn(today, 'a')),
        ),
      ]),
    )
    .orderBy('o.fullName')
    .limit(200)
    .execute()
}
