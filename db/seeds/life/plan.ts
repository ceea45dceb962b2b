/** What life is to be lived. */
export type Channel = 'counter' | 'online' | 'post'

export interface Plan {
  /** The first day on which anybody comes, `YYYY-MM-DD`. */
  from: string
  /** Nothing happens after it. */
  until: Date
  dossiers: number
  seed: number
  /** People tell applicants by hand what no channel carries, and leave nothing lying at the end: for a demonstration whose watchdog finds nothing. */
  isTidy?: true
  /** So many of them come in the last days, so that every step has some waiting; left out: evenly. */
  recent?: { days: number; share: number }
}
