/** The calendar book: everything that is configured, for all units, as a value. Calendars are compiled from it; an edit gives another book. */
import { type CalendarDay, type CalendarLayer, compileCalendar, type OfficeWeek, type WorkingCalendar } from './calendar.ts'
import { dateOf, dayNumber } from './day.ts'
import { nationalDays } from './holidays.ts'

/** The country as the owner of days and weeks; units are named by their id. */
export const NATIONAL = 0

export interface CalendarBook {
  /** Owner (unit id or `NATIONAL`) → what is configured for it. */
  layers: ReadonlyMap<number, CalendarLayer>
  /** Years whose national days are all in the book. */
  settledYears: readonly number[]
}

export const emptyBook: CalendarBook = { layers: new Map(), settledYears: [] }

/** What an administrator may change. `unitId` null: for the country. */
export type CalendarEdit =
  | { kind: 'set-day'; unitId: number | null; day: CalendarDay }
  | { kind: 'remove-day'; unitId: number | null; date: string }
  | { kind: 'set-week'; unitId: number | null; week: OfficeWeek }
  | { kind: 'settle-year'; year: number }

/** The units of the list that have anything of their own; two units with the same answer share a calendar. */
export const ownersAmong = (book: CalendarBook, unitIds: readonly number[]): number[] => unitIds.filter((id) => book.layers.has(id))

/** The calendar of a unit; `unitIds` nearest first: the unit, the one above it, up to the root. */
export function calendarFrom(book: CalendarBook, unitIds: readonly number[]): WorkingCalendar {
  const layers = [...unitIds, NATIONAL].flatMap((id) => book.layers.get(id) ?? [])
  return compileCalendar({ layers, settledYears: book.settledYears })
}

/** The day as it is set for exactly this owner; for the country also a proposal that nobody has written down yet. */
export function ownDay(book: CalendarBook, unitId: number | null, date: string): CalendarDay | undefined {
  const own = book.layers.get(unitId ?? NATIONAL)?.days.find((day) => day.date === date)
  const year = Number(date.slice(0, 4))
  if (own || unitId !== null || book.settledYears.includes(year)) return own
  return nationalDays(year).find((day) => day.date === date)
}

/** The book after an edit. Changing a national day of a year first settles that year, so that its other days stay what they were. */
export function applyEdit(book: CalendarBook, edit: CalendarEdit): CalendarBook {
  switch (edit.kind) {
    case 'settle-year':
      return settleYear(book, edit.year)
    case 'set-day':
      return withLayer(settledFor(book, edit.unitId, edit.day.date), edit.unitId, ({ weeks, days }) => ({
        weeks,
        days: [...days.filter(({ date }) => date !== edit.day.date), edit.day],
      }))
    case 'remove-day':
      return withLayer(settledFor(book, edit.unitId, edit.date), edit.unitId, ({ weeks, days }) => ({
        weeks,
        days: days.filter(({ date }) => date !== edit.date),
      }))
    case 'set-week':
      return withLayer(book, edit.unitId, ({ weeks, days }) => ({ weeks: insertWeek(weeks, edit.week), days }))
  }
}

/** A new week ends the one in force the day before it begins, replaces one that begins the same day, and itself ends before the next. */
export function insertWeek(weeks: readonly OfficeWeek[], added: OfficeWeek): OfficeWeek[] {
  const others = weeks.filter(({ validFrom }) => validFrom !== added.validFrom)
  const next = others
    .map(({ validFrom }) => validFrom)
    .filter((from) => from > added.validFrom)
    .sort()[0]
  const shortened = others.map((week) =>
    week.validFrom < added.validFrom && (week.validTo === null || week.validTo >= added.validFrom)
      ? { ...week, validTo: dayBefore(added.validFrom) }
      : week,
  )
  const validTo = next === undefined ? added.validTo : dayBefore(next)
  return [...shortened, { ...added, validTo }].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
}

const settledFor = (book: CalendarBook, unitId: number | null, date: string): CalendarBook =>
  unitId === null ? settleYear(book, Number(date.slice(0, 4))) : book

function settleYear(book: CalendarBook, year: number): CalendarBook {
  if (book.settledYears.includes(year)) return book
  const settled = withLayer(book, null, ({ weeks, days }) => {
    const own = new Set(days.map(({ date }) => date))
    return { weeks, days: [...days, ...nationalDays(year).filter(({ date }) => !own.has(date))] }
  })
  return { ...settled, settledYears: [...book.settledYears, year] }
}

function withLayer(book: CalendarBook, unitId: number | null, change: (layer: CalendarLayer) => CalendarLayer): CalendarBook {
  const owner = unitId ?? NATIONAL
  return { ...book, layers: new Map([...book.layers, [owner, change(book.layers.get(owner) ?? { weeks: [], days: [] })]]) }
}

const dayBefore = (date: string): string => dateOf(dayNumber(date) - 1)
