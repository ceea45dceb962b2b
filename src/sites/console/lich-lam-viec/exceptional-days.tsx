/** The days of a year that do not follow the week, with the document behind each and whose calendar sets it. */
import {
  type CalendarBook,
  type CalendarDay,
  dayNumber,
  formatHours,
  NATIONAL,
  nationalDays,
  ownDay,
  weekdayOf,
} from '#modules/calendar/index.ts'
import { findUnit } from '#modules/organization/index.ts'
import type { Queryable } from '#platform/database.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDate } from '#platform/text/dates.ts'
import { type Column, Table, Tag } from '#ui/index.ts'
import type { Owner } from './owner.ts'
import { dayMarks, dayName, dayWords, planKindOf } from './words.ts'

export interface ExceptionalDay {
  day: CalendarDay
  /** The unit that sets the day; undefined: the country. */
  setBy?: string
}

/** In order of date; where a unit and one above it both say something, the nearest. */
export async function exceptionalDays(db: Queryable, book: CalendarBook, owner: Owner, year: number): Promise<ExceptionalDay[]> {
  const found = new Map<string, ExceptionalDay>()
  for (const id of [...owner.unitIds, NATIONAL]) {
    const unitId = id === NATIONAL ? null : id
    const days = datesOf(book, id, year).flatMap((date) => ownDay(book, unitId, date) ?? [])
    const setBy = unitId !== null && days.length > 0 ? (await findUnit(db, unitId))?.name : undefined
    for (const day of days) if (!found.has(day.date)) found.set(day.date, { day, setBy })
  }
  return [...found.values()].sort((a, b) => (a.day.date < b.day.date ? -1 : 1))
}

function datesOf(book: CalendarBook, owner: number, year: number): string[] {
  const written = (book.layers.get(owner)?.days ?? []).map(({ date }) => date).filter((date) => date.startsWith(`${year}-`))
  const proposed = owner === NATIONAL && !book.settledYears.includes(year) ? nationalDays(year).map(({ date }) => date) : []
  return [...new Set([...written, ...proposed])]
}

export function ExceptionalDays({
  days,
  language,
  hrefOf,
}: {
  days: ExceptionalDay[]
  language: Language
  hrefOf?: (date: string) => string
}) {
  const text = copy(language)
  const names = dayWords(language)
  const columns: Column<ExceptionalDay>[] = [
    {
      key: 'date',
      head: text.date,
      nowrap: true,
      cell: ({ day }) => `${names.weekday(weekdayOf(dayNumber(day.date)))}, ${formatDate(day.date)}`,
    },
    { key: 'kind', head: text.kind, nowrap: true, cell: ({ day }) => <KindTag day={day} language={language} /> },
    {
      key: 'name',
      head: text.name,
      cell: ({ day }) => [dayName(day, language), day.hours && formatHours(day.hours)].filter(Boolean).join(', '),
    },
    { key: 'source', head: text.source, cell: ({ day }) => day.source },
    {
      key: 'confirmed',
      head: text.state,
      nowrap: true,
      cell: ({ day }) =>
        day.isConfirmed ? (
          <Tag tone="ok" shape="tick">
            {names.confirmed}
          </Tag>
        ) : (
          <Tag tone="near" shape="triangle">
            {names.unconfirmed}
          </Tag>
        ),
    },
    { key: 'owner', head: text.owner, cell: ({ setBy }) => setBy ?? names.national },
  ]
  return (
    <Table
      caption={text.caption}
      hideCaption
      columns={columns}
      rows={days}
      rowKey={({ day }) => day.date}
      rowHref={hrefOf && (({ day }) => hrefOf(day.date))}
      dense
    />
  )
}

export function KindTag({ day, language }: { day: CalendarDay; language: Language }) {
  const kind = planKindOf(day.kind)
  const { tone, shape } = dayMarks[kind]
  return (
    <Tag tone={tone} shape={shape}>
      {dayWords(language)[kind]}
    </Tag>
  )
}

const copy = words({
  vi: {
    caption: 'Ngày nghỉ, ngày làm bù, nửa ngày trong năm',
    date: 'Ngày',
    kind: 'Loại',
    name: 'Tên',
    source: 'Văn bản',
    state: 'Trạng thái',
    owner: 'Áp dụng cho',
  },
  en: {
    caption: 'Days off, make-up days and half days of the year',
    date: 'Date',
    kind: 'Kind',
    name: 'Name',
    source: 'Document',
    state: 'State',
    owner: 'Applies to',
  },
})
