/** The only place of the program that reads the time. Everything else is given `now`. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** Runs like the system's, ahead of it or (negative) behind: for a demonstration that shall live on another day. */
export const shiftedClock = (minutes: number): Clock => ({ now: () => new Date(Date.now() + minutes * 60_000) })

/** A clock that stands still until it is moved: for tests, seeds and the simulator. */
export function movableClock(start: Date): Clock & { set(to: Date): void } {
  let current = start
  return {
    now: () => new Date(current),
    set(to) {
      current = to
    },
  }
}

/** Monotonic milliseconds, for measuring how long something took; not a time of day. */
export const stopwatch = (): number => performance.now()
