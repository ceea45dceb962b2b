/** What the look-up without sign-in may know of a dossier: procedure, units, dates and course. It touches no table that holds people. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import type { DossierAction, ReturnMethod } from '../facts.ts'
import { type DossierState, dossierState } from '../state.ts'
import { namedIn } from '../timeline.ts'
import type { LifeState } from '../transitions/life-states.ts'
import { actionsOf, type StoredAction, toActions } from './actions-of.ts'
import { type CodeKeys, codeKeys, dossierIdOf } from './dossier-id.ts'
import { unitNames } from './timeline-names.ts'

export interface PublicDossier {
  code: string
  procedureCode: string
  procedureName: string
  receivingUnit: { name: string; address: string | null; phone: string | null }
  settlingUnitName: string
  returnMethod: ReturnMethod
  state: DossierState
  actions: DossierAction[]
  unitNames: Map<number, string>
}

/** In two statements: the dossier with its actions, and the names of the units these name. */
export async function findPublicDossier(db: Queryable, code: string): Promise<PublicDossier | undefined> {
  const row = await readPublic(db, codeKeys(code)).first()
  if (!row) return undefined
  const actions = toActions(row.actions)
  return { ...row, state: dossierState(actions), actions, unitNames: await unitNames(db, namedIn(actions).unitIds) }
}

const readPublic = prepared(
  (_db, keys: CodeKeys) => sql<Omit<PublicDossier, 'state' | 'actions' | 'unitNames'> & { actions: StoredAction[] }>`
    select d.code, p.code as procedure_code, v.name as procedure_name, d.return_method, s.name as settling_unit_name,
      json_build_object('name', r.name, 'address', r.address, 'phone', r.phone) as receiving_unit, ${actionsOf} as actions
    from dossier d
      join procedure p on p.id = d.procedure_id
      join procedure_version v on v.id = d.procedure_version_id
      join unit r on r.id = d.receiving_unit_id
      join unit s on s.id = d.settling_unit_id
    where d.id = ${dossierIdOf(keys)}`,
)

/** Where a dossier stands, for a program that asks: its row, which repeats what the actions say. */
export interface DossierStanding {
  code: string
  procedureCode: string
  procedureName: string
  state: LifeState
  nationalStatus: number
  settlingUnitName: string
  receivedAt: Date | null
  dueAt: Date | null
  finishedAt: Date | null
  returnedAt: Date | null
}

export const findDossierStanding = (db: Queryable, code: string): Promise<DossierStanding | undefined> =>
  readStanding(db, codeKeys(code)).first()

const readStanding = prepared(
  (_db, keys: CodeKeys) => sql<DossierStanding>`
    select d.code, p.code as procedure_code, v.name as procedure_name, d.state, d.national_status, s.name as settling_unit_name,
      d.received_at, d.due_at, d.finished_at, d.returned_at
    from dossier d
      join procedure p on p.id = d.procedure_id
      join procedure_version v on v.id = d.procedure_version_id
      join unit s on s.id = d.settling_unit_id
    where d.id = ${dossierIdOf(keys)}`,
)
