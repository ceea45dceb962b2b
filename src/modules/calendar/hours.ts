/** Office hours of a day as text, `08:00-12:00,13:00-17:00`, and as minutes after midnight. The empty text is a day without office hours. */
import { minuteOf, timeOf } from './day.ts'

export type Session = readonly [opens: number, closes: number]
/** In order, without overlap; between two sessions there is a break. */
export type Sessions = readonly Session[]

export const NO_HOURS: Sessions = []

const SESSION = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/

/** Undefined when the text is not office hours: a bad time, a session that ends before it begins, sessions out of order or touching. */
export function parseHours(text: string): Sessions | undefined {
  const trimmed = text.replaceAll(' ', '').replaceAll('–', '-')
  if (trimmed === '') return NO_HOURS
  const sessions: Session[] = []
  let before = -1
  for (const part of trimmed.split(',')) {
    if (!SESSION.test(part)) return undefined
    const session: Session = [minuteOf(part), minuteOf(part.slice(6))]
    if (session[0] <= before || session[1] <= session[0]) return undefined
    before = session[1]
    sessions.push(session)
  }
  return sessions
}

export const hoursText = (sessions: Sessions): string => sessions.map(([opens, closes]) => `${timeOf(opens)}-${timeOf(closes)}`).join(',')

/** For people: `08:00–12:00, 13:00–17:00`. */
export const formatHours = (sessions: Sessions): string =>
  sessions.map(([opens, closes]) => `${timeOf(opens)}–${timeOf(closes)}`).join(', ')

export const minutesIn = (sessions: Sessions): number => sessions.reduce((sum, [opens, closes]) => sum + closes - opens, 0)
