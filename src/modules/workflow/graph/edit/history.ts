/** What was before and what was undone, so that every operation can be taken back and done again. Pure; generic, so that the page can keep its selection along. */
export interface History<State> {
  past: readonly State[]
  present: State
  future: readonly State[]
}

/** Further back nobody remembers what was undone. */
export const MOST_STEPS = 100

export const begun = <State>(present: State): History<State> => ({ past: [], present, future: [] })

/** A new state; what had been undone is gone. The same state again changes nothing. */
export function record<State>({ past, present, future }: History<State>, next: State): History<State> {
  if (next === present) return { past, present, future }
  return { past: [...past, present].slice(-MOST_STEPS), present: next, future: [] }
}

export function undo<State>(history: History<State>): History<State> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] }
}

export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future }
}
