/**
 * What stands beside every page is read for every page, and most of the time it is what it was. It is kept for an officer until this process has performed another action, and for the
 * rest of its minute at the longest, because other processes write too (docs/decisions/0018-counters-beside-a-page.md).
 */
import { actionsPerformed } from '#platform/action.ts'
import type { Database } from '#platform/database.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { wholeMinute } from '#platform/text/dates.ts'

const KEPT = 2_000

export function remembering<Facts>(read: (request: PageRequest) => Promise<Facts>): (request: PageRequest) => Promise<Facts> {
  const memories = new WeakMap<Database, Map<string, { until: string; facts: Promise<Facts> }>>()
  return (request) => {
    const { viewer, now, services } = request
    const kept = memories.get(services.database) ?? new Map()
    memories.set(services.database, kept)
    const whose = JSON.stringify(viewer.actor)
    const until = `${actionsPerformed()} ${wholeMinute(now).getTime()}`
    const known = kept.get(whose)
    if (known?.until === until) return known.facts
    const facts = read(request)
    kept.delete(whose)
    const [oldest] = kept.size < KEPT ? [] : kept.keys()
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(whose, { until, facts })
    // What could not be read is asked again.
    facts.catch(() => kept.get(whose)?.facts === facts && kept.delete(whose))
    return facts
  }
}
