/** The officer's counters, read once a request: the rail shows them on every page, the work list shows them again. */
import { type InboxCounts, inboxCounts } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { nearUntil } from './near.ts'

const read = new WeakMap<PageRequest, Promise<InboxCounts>>()

export function workCounts(request: PageRequest): Promise<InboxCounts> {
  const known = read.get(request)
  if (known !== undefined) return known
  const { services, viewer, now } = request
  const counts =
    viewer.actor.kind === 'officer'
      ? nearUntil(services.database, now).then((until) =>
          inboxCounts(services.database, viewer.actor.kind === 'officer' ? viewer.actor.id : 0, now, until),
        )
      : Promise.resolve({ mine: 0, waiting: 0, late: 0, near: 0 })
  read.set(request, counts)
  return counts
}
