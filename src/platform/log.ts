/** Structured logs, one JSON object a line. Personal data never goes in: routes are logged by their pattern, not by their address. */
import { type Logger, pino } from 'pino'

export type Log = Logger

export const createLog = (level: string): Log =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, redact: ['*.password', '*.token'] })
