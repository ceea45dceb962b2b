/** What the rail says beside the counters of work: who called the officer, what leaders asked of her, and her saved filters with how much fits each. */
import { type CallCounts, type CountedView, callCounts, countedViews } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { nearUntil } from './near.ts'

export async function railFacts({
  services: { database },
  viewer: { actor },
  now,
}: PageRequest): Promise<CallCounts & { views: CountedView[] }> {
  if (actor.kind !== 'officer') return { mentions: 0, instructions: 0, lateInstructions: 0, hasViews: false, views: [] }
  const counts = await callCounts(database, actor.id, now)
  return { ...counts, views: counts.hasViews ? await countedViews(database, actor.id, now, await nearUntil(database, now)) : [] }
}
