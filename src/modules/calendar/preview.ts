/**
 * What an edit of the calendar would do to clocks that are running. Promised dates do not move by themselves: a receipt is a promise. The preview names the dossiers
 * whose date would come out differently, and people decide.
 */
import { applyEdit, type CalendarBook, type CalendarEdit, calendarFrom, ownersAmong } from './book.ts'
import type { WorkingCalendar } from './calendar.ts'
import { type CountRules, dueAt, type Limit } from './due.ts'

export interface OpenClock {
  id: number
  /** The unit whose calendar counts and the units above it, nearest first. */
  unitIds: readonly number[]
  /** When the dossier was received (the start before cut-off rules). */
  start: Date
  limit: Limit
  rules: CountRules
}

export interface MovedClock {
  id: number
  before: Date
  after: Date
}

export interface EditPreview {
  checked: number
  moved: MovedClock[]
}

/** Pure: reads the book and the clocks, changes nothing. */
export async function previewEdit(
  book: CalendarBook,
  edit: CalendarEdit,
  clocks: Iterable<OpenClock> | AsyncIterable<OpenClock>,
): Promise<EditPreview> {
  const before = calendars(book)
  const after = calendars(applyEdit(book, edit))
  const moved: MovedClock[] = []
  let checked = 0
  for await (const { id, unitIds, start, limit, rules } of clocks) {
    checked++
    const from = dueAt(before(unitIds), start, limit, rules).due
    const to = dueAt(after(unitIds), start, limit, rules).due
    if (from.getTime() !== to.getTime()) moved.push({ id, before: from, after: to })
  }
  return { checked, moved }
}

/** Calendars of a book, each compiled once. */
export function calendars(book: CalendarBook): (unitIds: readonly number[]) => WorkingCalendar {
  const compiled = new Map<string, WorkingCalendar>()
  return (unitIds) => {
    const owners = ownersAmong(book, unitIds)
    const key = owners.join(',')
    const known = compiled.get(key)
    if (known) return known
    const made = calendarFrom(book, owners)
    compiled.set(key, made)
    return made
  }
}
