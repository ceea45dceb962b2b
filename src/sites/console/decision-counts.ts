/** What waits for a leader beside her steps: apologies that are owed, proposals to approve. Asked only for who may decide. */
import { countOwingApology, countWaitingProposals } from '#modules/settlement/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { wholeMinute } from '#platform/text/dates.ts'
import { remembering } from './rail-memory.ts'

export interface DecisionCounts {
  apologies: number
  proposals: number
}

export const decisionCounts = remembering(readCounts)

async function readCounts({ services: { database }, viewer, now }: PageRequest): Promise<DecisionCounts> {
  const reading = { actor: viewer.actor, now: wholeMinute(now) }
  const [apologies, proposals] = await Promise.all([
    viewer.holds('settlement.extend') ? countOwingApology(database, reading) : 0,
    viewer.holds('settlement.ask-supplement') ? countWaitingProposals(database, reading) : 0,
  ])
  return { apologies, proposals }
}
