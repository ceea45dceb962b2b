import type { DossierFact, TransitionId } from '#modules/dossier/index.ts'
import { defineEvent } from '#platform/events.ts'

export interface ResultIssued {
  dossierId: number
  resultId: number
  number: number
  symbol: string
}

/** The result has its number; whoever makes the final document does it in this transaction, so that no number is given without its document. */
export const resultIssued = defineEvent<ResultIssued>('workflow.result-issued')

export interface ActUndone {
  dossierId: number
  transition?: TransitionId
  /** The head of what was taken back. */
  fact: DossierFact
  from: number
  to: number
}

/** The last act on a dossier was taken back; whoever keeps rows of its own for it makes them say so, or refuses in this transaction. */
export const actUndone = defineEvent<ActUndone>('workflow.act-undone')
