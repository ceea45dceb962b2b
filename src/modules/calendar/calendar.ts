/**
 * A working calendar as a value: office hours and exceptional days in layers (a unit, the units above it, the country), compiled into running sums per day so that
 * counting is a subtraction. The compiled range grows when a count needs more; the value itself never changes.
 */
import { dateOf, dayNumber, weekdayOf, yearOf } from './day.ts'
import { calendarErrors } from './errors.ts'
import { nationalDays } from './holidays.ts'
import { minutesIn, NO_HOURS, parseHours, type Sessions } from './hours.ts'

/** off: nghỉ · working: làm bù, a full day whatever the weekday · half-day: nửa ngày. */
export type CalendarDayKind = 'off' | 'working' | 'half-day'

/** A day that does not follow the week: which, why, by which document, and whether a person has confirmed it. Proposals count like the rest until they are changed. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  date: string
  kind: CalendarDayKind
  /** Its own hours; without them a working day takes the longest day of the week, a half day the first session of the day. */
  hours?: Sessions
  name: string
  nameEn: string
  source: string
  isConfirmed: boolean
}

/** Office hours of a week, Monday first, within validity dates (both inclusive; `validTo` null: until further notice). */
export interface OfficeWeek {
  validFrom: string
  validTo: string | null
  days: readonly Sessions[]
  /** The document that sets the hours. */
  source?: string
}

export interface CalendarLayer {
  weeks: readonly OfficeWeek[]
  days: readonly CalendarDay[]
}

export interface CalendarSource {
  /** Nearest first: the unit itself, the units above it, the country. */
  layers: readonly CalendarLayer[]
  /** Years whose national days are all in the layers; for any other year the known or proposed national days are added. */
  settledYears?: readonly number[]
}

export interface WorkingCalendar {
  source: CalendarSource
  /** What a day is and why. */
  planOf(day: number): DayPlan
  /** Running sums that cover the day. @throws calendar.out-of-range before 1900 or after 2199 */
  covering(day: number): Table
  /** A table that reaches further than the given one and begins on the same day. @throws calendar.out-of-range */
  beyond(table: Table): Table
}

export interface DayPlan {
  sessions: Sessions
  kind: 'working' | 'weekly-off' | 'off' | 'make-up' | 'half-day'
  exception?: CalendarDay
}

/** For each day from `first`: its sessions, and how many working minutes and working days lie before it. */
export interface Table {
  first: number
  length: number
  sessions: Sessions[]
  minutesBefore: Int32Array
  daysBefore: Int32Array
  /** The day numbers of the working days, in order. */
  workingDays: Int32Array
}

const OFFICE_DAY = parseHours('08:00-12:00,13:00-17:00') ?? NO_HOURS
/** 08:00–12:00 and 13:00–17:00, Monday to Friday: used wherever nothing else is configured, so that no configuration never means that every day works. */
export const DEFAULT_WEEK: readonly Sessions[] = [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, NO_HOURS, NO_HOURS]

const EARLIEST = dayNumber('1900-01-01')
const LATEST = dayNumber('2199-12-31')
const YEAR = 366

export function compileCalendar(source: CalendarSource): WorkingCalendar {
  const exceptions = new Map<string, CalendarDay>()
  for (const layer of source.layers.toReversed()) for (const day of layer.days) exceptions.set(day.date, day)
  const settled = new Set(source.settledYears)
  const nationalYears = new Map<number, ReadonlyMap<string, CalendarDay>>()
  let table: Table | undefined

  function exceptionOn(date: string, year: number): CalendarDay | undefined {
    const own = exceptions.get(date)
    if (own || settled.has(year)) return own
    let days = nationalYears.get(year)
    if (!days) {
      days = new Map(nationalDays(year).map((day) => [day.date, day]))
      nationalYears.set(year, days)
    }
    return days.get(date)
  }

  function planOf(day: number): DayPlan {
    const date = dateOf(day)
    const week = weekOn(source.layers, date)
    const usual = week[weekdayOf(day) - 1] ?? NO_HOURS
    const exception = exceptionOn(date, yearOf(day))
    switch (exception?.kind) {
      case 'off':
        return { kind: 'off', sessions: NO_HOURS, exception }
      case 'working':
        return { kind: 'make-up', sessions: exception.hours ?? longestOf(week), exception }
      case 'half-day':
        return { kind: 'half-day', sessions: exception.hours ?? (usual.length ? usual : longestOf(week)).slice(0, 1), exception }
      default:
        return { kind: usual.length ? 'working' : 'weekly-off', sessions: usual }
    }
  }

  const build = (first: number, last: number): Table => {
    table = buildTable(planOf, Math.max(first, EARLIEST), Math.min(last, LATEST))
    return table
  }

  return {
    source,
    planOf,
    covering(day) {
      if (table && day >= table.first && day < table.first + table.length) return table
      calendarErrors.insist(day >= EARLIEST && day <= LATEST, 'calendar.out-of-range')
      if (!table) return build(day - YEAR, day + 2 * YEAR)
      return build(Math.min(table.first, day - YEAR), Math.max(table.first + table.length - 1, day + YEAR))
    },
    beyond(given) {
      const last = given.first + given.length - 1
      calendarErrors.insist(last < LATEST, 'calendar.out-of-range')
      if (table && table.first === given.first && table.length > given.length) return table
      return build(given.first, last + Math.max(given.length, YEAR))
    },
  }
}

/** The office hours of a week, Monday first, as they stand on a date. */
export const weekOf = ({ source }: WorkingCalendar, date: string): readonly Sessions[] => weekOn(source.layers, date)

/** The country's calendar as the program knows it by itself, without a database. */
export const nationalCalendar = (): WorkingCalendar => compileCalendar({ layers: [] })

function buildTable(planOf: (day: number) => DayPlan, first: number, last: number): Table {
  const length = last - first + 1
  const sessions: Sessions[] = []
  const minutesBefore = new Int32Array(length + 1)
  const daysBefore = new Int32Array(length + 1)
  const workingDays: number[] = []
  for (let index = 0; index < length; index++) {
    const hours = planOf(first + index).sessions
    sessions.push(hours)
    minutesBefore[index + 1] = (minutesBefore[index] ?? 0) + minutesIn(hours)
    daysBefore[index + 1] = (daysBefore[index] ?? 0) + (hours.length ? 1 : 0)
    if (hours.length) workingDays.push(first + index)
  }
  return { first, length, sessions, minutesBefore, daysBefore, workingDays: Int32Array.from(workingDays) }
}

/** The week of the nearest layer that has one on the date; a layer whose weeks have run out says nothing. */
function weekOn(layers: readonly CalendarLayer[], date: string): readonly Sessions[] {
  for (const { weeks } of layers)
    for (const week of weeks)
      if (week.validFrom <= date && (week.validTo === null || date <= week.validTo) && week.days.some((day) => day.length)) return week.days
  return DEFAULT_WEEK
}

const longestOf = (week: readonly Sessions[]): Sessions =>
  week.reduce((longest, day) => (minutesIn(day) > minutesIn(longest) ? day : longest), NO_HOURS)
