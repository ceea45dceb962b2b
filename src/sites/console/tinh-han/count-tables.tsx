/** How a date was counted, as a table: each day, or each month of a long count. */
import { type CountedDay, type DueExplanation, formatHours } from '#modules/calendar/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDate } from '#platform/text/dates.ts'
import { type Column, Table, Tag } from '#ui/index.ts'
import { dayMarks, dayName, dayWords } from '../lich-lam-viec/words.ts'

export function DayTable({ explanation, language }: TableProps) {
  const text = copy(language)
  const { countedIn } = explanation
  const columns: Column<CountedDay>[] = [
    {
      key: 'date',
      head: text.day,
      cell: (day) => `${dayWords(language).weekday(day.weekday)}, ${formatDate(day.date)}`,
      nowrap: true,
    },
    { key: 'why', head: text.why, cell: (day) => <Why day={day} language={language} />, width: 'wide' },
    { key: 'counted', head: text.counted, cell: (day) => amount(day.counted, countedIn, language), align: 'end', nowrap: true },
    { key: 'total', head: text.total, cell: (day) => amount(day.total, countedIn, language), align: 'end', nowrap: true },
  ]
  return <Table caption={text.caption} columns={columns} rows={explanation.days} rowKey={(day) => day.date} dense />
}

function Why({ day, language }: { day: CountedDay; language: Language }) {
  const text = copy(language)
  const kinds = dayWords(language)
  const mark = day.kind === 'working' || day.kind === 'weekly-off' ? undefined : dayMarks[day.kind]
  return (
    <>
      {mark ? (
        <Tag tone={mark.tone} shape={mark.shape}>
          {kinds[day.kind]}
        </Tag>
      ) : (
        kinds[day.kind]
      )}
      {day.exception &&
        ` ${dayName(day.exception, language)} (${day.exception.source}${day.exception.isConfirmed ? '' : `; ${kinds.unconfirmed}`})`}
      {day.hours.length > 0 && ` ${formatHours(day.hours)}`}
      {day.isReceipt && `. ${text.receipt}`}
      {day.isMovedEnd && !day.isDue && `. ${text.skipped}`}
      {day.isDue && `. ${text.due}`}
    </>
  )
}

export function MonthTable({ explanation, language }: TableProps) {
  const text = copy(language)
  const { countedIn, days } = explanation
  const rows = [...Map.groupBy(days, ({ date }) => date.slice(0, 7))].map(([month, inMonth]) => ({ month, days: inMonth }))
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'month',
      head: text.month,
      cell: ({ month }) => dayWords(language).month(Number(month.slice(5)), Number(month.slice(0, 4))),
      nowrap: true,
    },
    {
      key: 'why',
      head: text.exceptions,
      width: 'wide',
      cell: (row) =>
        row.days.flatMap(({ date, exception }) => (exception ? `${formatDate(date)} ${dayName(exception, language)}` : [])).join('; ') ||
        '–',
    },
    {
      key: 'counted',
      head: text.counted,
      align: 'end',
      nowrap: true,
      cell: (row) =>
        amount(
          row.days.reduce((sum, { counted }) => sum + counted, 0),
          countedIn,
          language,
        ),
    },
    { key: 'total', head: text.total, align: 'end', nowrap: true, cell: (row) => amount(row.days.at(-1)?.total ?? 0, countedIn, language) },
  ]
  return <Table caption={text.monthCaption} columns={columns} rows={rows} rowKey={({ month }) => month} dense />
}

/** `1,5 ngày`, `7 giờ 30 phút`, or a dash for nothing. */
function amount(count: number, countedIn: DueExplanation['countedIn'], language: Language): string {
  const text = copy(language)
  if (count === 0) return '–'
  if (countedIn !== 'minutes') return text.days(count.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB'), count)
  const hours = Math.floor(count / 60)
  return [hours ? text.hours(hours) : '', count % 60 ? text.minutes(count % 60) : ''].filter(Boolean).join(' ')
}

interface TableProps {
  explanation: DueExplanation
  language: Language
}

const copy = words({
  vi: {
    caption: 'Đếm từng ngày',
    monthCaption: 'Đếm theo từng tháng',
    day: 'Ngày',
    month: 'Tháng',
    why: 'Là ngày gì',
    exceptions: 'Ngày nghỉ, làm bù trong tháng',
    counted: 'Tính',
    total: 'Cộng dồn',
    receipt: 'Ngày tiếp nhận',
    skipped: 'Đã đủ thời hạn nhưng là ngày nghỉ',
    due: 'Ngày hẹn trả',
    days: (count: string, _number: number) => `${count} ngày`,
    hours: (count: number) => `${count} giờ`,
    minutes: (count: number) => `${count} phút`,
  },
  en: {
    caption: 'Counted day by day',
    monthCaption: 'Counted month by month',
    day: 'Day',
    month: 'Month',
    why: 'What kind of day',
    exceptions: 'Days off and make-up days of the month',
    counted: 'Counted',
    total: 'So far',
    receipt: 'Day of receipt',
    skipped: 'The limit has run out, but it is a day off',
    due: 'Due',
    days: (count: string, number: number) => `${count} ${number === 1 ? 'day' : 'days'}`,
    hours: (count: number) => `${count} h`,
    minutes: (count: number) => `${count} min`,
  },
})
