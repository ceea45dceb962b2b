/** A unit's calendar of ten years with everything that makes one uneven, and promises to count on it. */
import {
  type CalendarDay,
  type CountRules,
  compileCalendar,
  dateOf,
  dayNumber,
  type Limit,
  type OfficeWeek,
  parseHours,
  type WorkingCalendar,
} from '#modules/calendar/index.ts'
import { type Random, randomFrom } from '../../db/seeds/random.ts'

const FIRST_YEAR = 2021
const YEARS = 10
const OWN_DAYS_A_YEAR = 4
const MINUTES_A_DAY = 1_440
const MINUTE_MS = 60_000

/** Hours of summer and winter, Saturday mornings, holidays and Tết of every year, and days of the unit's own. */
export function tenYears(): WorkingCalendar {
  const random = randomFrom(2_026)
  const years = Array.from({ length: YEARS }, (_, at) => FIRST_YEAR + at)
  return compileCalendar({
    layers: [
      {
        weeks: years.flatMap((year) => [
          week('07:00-11:30,13:30-17:00', '07:00-11:30', `${year}-04-15`, `${year}-10-14`),
          week('07:30-11:30,13:00-17:00', '07:30-11:30', `${year}-10-15`, `${year + 1}-04-14`),
        ]),
        days: years.flatMap((year) => Array.from({ length: OWN_DAYS_A_YEAR }, () => ownDay(random, year))),
      },
    ],
  })
}

export interface PromiseToCount {
  start: Date
  limit: Limit
  rules: CountRules
}

/** Received at any minute of nine of the ten years, also at night and on days off: hours, working days and halves, calendar days and months; carried or to the end; with and without a cut-off. */
export function promisesToCount(count: number): PromiseToCount[] {
  const random = randomFrom(3)
  const first = dayNumber(`${FIRST_YEAR}-01-01`)
  const days = (YEARS - 1) * 365
  const start = () => new Date(first * MINUTES_A_DAY * MINUTE_MS + random.between(0, days * MINUTES_A_DAY) * MINUTE_MS)
  const limit = (): Limit =>
    random.pick([
      { amount: random.between(1, 160) / 2, unit: 'hour' },
      { amount: random.between(1, 60), unit: 'working-day' },
      { amount: random.between(0, 20) + 0.5, unit: 'working-day' },
      { amount: random.between(1, 90), unit: 'calendar-day' },
      { amount: random.between(1, 6), unit: 'month' },
    ] as const)
  const rules = (): CountRules => ({
    mode: random.pick(['carry', 'end'] as const),
    cutoff: random.pick([null, '15:00', '11:00'] as const),
    lastHourRule: random.chance(0.2),
  })
  return Array.from({ length: count }, () => ({ start: start(), limit: limit(), rules: rules() }))
}

function week(weekdays: string, saturday: string, validFrom: string, validTo: string): OfficeWeek {
  const texts = [weekdays, weekdays, weekdays, weekdays, weekdays, saturday, '']
  return { validFrom, validTo, days: texts.map((text) => parseHours(text) ?? []) }
}

const ownDay = (random: Random, year: number): CalendarDay => ({
  date: dateOf(dayNumber(`${year}-01-01`) + random.between(0, 364)),
  kind: random.pick(['off', 'working', 'half-day'] as const),
  name: 'Ngày riêng của đơn vị',
  nameEn: 'Day of the unit’s own',
  source: 'Đo đạc',
  isConfirmed: true,
})
