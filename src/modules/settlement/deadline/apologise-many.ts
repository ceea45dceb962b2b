/** One apology for many late dossiers: each in its own small transaction, with its own paper and its own answer; one that is refused stops no other. */
import type { Perform } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import { apologiseLate } from './actions/apologise-late.ts'

/** More at once would keep a person waiting for the page. */
export const MAX_APOLOGIES = 100

export interface ApologyAnswer {
  dossierId: number
  refusal?: AppError
}

interface Many {
  perform: Perform
  actor: Actor
  /** Of the request: sent again, it has one effect. */
  onceKey?: string
}

/** `wish`: reason, words and date, the same for all; those that have ended get no date. */
export async function apologiseMany(
  { perform, actor, onceKey }: Many,
  dossierIds: readonly number[],
  wish: { reasonCode: string; text: string; newDueOn?: string },
): Promise<ApologyAnswer[]> {
  const answers: ApologyAnswer[] = []
  for (const dossierId of [...new Set(dossierIds)].slice(0, MAX_APOLOGIES)) {
    try {
      await perform(actor, apologiseLate, { ...wish, dossierId }, { onceKey: onceKey && `${onceKey}:${dossierId}` })
      answers.push({ dossierId })
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error
      answers.push({ dossierId, refusal: error })
    }
  }
  return answers
}
