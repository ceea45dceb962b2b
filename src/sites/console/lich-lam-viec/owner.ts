/** Whose calendar a page is about: the country's, or that of a unit chosen by `don-vi`. */
import { holdsAt } from '#modules/identity/index.ts'
import { ancestorIds, findUnit, getRootUnit, type Unit, type UnitNode, unitTree } from '#modules/organization/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import type { Option } from '#ui/index.ts'

export interface Owner {
  unitId: number | null
  unit?: Unit
  /** The unit and those above it, nearest first; empty for the country. */
  unitIds: number[]
}

/** @throws record.not-found for a unit that does not exist */
export async function ownerOf({ services }: PageRequest, text: string | undefined): Promise<Owner> {
  if (!text) return { unitId: null, unitIds: [] }
  const unit = /^\d{1,15}$/.test(text) ? await findUnit(services.database, Number(text)) : undefined
  if (!unit) return commonErrors.fail('record.not-found')
  return { unitId: unit.id, unit, unitIds: await ancestorIds(services.database, unit.id) }
}

/** The country's calendar is edited by those who may at the unit above all others. */
export async function mayEdit({ services, viewer, now }: PageRequest, owner: Owner): Promise<boolean> {
  if (!viewer.holds('calendar.edit')) return false
  const { path } = owner.unit ?? (await getRootUnit(services.database))
  return holdsAt(services.database, viewer.actor, 'calendar.edit', path, now)
}

/** @throws access.denied when the viewer may not edit this calendar · record.not-found */
export async function editableOwner(request: PageRequest, text: string | undefined): Promise<Owner> {
  const owner = await ownerOf(request, text)
  commonErrors.insist(await mayEdit(request, owner), 'access.denied')
  return owner
}

/** Units to choose from, in the order of the tree, those below moved in. */
export async function unitOptions({ services, now }: PageRequest): Promise<Option[]> {
  const flatten = (nodes: UnitNode[]): UnitNode[] => nodes.flatMap((node) => [node, ...flatten(node.children)])
  const units = flatten(await unitTree(services.database, localDate(now)))
  return units.map(({ id, name, depth }) => ({ value: String(id), label: `${'– '.repeat(depth)}${name}` }))
}

/** `path` with the owner and more in its query. */
export function calendarHref(path: string, owner: Pick<Owner, 'unitId'>, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...more, ...(owner.unitId === null ? {} : { 'don-vi': String(owner.unitId) }) }).toString()
  return query ? `${path}?${query}` : path
}
