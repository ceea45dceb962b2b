/**
 * `motcua verify`: recomputes every dossier from its actions and compares it with the stored columns and task rows, and checks every hash chain. The stored columns are
 * only a convenience; this is the proof that they tell the truth.
 */
import type { Selectable } from 'kysely'
import { CHAIN_START, type DossierAction, type DossierFact, dossierState, linkHash, projection } from '#modules/dossier/index.ts'
import type { Database, Transaction } from '#platform/database.ts'
import type { Dossier } from '../../../db/schema.ts'
import { taskRow, tasksOf } from './tasks.ts'

export interface Difference {
  code: string
  what: string
}

export interface Verification {
  dossiers: number
  actions: number
  differences: Difference[]
}

const BATCH = 500
const MAX_DIFFERENCES = 1_000

export async function verifyDossiers(database: Database, progress: (dossiers: number) => void = () => {}): Promise<Verification> {
  const result: Verification = { dossiers: 0, actions: 0, differences: [] }
  for (let after = 0; ; ) {
    const last = await inOneSnapshot(database, async (tx) => {
      const dossiers = await tx.selectFrom('dossier').selectAll().where('id', '>', after).orderBy('id').limit(BATCH).execute()
      await compare(tx, dossiers, result)
      return dossiers.at(-1)?.id
    })
    if (last === undefined) return result
    after = last
    progress(result.dossiers)
  }
}

/** The same for some dossiers, `BATCH` at most. */
export async function verifySomeDossiers(database: Database, ids: readonly number[]): Promise<Verification> {
  const result: Verification = { dossiers: 0, actions: 0, differences: [] }
  await inOneSnapshot(database, async (tx) =>
    compare(
      tx,
      await tx
        .selectFrom('dossier')
        .selectAll()
        .where('id', 'in', [...ids])
        .orderBy('id')
        .execute(),
      result,
    ),
  )
  return result
}

/** So that work going on meanwhile is not taken for a difference. */
const inOneSnapshot = <Result>(database: Database, work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  database.transaction().setIsolationLevel('repeatable read').execute(work)

async function compare(tx: Transaction, dossiers: readonly Selectable<Dossier>[], result: Verification): Promise<void> {
  if (dossiers.length === 0) return
  const ids = dossiers.map(({ id }) => id)
  const actions = groupBy(
    await tx.selectFrom('dossierAction').selectAll().where('dossierId', 'in', ids).orderBy('sequence').execute(),
    (row) => row.dossierId,
  )
  const tasks = groupBy(
    await tx.selectFrom('task').selectAll().where('dossierId', 'in', ids).orderBy('number').execute(),
    (row) => row.dossierId,
  )
  for (const dossier of dossiers) {
    const own = (actions.get(dossier.id) ?? []).map(({ facts, dossierId: _, kind, ...row }) => ({
      kind,
      action: { ...row, fact: facts as unknown as DossierFact },
    }))
    result.dossiers++
    result.actions += own.length
    for (const what of differencesOf(dossier, own, tasks.get(dossier.id) ?? []))
      if (result.differences.length < MAX_DIFFERENCES) result.differences.push({ code: dossier.code, what })
  }
}

function differencesOf(
  dossier: Record<string, unknown> & { id: number; code: string },
  stored: { kind: string; action: DossierAction }[],
  taskRows: (Record<string, unknown> & { number: number })[],
): string[] {
  const found: string[] = []
  let previous = CHAIN_START
  stored.forEach(({ kind, action }, index) => {
    if (action.sequence !== index + 1) found.push(`hành động ${index + 1} bị thiếu`)
    if (kind !== action.fact.kind) found.push(`hành động ${action.sequence}: loại ghi “${kind}” khác nội dung “${action.fact.kind}”`)
    const expected = linkHash(previous, { dossierId: dossier.id, ...action })
    if (expected !== action.hash) found.push(`hành động ${action.sequence}: chuỗi băm bị đứt`)
    previous = action.hash
  })
  try {
    const actions = stored.map(({ action }) => action)
    found.push(...differing('hồ sơ', projection(dossierState(actions)), dossier))
    const first = actions[0]?.fact
    if (first?.kind === 'received' && first.code !== dossier.code) found.push(`mã hồ sơ ${dossier.code} khác mã đã tiếp nhận ${first.code}`)
    const tasks = tasksOf(actions)
    if (tasks.length !== taskRows.length) found.push(`có ${taskRows.length} bước lưu, tính ra ${tasks.length}`)
    for (const task of tasks) {
      const row = taskRows.find(({ number }) => number === task.number)
      if (row) found.push(...differing(`bước ${task.number}`, taskRow(dossier.id, task), row))
    }
  } catch (error) {
    found.push(`không dựng lại được từ các hành động: ${error instanceof Error ? error.message : String(error)}`)
  }
  return found
}

function differing(where: string, computed: Record<string, unknown>, row: Record<string, unknown>): string[] {
  return Object.entries(computed).flatMap(([column, value]) =>
    plain(value) === plain(row[column]) ? [] : [`${where}: ${column} lưu ${plain(row[column])}, tính ra ${plain(value)}`],
  )
}

const plain = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))

function groupBy<Row, Key>(rows: Row[], key: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
