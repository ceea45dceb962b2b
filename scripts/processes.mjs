// Processes by number and start: a number alone is given out again.
import { readFileSync } from 'node:fs'

/** When the process was started (clock ticks since the machine's start), or undefined when it is gone. */
export function startOf(pid) {
  try {
    const [state, ...rest] = fields(pid)
    return state === 'Z' ? undefined : rest[18]
  } catch {
    return undefined
  }
}

/** @throws when the process is gone */
export const parentOf = (pid) => Number(fields(pid)[1])

/** State, parent, …: what stands after the name in `/proc/<pid>/stat`. */
const fields = (pid) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
