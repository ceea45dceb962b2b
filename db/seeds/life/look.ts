/** Reads a dossier as it stands. What never changes is read once. */
import { sql } from 'kysely'
import { apply, type DossierFact, type DossierState, dossierState } from '../../../src/modules/dossier/index.ts'
import { tasksOf } from '../../../src/modules/workflow/index.ts'
import type { Database } from '../../../src/platform/database.ts'
import { prepared } from '../../../src/platform/prepared.ts'
import type { Look } from './act.ts'

export interface About {
  id: number
  code: string
  caseId: number
  procedureId: number
  procedureCode: string
  channel: 'counter' | 'online' | 'post'
  receivingUnitId: number
  settlingUnitId: number
  returnMethod: 'counter' | 'post' | 'electronic'
  ownerName: string
  resultName: string
  /** Code of the agency whose number stands on the result. */
  agencyCode: string
  /** Papers handed in whose originals are kept. */
  originals: number[]
  /** All papers handed in. */
  papers: number[]
}

export async function readAbout(database: Database, dossierId: number): Promise<About> {
  const { rows } = await sql<About>`
    select d.id, d.code, d.procedure_case_id as case_id, d.procedure_id, p.code as procedure_code, d.channel, d.receiving_unit_id, d.settling_unit_id, d.return_method,
      o.name as owner_name,
      coalesce((select r.name from procedure_result r where r.procedure_version_id = d.procedure_version_id order by r.position limit 1), 'Văn bản trả lời') as result_name,
      (select u.code from unit s join unit u on u.path @> s.path and u.agency_code is not null where s.id = d.settling_unit_id order by nlevel(u.path) desc limit 1) as agency_code,
      coalesce((select json_agg(k.id order by k.position) from dossier_component k where k.dossier_id = d.id and k.originals > 0 and not k.is_presented_only), '[]') as originals,
      coalesce((select json_agg(k.id order by k.position) from dossier_component k where k.dossier_id = d.id), '[]') as papers
    from dossier d join procedure p on p.id = d.procedure_id join party o on o.id = d.owner_id
    where d.id = ${dossierId}`.execute(database)
  const [about] = rows
  if (!about) throw new Error(`There is no dossier ${dossierId}`)
  return { ...about, resultName: about.resultName.slice(0, 500) }
}

/** `before`: an earlier look at the same dossier; only what has been added since is read. */
export async function lookAt(database: Database, given: About, now: Date, before?: Look): Promise<Look> {
  const added = await actionsAfter(database, { dossierId: given.id, sequence: before?.actions.length ?? 0 }).execute()
  if (before && added.length === 0) return { ...before, now }
  const actions = [...(before?.actions ?? []), ...added.map(({ facts, ...row }) => ({ ...row, fact: facts as unknown as DossierFact }))]
  const moved = added.findLast(({ facts }) => 'settlingUnitId' in (facts as object) && 'unitId' in (facts as object))?.facts as
    | Moved
    | undefined
  const about = moved ? { ...given, receivingUnitId: moved.unitId, settlingUnitId: moved.settlingUnitId } : given
  const state = before ? actions.slice(before.actions.length).reduce<DossierState>(apply, before.state) : dossierState(actions)
  return { now, about, actions, state, open: tasksOf(actions).filter(({ closedAt }) => !closedAt) }
}

/** Passed on to the right authority. */
interface Moved {
  unitId: number
  settlingUnitId: number
}

const actionsAfter = prepared((db, { dossierId, sequence }: { dossierId: number; sequence: number }) =>
  db
    .selectFrom('dossierAction')
    .select(['sequence', 'at', 'actorKind', 'actorId', 'facts', 'hash'])
    .where('dossierId', '=', dossierId)
    .where('sequence', '>', sequence)
    .orderBy('sequence'),
)
