/** What the rail says beside the counters of work: who called the officer, what leaders asked of her, and her saved filters with how much fits each. */
import { type CallCounts, type CountedView, callCounts, countedViews } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { nearUntil } from './near.ts'

export type RailFacts = CallCounts & { views: CountedView[] }

const asked = new WeakMap<PageRequest, Promise<RailFacts>>()

/** Read once a request. A page that reads something itself asks for it at the same time, so that the statements travel together. */
export function railFacts(request: PageRequest): Promise<RailFacts> {
  const known = asked.get(request) ?? readRail(request)
  asked.set(request, known)
  return known
}

async function readRail({ services: { database }, viewer: { actor }, now }: PageRequest): Promise<RailFacts> {
  if (actor.kind !== 'officer') return { mentions: 0, instructions: 0, lateInstructions: 0, hasViews: false, views: [] }
  const counts = await callCounts(database, actor.id, now)
  return { ...counts, views: counts.hasViews ? await countedViews(database, actor.id, now, await nearUntil(database, now)) : [] }
}
