/** What a desk needs of a procedure at the moment it receives a dossier. One statement: it runs for every dossier. */
import { sql } from 'kysely'
import type { CountMode, LimitUnit } from '#modules/calendar/index.ts'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { formatDate } from '#platform/text/dates.ts'
import { catalogueErrors } from '../errors.ts'
import { inForce } from '../in-force.ts'
import type { ChannelLimit } from '../limit.ts'
import type { Channel } from '../schemas.ts'
import { jsonList } from './json-list.ts'

export interface ReceptionCase {
  procedureId: number
  procedureCode: string
  versionId: number
  caseId: number
  caseName: string
  /** Name of the procedure as the version says it. */
  name: string
  settlingUnitId: number
  limit: ChannelLimit
  /** Papers only, in order; notes are left out. */
  components: ReceptionComponent[]
  /** With an amount in đồng; what is paid later (`supplement`, `return`) too. */
  fees: ReceptionFee[]
}

export interface ReceptionComponent {
  id: number
  name: string
  originals: number
  copies: number
  isPresentedOnly: boolean
  isRequired: boolean
  formName: string | null
  groupName: string | null
}

export interface ReceptionFee {
  kind: 'fee' | 'charge'
  name: string
  amount: number
  per: string | null
  condition: string | null
  moment: 'reception' | 'supplement' | 'return'
}

/**
 * The case as it is received by a unit through a channel on a day (`YYYY-MM-DD`).
 * @throws catalogue.case-unknown, catalogue.case-not-in-force, catalogue.not-offered, catalogue.limit-missing
 */
export async function getReceptionCase(
  db: Queryable,
  caseId: number,
  { receivingUnitId, channel, day }: { receivingUnitId: number; channel: Channel; day: string },
): Promise<ReceptionCase> {
  const found = await caseAtUnit(db, { caseId, receivingUnitId, channel, day }).first()
  if (!found) return catalogueErrors.fail('catalogue.case-unknown')
  const procedure = found.name
  catalogueErrors.insist(found.isInForce && found.status === 'active', 'catalogue.case-not-in-force', {
    parameters: { day: formatDate(day) },
  })
  if (!found.settlingUnitId || !found.channelId) return catalogueErrors.fail('catalogue.not-offered', { parameters: { procedure } })
  if (found.limitAmount === null || found.limitUnit === null)
    return catalogueErrors.fail('catalogue.limit-missing', { parameters: { procedure } })
  return {
    procedureId: found.procedureId,
    procedureCode: found.procedureCode,
    versionId: found.versionId,
    caseId: found.caseId,
    caseName: found.caseName,
    name: found.name,
    settlingUnitId: found.settlingUnitId,
    limit: {
      amount: found.limitAmount,
      unit: found.limitUnit as LimitUnit,
      countMode: found.countMode as CountMode | null,
      cutoff: found.cutoff,
      hasLastHourRule: found.hasLastHourRule ?? false,
    },
    components: found.components ?? [],
    fees: found.fees ?? [],
  }
}

const caseAtUnit = prepared(
  (db, { caseId, receivingUnitId, channel, day }: { caseId: number; receivingUnitId: number; channel: Channel; day: string }) =>
    db
      .selectFrom('procedureCase as c')
      .innerJoin('procedureVersion as v', 'v.id', 'c.procedureVersionId')
      .innerJoin('procedure as p', 'p.id', 'v.procedureId')
      .leftJoin('procedureChannel as h', (join) => join.onRef('h.procedureCaseId', '=', 'c.id').on('h.channel', '=', channel))
      .select([
        'p.id as procedureId',
        'p.code as procedureCode',
        'p.status',
        'v.id as versionId',
        'c.id as caseId',
        'c.name as caseName',
        'v.name',
      ])
      .select(['h.id as channelId', 'h.limitAmount', 'h.limitUnit', 'h.countMode', 'h.hasLastHourRule'])
      .select(sql<string | null>`to_char(h.cutoff, 'HH24:MI')`.as('cutoff'))
      .select(inForce('v', day).as('isInForce'))
      .select((eb) => [
        eb
          .selectFrom('procedureOffer as o')
          .select('o.settlingUnitId')
          .whereRef('o.procedureId', '=', 'p.id')
          .where('o.receivingUnitId', '=', receivingUnitId)
          .where(sql<boolean>`${channel} = any(o.channels)`)
          .where('o.validFrom', '<=', day)
          .where((inner) => inner.or([inner('o.validBefore', 'is', null), inner('o.validBefore', '>', day)]))
          .as('settlingUnitId'),
        eb
          .selectFrom('component as k')
          .select(({ ref }) =>
            jsonList<ReceptionComponent>(
              {
                id: ref('k.id'),
                name: ref('k.name'),
                originals: ref('k.originals'),
                copies: ref('k.copies'),
                isPresentedOnly: ref('k.isPresentedOnly'),
                isRequired: ref('k.isRequired'),
                formName: ref('k.formName'),
                groupName: ref('k.groupName'),
              },
              ref('k.position'),
            ).as('list'),
          )
          .whereRef('k.procedureCaseId', '=', 'c.id')
          .where('k.kind', '=', 'paper')
          .as('components'),
        eb
          .selectFrom('channelFee as f')
          .select(({ ref }) =>
            jsonList<ReceptionFee>(
              {
                kind: ref('f.kind'),
                name: ref('f.name'),
                amount: ref('f.amount'),
                per: ref('f.per'),
                condition: ref('f.condition'),
                moment: ref('f.moment'),
              },
              ref('f.position'),
            ).as('list'),
          )
          .whereRef('f.procedureChannelId', '=', 'h.id')
          .where('f.amount', 'is not', null)
          .as('fees'),
      ])
      .where('c.id', '=', caseId),
)
