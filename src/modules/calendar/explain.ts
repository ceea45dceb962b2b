/** How a due date was counted, day by day, for the people who must stand by it. The sums come from the same functions as the date. */
import type { CalendarDay, DayPlan, WorkingCalendar } from './calendar.ts'
import { dateOf, dayOfInstant, minuteOfInstant, type Weekday, weekdayOf } from './day.ts'
import { type CountRules, type Due, dueAt, firstDay, type Limit, minutesOf, startClock } from './due.ts'
import type { Sessions } from './hours.ts'
import { placeOf } from './working-time.ts'

export interface CountedDay {
  /** `YYYY-MM-DD` */
  date: string
  weekday: Weekday
  kind: DayPlan['kind']
  hours: Sessions
  /** Why the day is not like its weekday, with the document behind it. */
  exception?: CalendarDay
  /** Minutes for a limit in hours; otherwise days: 0, 1, or a half where the limit ends. */
  counted: number
  /** Counted so far, this day included. */
  total: number
  isReceipt: boolean
  isDue: boolean
  /** Counted to the limit already; here only because the last day was a day off. */
  isMovedEnd: boolean
}

export interface DueExplanation extends Due {
  /** From the day of receipt to the day it is due. */
  days: CountedDay[]
  /** What `counted` and `total` are in. A limit in months runs to the corresponding date; its days are calendar days, for the reader. */
  countedIn: 'minutes' | 'working-days' | 'calendar-days'
}

/** @throws as `dueAt` */
export function explainDue(calendar: WorkingCalendar, start: Date, limit: Limit, rules: CountRules): DueExplanation {
  const due = dueAt(calendar, start, limit, rules)
  const countedIn = limit.unit === 'hour' ? 'minutes' : limit.unit === 'working-day' ? 'working-days' : 'calendar-days'
  const count = limit.unit === 'hour' ? minutesOn(calendar, due) : daysOn(calendar, start, limit, rules, due)
  const receipt = dayOfInstant(start)
  const last = dayOfInstant(due.due)
  const days: CountedDay[] = []
  let total = 0
  let isComplete = false
  for (let day = receipt; day <= last; day++) {
    const { kind, sessions, exception } = calendar.planOf(day)
    const counted = count(day, sessions)
    total += counted
    days.push({
      date: dateOf(day),
      weekday: weekdayOf(day),
      kind,
      hours: sessions,
      exception,
      counted,
      total,
      isReceipt: day === receipt,
      isDue: day === last,
      isMovedEnd: isComplete && counted === 0,
    })
    isComplete = limit.unit === 'hour' ? total >= minutesOf(limit) : limit.unit !== 'month' && total >= limit.amount
  }
  return { ...due, days, countedIn }
}

type Count = (day: number, hours: Sessions) => number

function minutesOn(calendar: WorkingCalendar, { clockStart, due }: Due): Count {
  const table = calendar.covering(dayOfInstant(due))
  const first = placeOf(table, dayOfInstant(clockStart), minuteOfInstant(clockStart))
  const last = placeOf(table, dayOfInstant(due), minuteOfInstant(due))
  const within = (place: number) => Math.min(Math.max(place, first), last)
  return (day) => within(placeOf(table, day + 1, 0)) - within(placeOf(table, day, 0))
}

function daysOn(calendar: WorkingCalendar, start: Date, limit: Limit, rules: CountRules, { due }: Due): Count {
  const uncounted = firstDay(startClock(calendar, start, rules))
  const lastDay = dayOfInstant(due)
  const half = limit.unit === 'month' ? 0 : limit.amount % 1
  const whole = limit.unit === 'month' ? Number.POSITIVE_INFINITY : Math.floor(limit.amount)
  let sofar = 0
  return (day, hours) => {
    let counted = 0
    if (day > uncounted && sofar < whole && (limit.unit !== 'working-day' || hours.length > 0)) {
      counted = 1
      sofar++
    }
    return day === lastDay ? counted + half : counted
  }
}
