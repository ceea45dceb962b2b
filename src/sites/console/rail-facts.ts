/** What the rail and the head say beside the counters of work: filings that wait, who called the officer, what leaders asked of her, her saved filters, what the watchdog found at her units. */
import { countFilings, type FilingCounts } from '#modules/intake/index.ts'
import { type FindingFigures, findingFigures, READ_WATCH, type WatchCounts, watchCounts } from '#modules/watch/index.ts'
import { type CallCounts, type CountedView, callCounts, countedViews } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { nearUntil } from './near.ts'
import { remembering } from './rail-memory.ts'

export interface RailFacts extends CallCounts, WatchCounts {
  views: CountedView[]
  filings: FilingCounts
  /** Undefined for those who do not answer for a unit. */
  findings?: FindingFigures
}

const NO_FILINGS: FilingCounts = { waiting: 0, late: 0 }

/** A page that reads something itself asks for it at the same time, so that the statements travel together. */
export const railFacts = remembering(readRail)

async function readRail({ services: { database }, viewer, now }: PageRequest): Promise<RailFacts> {
  const { actor } = viewer
  if (actor.kind !== 'officer')
    return {
      mentions: 0,
      instructions: 0,
      lateInstructions: 0,
      hasViews: false,
      views: [],
      filings: NO_FILINGS,
      reminders: 0,
      hasDigest: false,
    }
  const [counts, watch, filings, findings] = await Promise.all([
    callCounts(database, actor.id, now),
    watchCounts(database, actor.id, localDate(now)),
    viewer.holds('intake.receive') ? countFilings(database, actor, now) : NO_FILINGS,
    viewer.holds(READ_WATCH) ? findingFigures(database, { actor, now }) : undefined,
  ])
  return {
    ...counts,
    ...watch,
    filings,
    views: counts.hasViews ? await countedViews(database, actor.id, now, await nearUntil(database, now)) : [],
    findings,
  }
}
