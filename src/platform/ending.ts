/** The orderly end of a process: what was opened last is closed first, whoever asks for the end. */
import { stopwatch } from './clock.ts'

export interface Ending {
  readonly isEnding: boolean
  /** Closes this at the end, before everything that was opened earlier. */
  onEnd(close: () => Promise<unknown> | unknown): void
  /** Ends the process; the code of the first call counts. */
  now(exitCode: number): Promise<never>
}

/** Milliseconds. npm and a terminal may both pass on the same Ctrl-C. */
const SAME_PRESS = 1_000
const PATIENCE = 20_000

/**
 * Ends at SIGINT, SIGTERM, and when the launcher is gone (its channel closes). A second Ctrl-C ends at once: nothing acknowledged is lost,
 * the database recovers at the next start.
 */
export function createEnding(say: (sentence: string) => void): Ending {
  const closers: (() => Promise<unknown> | unknown)[] = []
  let beganAt: number | undefined
  const ending: Ending = {
    get isEnding() {
      return beganAt !== undefined
    },
    onEnd(close) {
      closers.push(close)
    },
    async now(exitCode) {
      if (beganAt === undefined) {
        beganAt = stopwatch()
        setTimeout(() => process.exit(exitCode || 1), PATIENCE).unref()
        for (const close of closers.reverse()) await Promise.resolve(close()).catch(() => {})
        process.exit(exitCode)
      }
      return new Promise<never>(() => {})
    },
  }
  const onSignal = (): void => {
    if (beganAt === undefined) {
      say('Đang dừng…')
      void ending.now(0)
    } else if (stopwatch() - beganAt > SAME_PRESS) process.exit(1)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  process.once('disconnect', onSignal)
  process.channel?.unref()
  return ending
}
