/** What stands in the address of a list of work, and what the queries call it. */
import type { InboxFilter, InboxList } from '#modules/workflow/index.ts'

export const STANDINGS: Record<string, InboxFilter['standing']> = { 'qua-han': 'late', 'sap-den': 'near', 'trong-han': 'within' }
export { inboxKinds as KINDS } from '#modules/workflow/index.ts'

export const LISTS: Record<string, InboxList> = { '': 'mine', 'cho-nhan': 'waiting', 'tat-ca': 'all' }

const keyOf = <Value>(names: Record<string, Value>, value: Value | undefined) =>
  Object.entries(names).find(([, each]) => each === value)?.[0]

/** The address of the work list with this filter. */
export function inboxHref({
  list,
  standing,
  kind,
  unitId,
  text,
}: Pick<InboxFilter, 'list' | 'standing' | 'kind' | 'unitId' | 'text'>): string {
  const query = { ds: keyOf(LISTS, list), han: keyOf(STANDINGS, standing), buoc: kind, dv: unitId && String(unitId), q: text }
  const filled = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return filled.length > 0 ? `/lam-viec?${new URLSearchParams(filled)}` : '/lam-viec'
}
