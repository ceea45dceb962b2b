/** How dossiers and steps stand against their clocks, in words of working time. */
import { calendarReader, formatRemaining, remaining, type WorkingCalendar } from '#modules/calendar/index.ts'
import { type Light, lightOf, usedShareOf } from '#modules/dossier/index.ts'
import { dueLights } from '#modules/organization/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { DueBadge, type DueState } from '#ui/index.ts'

/** `còn 1 ngày 3 giờ làm việc`, counted by the calendar of the unit with this tree path. */
export type LeftWords = (unitPath: string, due: Date) => string

export async function leftWords(db: Queryable, now: Date, language: Language, calendarVersion?: string): Promise<LeftWords> {
  const calendarOf = await calendarReader(db, calendarVersion)
  const calendars = new Map<string, WorkingCalendar>()
  return (unitPath, due) => {
    const calendar = calendars.get(unitPath) ?? calendarOf(unitIdsOf(unitPath))
    calendars.set(unitPath, calendar)
    return formatRemaining(remaining(calendar, now, due), language)
  }
}

/** The unit and those above it, nearest first, as calendars want them. */
export const unitIdsOf = (path: string): number[] => path.split('.').map(Number).reverse()

const STATES: Record<Light, DueState> = { within: 'in-time', half: 'half', near: 'near', late: 'late', paused: 'paused' }

/** The light of a step: it has no day to spare, and is late from its due minute on. */
export type StepLight = (step: StepTimes) => Light

export interface StepTimes {
  unitPath: string
  openedAt: Date
  stepDueAt: Date
  pausedAt: Date | null
}

export async function stepLights(db: Queryable, now: Date, calendarVersion?: string): Promise<StepLight> {
  const [calendarOf, thresholds] = await Promise.all([calendarReader(db, calendarVersion), dueLights(db)])
  return ({ unitPath, openedAt, stepDueAt, pausedAt }) =>
    lightOf(
      {
        usedShare: usedShareOf(calendarOf(unitIdsOf(unitPath)), openedAt, stepDueAt, now),
        isLate: pausedAt === null && stepDueAt < now,
        isPaused: pausedAt !== null,
      },
      thresholds,
    )
}

/** The light of a dossier in a list, by the calendar of the unit that settles it; its lateness is the law's (`lateFrom`). */
export async function dossierLights(db: Queryable, now: Date): Promise<(dossier: DossierTimes) => Light> {
  const [calendarOf, thresholds] = await Promise.all([calendarReader(db), dueLights(db)])
  return ({ settlingUnitPath, receivedAt, dueAt, lateFrom, pausedAt }) =>
    lightOf(
      {
        usedShare: receivedAt && dueAt ? usedShareOf(calendarOf(unitIdsOf(settlingUnitPath)), receivedAt, dueAt, now) : undefined,
        isLate: lateFrom !== null && lateFrom <= now,
        isPaused: pausedAt !== null,
      },
      thresholds,
    )
}

interface DossierTimes {
  settlingUnitPath: string
  receivedAt: Date | null
  dueAt: Date | null
  lateFrom: Date | null
  pausedAt: Date | null
}

/** A coloured edge only for what wants a look. */
export const toneOf = (light: Light): 'near' | 'late' | undefined => (light === 'near' || light === 'late' ? light : undefined)

/** Word, shape, what is left, and the moment itself. */
export const Due = ({ light, due, left }: { light: Light; due: Date; left?: string }) => (
  <>
    <DueBadge state={STATES[light]} detail={light === 'paused' ? undefined : left} /> <span class="nowrap">{formatMoment(due)}</span>
  </>
)
