import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { escapeLike, searchable } from '#platform/text/searchable.ts'
import { validOn } from '#platform/validity.ts'
import type { Unit } from '../unit.ts'

const columns = [
  'id',
  'code',
  'agencyCode',
  'agencyCodeSource',
  'name',
  'shortName',
  'kind',
  'level',
  'parentId',
  'path',
  'areaCode',
  'address',
  'phone',
  'email',
  'website',
  'headTitle',
  'validFrom',
  'validTo',
  'decision',
  'successorId',
] as const

const units = (db: Queryable) => db.selectFrom('unit').select(columns).$castTo<Unit>()

export const findUnit = (db: Queryable, id: number): Promise<Unit | undefined> => units(db).where('id', '=', id).executeTakeFirst()

/** @throws AppError `record.not-found` */
export const getUnit = async (db: Queryable, id: number): Promise<Unit> => (await findUnit(db, id)) ?? commonErrors.fail('record.not-found')

export const findUnitByCode = (db: Queryable, code: string): Promise<Unit | undefined> =>
  units(db).where('code', '=', code).executeTakeFirst()

/** The unit that uses the agency code now. */
export const findUnitByAgencyCode = (db: Queryable, agencyCode: string): Promise<Unit | undefined> =>
  units(db).where('agencyCode', '=', agencyCode).where('validTo', 'is', null).executeTakeFirst()

/** The unit itself and every unit above it, the nearest first. */
export async function ancestorIds(db: Queryable, id: number): Promise<number[]> {
  const row = await db.selectFrom('unit').select('path').where('id', '=', id).executeTakeFirst()
  return row ? row.path.split('.').map(Number).reverse() : commonErrors.fail('record.not-found')
}

/** The agency whose name and number stand on what the unit decides: the nearest one, itself included, with an agency code of its own (a division has none). */
export async function issuingAgency(db: Queryable, unitId: number): Promise<Unit> {
  const ids = await ancestorIds(db, unitId)
  const above = await units(db).where('id', 'in', ids).where('agencyCode', 'is not', null).execute()
  const nearest = ids.find((id) => above.some((unit) => unit.id === id))
  return above.find(({ id }) => id === nearest) ?? getUnit(db, unitId)
}

/** The unit and every unit below it, in the order of the tree. `on`: only those that stand on that date. */
export const unitsWithin = (db: Queryable, id: number, on?: string): Promise<Unit[]> =>
  units(db)
    .where(sql<boolean>`path <@ (select path from unit where id = ${id})`)
    .$if(on !== undefined, (query) => query.where(validOn(on as string)))
    .orderBy('path')
    .execute()

/** Every unit that stands on the date, parents before children and siblings by name. */
export async function unitTree(db: Queryable, on: string): Promise<UnitNode[]> {
  const rows = await units(db).where(validOn(on)).orderBy('name').orderBy('id').execute()
  const nodes = new Map<number, UnitNode>(rows.map((unit) => [unit.id, { ...unit, depth: 0, children: [] }]))
  const roots: UnitNode[] = []
  for (const node of nodes.values()) {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId)
    if (parent) parent.children.push(node)
    else roots.push(node)
  }
  setDepth(roots, 0)
  return roots
}

/** The units directly below one, with how many stand below each; for a tree that opens level by level. */
export async function unitsBelow(
  db: Queryable,
  parentId: number | undefined,
  options: { withClosed?: boolean; on: string },
): Promise<(Unit & { below: number })[]> {
  return units(db)
    .select((eb) =>
      eb
        .selectFrom('unit as child')
        .select((child) => child.fn.countAll<number>().as('count'))
        .whereRef('child.parentId', '=', 'unit.id')
        .$if(!options.withClosed, (query) => query.where(validOn(options.on, 'child')))
        .as('below'),
    )
    .where('parentId', parentId === undefined ? 'is' : '=', parentId ?? null)
    .$if(!options.withClosed, (query) => query.where(validOn(options.on)))
    .orderBy('name')
    .$castTo<Unit & { below: number }>()
    .execute()
}

/** Units whose name, short name or code holds every word of the text, whatever the marks. */
export async function searchUnits(db: Queryable, text: string, on: string, limit = 50): Promise<Unit[]> {
  let query = units(db).where(validOn(on))
  for (const word of searchable(text).split(' ').filter(Boolean)) query = query.where('searchName', 'like', `%${escapeLike(word)}%`)
  return query.orderBy('path').limit(limit).execute()
}

/** The whole-system unit: the one above all others. @throws AppError when nothing is set up yet */
export async function getRootUnit(db: Queryable): Promise<Unit> {
  const root = await units(db).where('parentId', 'is', null).orderBy('id').limit(1).executeTakeFirst()
  return root ?? commonErrors.fail('record.not-found')
}

export interface UnitNode extends Unit {
  /** 0 for a root. */
  depth: number
  children: UnitNode[]
}

function setDepth(nodes: UnitNode[], depth: number): void {
  for (const node of nodes) {
    node.depth = depth
    setDepth(node.children, depth + 1)
  }
}
