import { defineEvent } from '#platform/events.ts'

export interface ResultIssued {
  dossierId: number
  resultId: number
  number: number
  symbol: string
}

/** The result has its number; whoever makes the final document does it in this transaction, so that no number is given without its document. */
export const resultIssued = defineEvent<ResultIssued>('workflow.result-issued')
