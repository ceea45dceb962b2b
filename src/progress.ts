/** Progress of long work for the person at the terminal: in place there, as now and then a line anywhere else. */
import { stopwatch } from '#platform/clock.ts'

const EVERY = 5_000
const WIDTH = 24

export type Show = (what: string, done?: number, total?: number) => void

export function progressOn(stream: NodeJS.WriteStream): { show: Show; end(): void } {
  let current: string | undefined
  let saidAt = 0
  const line = (what: string, done?: number, total?: number) =>
    done === undefined ? `  ${what}` : total ? `  ${what}: ${bar(done / total)} ${done}/${total}` : `  ${what}: ${done}`
  return {
    show(what, done, total) {
      const isNew = what !== current
      if (stream.isTTY) stream.write(`${isNew && current ? '\n' : '\r\x1b[K'}${line(what, done, total)}`)
      else if (isNew || stopwatch() - saidAt > EVERY) {
        stream.write(`${line(what, done, total)}\n`)
        saidAt = stopwatch()
      }
      current = what
    },
    end() {
      if (stream.isTTY && current) stream.write('\n')
      current = undefined
    },
  }
}

const bar = (share: number): string => '█'.repeat(Math.round(Math.min(1, share) * WIDTH)).padEnd(WIDTH, '░')
