/**
 * Structured logs, one JSON object a line. Personal data never goes in: routes are logged by their pattern, not by their address, and errors by what went wrong, not
 * by the values that it went wrong with.
 */
import { type Logger, pino } from 'pino'

export type Log = Logger

export const createLog = (level: string): Log =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, redact: ['*.password', '*.token'] })

/** An error for the log. PostgreSQL and JSON quote the values they could not take ("invalid input syntax for type bigint: …"), and its details name whole keys. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const { code, table, column, constraint } = error as Partial<Record<'code' | 'table' | 'column' | 'constraint', unknown>>
  const cause = error.cause === undefined ? {} : { cause: errorFacts(error.cause) }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, code, table, column, constraint, message: withoutValues(error.message), frames, ...cause }
}

const withoutValues = (message: string): string => message.replace(/"[\s\S]*"|"[\s\S]*$/, '"…"')
