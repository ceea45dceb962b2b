/** One dossier with everything its page, its papers and the API show. Reading it is recorded; who may not read it gets a refusal, which is recorded too. */
import { type RawBuilder, sql } from 'kysely'
import { permittedUnitPaths } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { recordAudit, recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { prepared } from '#platform/prepared.ts'
import { dossierErrors } from '../errors.ts'
import type { Channel, DossierAction, DossierFact, ReturnMethod } from '../facts.ts'
import { type DossierState, dossierState } from '../state.ts'
import { type NationalCode, nationalCodeOf } from '../transitions/life-states.ts'
import { actionsOf, type StoredAction, toActions } from './actions-of.ts'
import { type CodeKeys, codeKeys, dossierIdOf } from './dossier-id.ts'

export interface DossierDetail {
  id: number
  code: string
  externalCodes: string[]
  state: DossierState
  nationalStatus: NationalCode
  channel: Channel
  procedure: { id: number; code: string; name: string; versionId: number; caseId: number; caseName: string }
  receivingUnit: DossierUnit
  settlingUnit: DossierUnit
  counter: { number: number; name: string } | null
  owner: DossierParty
  /** The owner herself when she filed in person. */
  submitter: DossierParty
  authorizationPaper: string | null
  helperName: string | null
  receivedByName: string | null
  subject: string
  sets: number
  returnMethod: ReturnMethod
  returnAddress: string | null
  components: DossierComponent[]
  /** All files, oldest first; those of a component name it. */
  documents: DossierDocument[]
  /** Amounts in đồng. */
  fees: { kind: 'fee' | 'charge'; name: string; amount: number }[]
  result: DossierResult | null
  returned: DossierReturn | null
  actions: DossierAction[]
}

export interface DossierUnit {
  id: number
  name: string
  path: string
}

export interface DossierParty {
  id: number
  kind: 'person' | 'organisation'
  name: string
  identifierKind: string | null
  identifier: string | null
  birthDate: string | null
  representative: string | null
  phone: string | null
  email: string | null
  address: string | null
}

export interface DossierComponent {
  id: number
  position: number
  name: string
  originals: number
  copies: number
  isPresentedOnly: boolean
  note: string | null
  originalsReturnedAt: Date | null
}

export interface DossierDocument {
  documentId: number
  dossierComponentId: number | null
  kind: 'component' | 'working' | 'result'
  name: string
  /** Bytes. */
  size: number
  type: string
  officerName: string | null
  createdAt: Date
}

export interface DossierResult {
  id: number
  name: string
  number: number | null
  symbol: string | null
  documentId: number | null
  issuedAt: Date | null
  issuedByName: string | null
}

export interface DossierReturn {
  method: ReturnMethod
  receiverName: string
  receiverPhone: string | null
  proof: 'receipt' | 'identity' | 'authorization'
  proofNumber: string | null
  originalsReturned: boolean
  officerName: string | null
  returnedAt: Date
}

/** `unitId` of the reader's desk goes into the trail where it is known. */
export interface Reader {
  actor: Actor
  now: Date
}

/**
 * By code or id. Readable for whoever holds `dossier.read` at the unit that received or settles it, and for an officer who holds or held one of its tasks.
 * @throws AppError `dossier.code-unknown`, `access.denied`
 */
export async function getDossier(db: Queryable, key: string | number, { actor, now }: Reader): Promise<DossierDetail> {
  const found = await readRow(db, key)
  if (!found) return dossierErrors.fail('dossier.code-unknown')
  const { actions: stored, ...row } = found
  const actions = toActions(stored)
  const trail = {
    actor,
    at: now,
    name: 'dossier.read',
    subject: { kind: 'dossier', id: row.id },
    unitId: row.settlingUnit.id,
  }
  const mayRead =
    hasWorkedOn(actor, actions) ||
    (await permittedUnitPaths(db, actor, 'dossier.read', now)).some(
      (path) => isWithin(row.receivingUnit, path) || isWithin(row.settlingUnit, path),
    )
  if (!mayRead) {
    await recordAudit(db, { ...trail, outcome: 'refused' })
    return commonErrors.fail('access.denied')
  }
  await recordRead(db, trail)
  const state = dossierState(actions)
  return { ...row, state, nationalStatus: nationalCodeOf(state.state) ?? 1, actions }
}

/** Whether the officer was given, took, or closed a step of the dossier. Another agency's part is no step of hers: it opens that part alone, not the dossier. */
export function hasWorkedOn(actor: Actor, actions: readonly DossierAction[]): boolean {
  if (actor.kind !== 'officer') return false
  const legs = new Set(actions.flatMap(({ fact }) => (fact.kind === 'task-opened' && fact.task.kind === 'leg' ? [fact.task.number] : [])))
  return actions.some(({ actorKind, actorId, fact }) => {
    if (isOfLeg(fact, legs)) return false
    // What follows from an act is in its name too, and is none of its own.
    if (actorKind === 'officer' && actorId === actor.id) return !FOLLOWING.has(fact.kind)
    switch (fact.kind) {
      case 'task-opened':
        return fact.task.assigneeId === actor.id
      case 'task-handed-over':
        return fact.toOfficerId === actor.id
      case 'task-claimed':
      case 'task-completed':
      case 'task-sent-back':
        return fact.officerId === actor.id
      default:
        return false
    }
  })
}

const FOLLOWING: ReadonlySet<DossierFact['kind']> = new Set(['task-opened', 'task-cancelled', 'clock'])

function isOfLeg(fact: DossierFact, legs: ReadonlySet<number>): boolean {
  if (fact.kind === 'task-opened') return legs.has(fact.task.number)
  if (fact.kind === 'document-added' || fact.kind === 'noted') return fact.taskNumber !== undefined && legs.has(fact.taskNumber)
  return fact.kind.startsWith('task-') && 'number' in fact && typeof fact.number === 'number' && legs.has(fact.number)
}

const isWithin = (unit: DossierUnit, path: string): boolean => `${unit.path}.`.startsWith(`${path}.`)

type Row = Omit<DossierDetail, 'state' | 'nationalStatus' | 'actions'>

/** In one statement, with its actions. */
async function readRow(db: Queryable, key: string | number): Promise<(Row & { actions: StoredAction[] }) | undefined> {
  const row = await (typeof key === 'number' ? readById(db, { id: key }) : readByCode(db, codeKeys(key))).first()
  if (!row) return undefined
  for (const component of row.components) component.originalsReturnedAt = instant(component.originalsReturnedAt)
  for (const document of row.documents) document.createdAt = new Date(document.createdAt)
  if (row.result) row.result.issuedAt = instant(row.result.issuedAt)
  if (row.returned) row.returned.returnedAt = new Date(row.returned.returnedAt)
  return row
}

const readById = prepared((_db, { id }: { id: number }) => rowOf(sql`${id}`))
const readByCode = prepared((_db, keys: CodeKeys) => rowOf(dossierIdOf(keys)))

const rowOf = (id: RawBuilder<unknown>) => sql<Row & { actions: StoredAction[] }>`
    select d.id, d.code, d.external_codes, d.channel, d.subject, d.sets, d.return_method, d.return_address, d.authorization_paper,
      json_build_object('id', p.id, 'code', p.code, 'name', v.name, 'versionId', v.id, 'caseId', c.id, 'caseName', c.name) as procedure,
      json_build_object('id', r.id, 'name', r.name, 'path', r.path) as receiving_unit,
      json_build_object('id', s.id, 'name', s.name, 'path', s.path) as settling_unit,
      case when k.id is not null then json_build_object('number', k.number, 'name', k.name) end as counter,
      ${party('o')} as owner, ${party('f')} as submitter,
      (select full_name from officer where id = d.helper_id) as helper_name,
      (select full_name from officer where id = d.received_by_id) as received_by_name,
      coalesce((select json_agg(json_build_object('id', id, 'position', position, 'name', name, 'originals', originals, 'copies', copies,
          'isPresentedOnly', is_presented_only, 'note', note, 'originalsReturnedAt', originals_returned_at) order by position)
        from dossier_component where dossier_id = d.id), '[]') as components,
      coalesce((select json_agg(json_build_object('documentId', x.document_id, 'dossierComponentId', x.dossier_component_id, 'kind', x.kind,
          'name', m.name, 'size', b.size, 'type', b.type, 'officerName', w.full_name, 'createdAt', x.created_at) order by x.id)
        from dossier_document x join document m on m.id = x.document_id join file b on b.id = m.file_id left join officer w on w.id = m.officer_id
        where x.dossier_id = d.id), '[]') as documents,
      coalesce((select json_agg(json_build_object('kind', kind, 'name', name, 'amount', amount) order by id)
        from dossier_fee where dossier_id = d.id), '[]') as fees,
      (select json_build_object('id', x.id, 'name', x.name, 'number', x.number, 'symbol', x.symbol, 'documentId', x.document_id,
          'issuedAt', x.issued_at, 'issuedByName', w.full_name)
        from dossier_result x left join officer w on w.id = x.issued_by_id where x.dossier_id = d.id) as result,
      (select json_build_object('method', x.method, 'receiverName', x.receiver_name, 'receiverPhone', x.receiver_phone, 'proof', x.proof,
          'proofNumber', x.proof_number, 'originalsReturned', x.originals_returned, 'officerName', w.full_name, 'returnedAt', x.returned_at)
        from dossier_return x left join officer w on w.id = x.officer_id where x.dossier_id = d.id) as returned,
      ${actionsOf} as actions
    from dossier d
      join procedure p on p.id = d.procedure_id
      join procedure_version v on v.id = d.procedure_version_id
      join procedure_case c on c.id = d.procedure_case_id
      join unit r on r.id = d.receiving_unit_id
      join unit s on s.id = d.settling_unit_id
      left join counter k on k.id = d.counter_id
      join party o on o.id = d.owner_id
      join party f on f.id = d.submitter_id
    where d.id = ${id}`

const party = (alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`json_build_object('id', ${column('id')}, 'kind', ${column('kind')}, 'name', ${column('name')}, 'identifierKind', ${column('identifierKind')},
    'identifier', ${column('identifier')}, 'birthDate', ${column('birthDate')}, 'representative', ${column('representative')}, 'phone', ${column('phone')},
    'email', ${column('email')}, 'address', ${column('address')})`
}

/** JSON carries an instant as text. */
const instant = (value: Date | string | null): Date | null => (value === null ? null : new Date(value))
