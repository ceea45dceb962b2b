/**
 * Runs a PostgreSQL program tied to this one: a shell of three lines stands between them and ends it as soon as this program is gone,
 * however it went (`kill -9` too). It is in a session of its own, so that Ctrl-C in a terminal reaches only us and we end in order.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import type { SystemUser } from './system-user.ts'

/** The end of the shell's standard input is the sign; SIGINT is PostgreSQL's fast shutdown, and `initdb` tidies up at it. */
const GUARD = `
exec 9<&0 </dev/null
"$@" 9<&- & program=$!
{ read -r _ <&9; kill -INT $program; } 2>/dev/null & guard=$!
exec 9<&-
wait $program; code=$?
kill $guard 2>/dev/null
exit $code`

export interface Supervised {
  child: ChildProcess
  /** The exit code, once the program has ended. */
  ended: Promise<number>
  /** Asks it to end. */
  end(): void
}

/**
 * `files` are open descriptors that the program gets as 3, 4, …: `/proc/self/fd/3` leads there even where the user may not walk the
 * folders above it. `log` gets what it prints.
 */
export function supervise(command: string[], user: SystemUser, files: number[], log: number): Supervised {
  const child = spawn('/bin/sh', ['-c', GUARD, 'motcua-postgres', ...command], {
    ...(user.isOther ? { uid: user.uid, gid: user.gid } : {}),
    cwd: '/',
    detached: true,
    stdio: ['pipe', log, log, ...files],
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
  })
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code, signal) => resolve(signal ? 128 : (code ?? 1)))
  })
  return { child, ended, end: () => child.stdin?.end() }
}
