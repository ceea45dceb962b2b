/** What the writing rows work on: one case received at the provincial centre, and the officers whose hands it goes through. */
import { officersWithRole } from '#modules/identity/index.ts'
import { receiveDossier } from '#modules/intake/index.ts'
import { getProcessFor, lineOf } from '#modules/workflow/index.ts'
import type { Actor } from '#platform/actor.ts'
import { localDate } from '#platform/text/dates.ts'
import { seedableOffers, seededParties } from '../../db/seeds/dossier-queries.ts'
import { load } from './load.ts'
import type { Province } from './row.ts'

export const IN_FLIGHT = 8
/** The steps between reception and signature: each is completed by the plain action. */
export const STEPS = ['assignment', 'appraisal', 'review'] as const

export interface Desk {
  unitId: number
  receptionists: number[]
  /** As typed at the counter, without the owner. */
  form: {
    procedureCaseId: number
    receivingUnitId: number
    components: { componentId: number; originals: number; copies: number }[]
  }
  parties: number[]
  /** Who completes each of `STEPS`, and whom the assignment names. */
  doers: readonly [head: Actor, specialist: Actor, reviewer: Actor]
  doerIds: readonly number[]
  specialistId: number
  /** Receives so many dossiers, untimed; the codes and ids in order. */
  receive(count: number): Promise<Received[]>
}

export interface Received {
  id: number
  code: string
}

export async function deskOf({ app, clock, pool }: Pick<Province, 'app' | 'clock' | 'pool'>): Promise<Desk> {
  const { database, perform } = app.services
  const now = clock.now()
  const centre = await pool.query<{ id: string }>(`select id from unit where kind = 'centre' order by id limit 1`)
  const unitId = Number(centre.rows[0]?.id)
  const offers = await seedableOffers(database, localDate(now))
  for (const offer of offers.filter(({ receivingUnitId, channels }) => receivingUnitId === unitId && channels.length === 3)) {
    const { rows } = await pool.query<{ procedure_id: string; settling_unit_id: string }>(
      `select o.procedure_id, o.settling_unit_id from procedure_offer o join procedure_version v on v.procedure_id = o.procedure_id
        join procedure_case c on c.procedure_version_id = v.id where c.id = $1 and o.receiving_unit_id = $2`,
      [offer.caseId, unitId],
    )
    const process = await getProcessFor(database, Number(rows[0]?.procedure_id), Number(rows[0]?.settling_unit_id), localDate(now))
    const steps = lineOf(process.graph) ?? []
    if (offer.components.length < 3 || STEPS.some((kind, index) => steps[index + 1]?.kind !== kind)) continue
    const settlingUnitId = Number(rows[0]?.settling_unit_id)
    const able = async (position: number) => {
      const [officer] = await officersWithRole(database, process.roleIds.get(steps[position]?.roleCode ?? '') ?? 0, settlingUnitId, now)
      if (!officer) throw new Error(`Nobody does step ${position} at unit ${settlingUnitId}`)
      return officer.id
    }
    const receptionists = (await officersWithRole(database, offer.receptionRoleId, unitId, now)).map(({ id }) => id).slice(0, IN_FLIGHT)
    const [headId, specialistId, reviewerId] = [await able(1), await able(2), await able(3)]
    const parties = await seededParties(database)
    const form = {
      procedureCaseId: offer.caseId,
      receivingUnitId: unitId,
      components: offer.components.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
    }
    return {
      unitId,
      receptionists,
      form,
      parties,
      doers: [officer(headId), officer(specialistId), officer(reviewerId)],
      doerIds: [headId, specialistId, reviewerId],
      specialistId,
      async receive(count) {
        const received: Received[] = []
        await load(count, IN_FLIGHT, async (run) => {
          const given = { ...form, owner: { id: parties[run % parties.length] }, returnMethod: 'counter' }
          const { dossierId, code } = await perform(officer(receptionists[run % receptionists.length] ?? 0), receiveDossier, given)
          received[run] = { id: dossierId, code }
        })
        return received
      },
    }
  }
  throw new Error('The demonstration offers nothing with the ordinary line at the centre')
}

export const officer = (id: number): Actor => ({ kind: 'officer', id, source: '127.0.0.1' })
