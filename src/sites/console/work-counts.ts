/** The officer's counters, read once a request: the rail shows them on every page, the work list shows them again and has read them with its tasks. */
import { type InboxCounts, inboxCounts } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { wholeMinute } from '#platform/text/dates.ts'
import { nearUntil } from './near.ts'

const read = new WeakMap<PageRequest, Promise<InboxCounts> | InboxCounts>()

export function workCounts(request: PageRequest): Promise<InboxCounts> | InboxCounts {
  const known = read.get(request)
  if (known !== undefined) return known
  const counts = readCounts(request)
  read.set(request, counts)
  return counts
}

export const keepWorkCounts = (request: PageRequest, counts: InboxCounts): void => void read.set(request, counts)

async function readCounts({ services: { database }, viewer: { actor }, now }: PageRequest): Promise<InboxCounts> {
  if (actor.kind !== 'officer') return { mine: 0, waiting: 0, late: 0, near: 0 }
  const minute = wholeMinute(now)
  return inboxCounts(database, actor.id, minute, await nearUntil(database, minute))
}
