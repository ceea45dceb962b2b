/** What the watchdog finds: a dossier, a step or a message that has no next actor with a name, or whose date has passed without what had to happen. */

export const FINDING_KINDS = [
  'no-next-step',
  'task-unmanned',
  'filing-unseen',
  'filing-undecided',
  'leg-unacknowledged',
  'outside-overdue',
  'timer-overdue',
  'supplement-unclosed',
  'payment-overdue',
  'withdrawal-undecided',
  'late-unapologised',
  'message-unsent',
  'message-failed',
  'escalation-failed',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/**
 * Why a step stands without anybody. nobody: no officer who is there today holds the role at the unit · left: the holder's account is locked or closed · away: the
 * holder is absent and nobody who is there stands in · unfit: the holder no longer has the role · unit-closed.
 */
export type UnmannedReason = 'nobody' | 'left' | 'away' | 'unfit' | 'unit-closed'

export interface Finding {
  kind: FindingKind
  dossierId: number
  code: string
  state: string
  /** Of `task`. */
  taskNumber: number | null
  stepName: string | null
  holderName: string | null
  /** Of `outgoing_message`. */
  messageId: number | null
  /** Kind of the message. */
  messageKind: string | null
  /** Whose head has to act. */
  unitId: number
  unitName: string
  /** Since when it has been so; for what is over its date, the date. */
  since: Date
  /** An `UnmannedReason`, or the error of an escalation. */
  why: string | null
}
