/**
 * Reads the calendar book. It is kept in the process as long as `calendar_version` stays the same; the version changes in the transaction of every edit and is read
 * in the transaction of the receipt, so no process counts with a calendar that has been changed.
 */
import { type RawBuilder, sql } from 'kysely'
import { databaseOf, type Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { prepared } from '#platform/prepared.ts'
import { type CalendarBook, NATIONAL } from './book.ts'
import type { CalendarDay, CalendarLayer, OfficeWeek, WorkingCalendar } from './calendar.ts'
import { NO_HOURS, parseHours, type Sessions } from './hours.ts'
import { calendars } from './preview.ts'

interface Shelf {
  version: string
  book: CalendarBook
  calendarOf(unitIds: readonly number[]): WorkingCalendar
}

/** Per database. */
const shelves = new WeakMap<object, Shelf>()

/**
 * The working calendar of a unit: its own hours and days, those of the units above it, the country's. `unitIds` nearest first, the root last
 * (`ancestorIds` of organization). Units without anything of their own share one compiled calendar.
 */
export const calendarOf = async (db: Queryable, unitIds: readonly number[]): Promise<WorkingCalendar> =>
  (await currentShelf(db)).calendarOf(unitIds)

/** The same for the units of one page. `version`: what another statement of the page has already read by `calendarVersion`. */
export const calendarReader = async (db: Queryable, version?: string): Promise<(unitIds: readonly number[]) => WorkingCalendar> =>
  (await currentShelf(db, version)).calendarOf

/** SQL of the version that is in force, for a statement that reads more than that. */
export const calendarVersion: RawBuilder<string> = sql`(select version from calendar_version)`

/** The working calendars of the units, by id. @throws AppError `record.not-found` */
export async function unitCalendars(db: Queryable, unitIds: readonly number[]): Promise<UnitCalendars> {
  const rows = await pathsAndVersion(db, { unitIds }).execute()
  const paths = new Map(rows.map(({ id, path }) => [id, path.split('.').map(Number).reverse()]))
  const { calendarOf } = await currentShelf(db, rows[0]?.version)
  return (unitId) => calendarOf(paths.get(unitId) ?? commonErrors.fail('record.not-found'))
}

const pathsAndVersion = prepared((db, { unitIds }: { unitIds: readonly number[] }) =>
  db
    .selectFrom('unit')
    .select(['id', 'path', calendarVersion.as('version')])
    .where('id', '=', sql<number>`any (${unitIds}::bigint[])`),
)

export type UnitCalendars = (unitId: number) => WorkingCalendar

/** Everything that is configured. */
export const calendarBook = async (db: Queryable): Promise<CalendarBook> => (await currentShelf(db)).book

/** The version is read before the rows: rows that are newer than it are read again the next time, older ones never kept. */
async function currentShelf(db: Queryable, readVersion?: string): Promise<Shelf> {
  const version = readVersion ?? (await db.selectFrom('calendarVersion').select('version').executeTakeFirstOrThrow()).version
  const known = shelves.get(databaseOf(db))
  if (known?.version === version) return known
  const book = await readBook(db)
  const shelf = { version, book, calendarOf: calendars(book) }
  shelves.set(databaseOf(db), shelf)
  return shelf
}

async function readBook(db: Queryable): Promise<CalendarBook> {
  const weeks = await db.selectFrom('officeWeek').selectAll().orderBy('validFrom').execute()
  const days = await db.selectFrom('calendarDay').selectAll().orderBy('date').execute()
  const years = await db.selectFrom('calendarYear').select('year').orderBy('year').execute()
  const layers = new Map<number, { weeks: OfficeWeek[]; days: CalendarDay[] }>()
  const layerOf = (unitId: number | null) => {
    const owner = unitId ?? NATIONAL
    const layer = layers.get(owner) ?? { weeks: [], days: [] }
    layers.set(owner, layer)
    return layer
  }
  for (const week of weeks)
    layerOf(week.unitId).weeks.push({
      validFrom: week.validFrom,
      validTo: week.validTo,
      source: week.source,
      days: [week.monday, week.tuesday, week.wednesday, week.thursday, week.friday, week.saturday, week.sunday].map(sessions),
    })
  for (const { unitId, date, kind, hours, name, nameEn, source, isConfirmed } of days)
    layerOf(unitId).days.push({
      date,
      kind: kind as CalendarDay['kind'],
      hours: hours === null ? undefined : sessions(hours),
      name,
      nameEn,
      source,
      isConfirmed,
    })
  return { layers: layers as ReadonlyMap<number, CalendarLayer>, settledYears: years.map(({ year }) => year) }
}

const sessions = (text: string): Sessions => parseHours(text) ?? NO_HOURS
