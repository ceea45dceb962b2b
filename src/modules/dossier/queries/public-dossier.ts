/** What the look-up without sign-in may know of a dossier: procedure, units, dates and course. It touches no table that holds people. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { readActions } from '../append.ts'
import type { DossierAction, ReturnMethod } from '../facts.ts'
import { type DossierState, dossierState } from '../state.ts'
import { namedIn } from '../timeline.ts'
import { findDossierId } from './dossier-id.ts'
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

export async function findPublicDossier(db: Queryable, code: string): Promise<PublicDossier | undefined> {
  const id = await findDossierId(db, code)
  if (id === undefined) return undefined
  const { rows } = await sql<Omit<PublicDossier, 'state' | 'actions' | 'unitNames'>>`
    select d.code, p.code as procedure_code, v.name as procedure_name, d.return_method, s.name as settling_unit_name,
      json_build_object('name', r.name, 'address', r.address, 'phone', r.phone) as receiving_unit
    from dossier d
      join procedure p on p.id = d.procedure_id
      join procedure_version v on v.id = d.procedure_version_id
      join unit r on r.id = d.receiving_unit_id
      join unit s on s.id = d.settling_unit_id
    where d.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const actions = await readActions(db, id)
  return { ...row, state: dossierState(actions), actions, unitNames: await unitNames(db, namedIn(actions).unitIds) }
}
