/** The only place that writes to a dossier's list of actions, and the projection of its state with it. */
import type { Work } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import { actorColumns } from '#platform/actor.ts'
import type { Queryable, Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { prepared, preparedRows } from '#platform/prepared.ts'
import { CHAIN_START, linkHash } from './chain.ts'
import type { DossierAction, DossierFact, ReturnMethod } from './facts.ts'
import { apply, type DossierState, dossierState, projection } from './state.ts'

/** A dossier held by this transaction: nobody else can append to it until the transaction ends. */
export interface HeldDossier {
  id: number
  code: string
  receivingUnitId: number
  settlingUnitId: number
  procedureId: number
  returnMethod: ReturnMethod
  actions: DossierAction[]
  state: DossierState
}

/** @throws AppError `record.not-found` */
export async function holdDossier(tx: Transaction, id: number): Promise<HeldDossier> {
  // Two statements sent together: the second begins, and looks, when the first has the lock.
  const [row, actions] = await Promise.all([lockDossier(tx, { id }).first(), readActions(tx, id)])
  if (!row) return commonErrors.fail('record.not-found')
  return { ...row, returnMethod: row.returnMethod as ReturnMethod, actions, state: dossierState(actions) }
}

export async function readActions(db: Queryable, dossierId: number): Promise<DossierAction[]> {
  const rows = await actionsInOrder(db, { dossierId }).execute()
  return rows.map(({ facts, ...row }) => ({ ...row, fact: facts as unknown as DossierFact }))
}

const lockDossier = prepared((tx, { id }: { id: number }) =>
  tx
    .selectFrom('dossier')
    .select(['id', 'code', 'receivingUnitId', 'settlingUnitId', 'procedureId', 'returnMethod'])
    .where('id', '=', id)
    .forUpdate(),
)

const actionsInOrder = prepared((db, { dossierId }: { dossierId: number }) =>
  db
    .selectFrom('dossierAction')
    .select(['sequence', 'at', 'actorKind', 'actorId', 'facts', 'hash'])
    .where('dossierId', '=', dossierId)
    .orderBy('sequence'),
)

/** Appends facts in order and brings the dossier's row up to date; the held dossier moves on with it. Without facts nothing is written. */
export function appendFacts(
  { tx, send, ...by }: Pick<Work, 'tx' | 'send' | 'actor' | 'now'>,
  dossier: HeldDossier,
  ...facts: DossierFact[]
): DossierAction[] {
  if (facts.length === 0) return []
  const { added, state } = nextFacts(dossier, by, facts)
  send(insertActions(tx, dossier.id, added))
  dossier.state = state
  dossier.actions.push(...added)
  send(projectState(tx, { ...projection(dossier.state), id: dossier.id }))
  return added
}

/** What the next facts of a dossier are as actions, and the state after them. Pure: nothing is written, the given dossier stays as it is. */
export function nextFacts(
  { id, state, actions = [] }: Pick<HeldDossier, 'id' | 'state'> & Partial<Pick<HeldDossier, 'actions'>>,
  by: { actor: Actor; now: Date },
  facts: readonly DossierFact[],
): { added: DossierAction[]; state: DossierState } {
  const added = chain(id, state.actionCount, state.chainHead, by, facts)
  const takesBack = facts.some(({ kind }) => kind === 'undone')
  return { added, state: takesBack ? dossierState([...actions, ...added]) : added.reduce<DossierState>(apply, state) }
}

/** The first facts of a dossier whose id is already known; returns them with the state they make. */
export function firstFacts(
  dossierId: number,
  by: { actor: Actor; now: Date },
  facts: DossierFact[],
): { actions: DossierAction[]; state: DossierState } {
  const actions = chain(dossierId, 0, CHAIN_START, by, facts)
  return { actions, state: dossierState(actions) }
}

/** The statement, not yet executed. */
export const insertActions = (tx: Transaction, dossierId: number, actions: readonly DossierAction[]) =>
  insertRows(
    tx,
    actions.map((action) => actionRow(dossierId, action)),
  )

const actionRow = (dossierId: number, { fact, ...action }: DossierAction) => ({
  ...action,
  dossierId,
  kind: fact.kind,
  facts: JSON.stringify(fact),
})

const insertRows = preparedRows((tx, rows: ReturnType<typeof actionRow>[]) => tx.insertInto('dossierAction').values(rows))

const projectState = prepared((tx, { id, ...columns }: ReturnType<typeof projection> & { id: number }) =>
  tx.updateTable('dossier').set(columns).where('id', '=', id),
)

function chain(
  dossierId: number,
  count: number,
  head: string,
  { actor, now }: { actor: Actor; now: Date },
  facts: readonly DossierFact[],
): DossierAction[] {
  const { actorKind, actorId } = actorColumns(actor)
  let previous = head
  return facts.map((fact, index) => {
    const sequence = count + index + 1
    previous = linkHash(previous, { dossierId, sequence, at: now, actorKind, actorId, fact })
    return { sequence, at: now, actorKind, actorId, fact, hash: previous }
  })
}
