/** One month as a table, Monday first. Each day that is not plain says what it is by a word and a shape; weekly days off by a dash. */
import { type DayPlan, dateOf, dayNumber, type WorkingCalendar, weekdayOf } from '#modules/calendar/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDate } from '#platform/text/dates.ts'
import { Shape } from '#ui/index.ts'
import { dayMarks, dayName, dayWords, WEEKDAYS } from './words.ts'

export function Month({ calendar, year, month, today, language, hrefOf }: MonthProps) {
  const text = dayWords(language)
  return (
    <table class="month">
      <caption>{text.month(month, year)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              <abbr title={text.weekday(weekday)}>{text.short(weekday)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find((day) => day !== undefined)}>
            {week.map((day, index) =>
              day === undefined ? (
                <td key={`empty-${index + 1}`} class="month__empty" />
              ) : (
                <Day
                  key={day}
                  date={dateOf(day)}
                  plan={calendar.planOf(day)}
                  today={today}
                  language={language}
                  href={hrefOf?.(dateOf(day))}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ date, plan: { kind, exception }, today, language, href }: DayProps) {
  const text = dayWords(language)
  const mark = kind === 'working' || kind === 'weekly-off' ? undefined : dayMarks[kind]
  const about = [text[kind], exception && dayName(exception, language), exception && !exception.isConfirmed && text.unconfirmed].filter(
    Boolean,
  )
  const content = (
    <>
      <span class="month__number" aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      {mark ? (
        <span class={`month__mark month__mark--${mark.tone}`} aria-hidden="true">
          <Shape shape={mark.shape} /> {short(language)[kind as keyof typeof dayMarks]}
          {exception?.isConfirmed ? '' : ' ?'}
        </span>
      ) : (
        <span class="month__mark" aria-hidden="true">
          {kind === 'weekly-off' ? '–' : '\u00a0'}
        </span>
      )}
      <span class="visually-hidden">
        {formatDate(date)}: {about.join(', ')}
      </span>
    </>
  )
  return (
    <td class={`month__day month__day--${kind}`} aria-current={date === today ? 'date' : undefined}>
      {href ? <a href={href}>{content}</a> : <span class="month__cell">{content}</span>}
    </td>
  )
}

/** What the marks mean. */
export function MonthLegend({ language }: { language: Language }) {
  const text = dayWords(language)
  return (
    <ul class="month-legend">
      {(Object.keys(dayMarks) as (keyof typeof dayMarks)[]).map((kind) => (
        <li key={kind}>
          <span class={`month__mark month__mark--${dayMarks[kind].tone}`}>
            <Shape shape={dayMarks[kind].shape} /> {short(language)[kind]}
          </span>{' '}
          {text[kind]}
        </li>
      ))}
      <li>– {text['weekly-off']}</li>
      <li>? {text.unconfirmed}</li>
    </ul>
  )
}

/** Day numbers by week, with undefined where the week reaches into another month. */
function weeksOf(year: number, month: number): (number | undefined)[][] {
  const first = dayNumber(`${year}-${String(month).padStart(2, '0')}-01`)
  const next = dayNumber(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`)
  const weeks: (number | undefined)[][] = []
  for (let monday = first - weekdayOf(first) + 1; monday < next; monday += 7)
    weeks.push(Array.from({ length: 7 }, (_, index) => (monday + index >= first && monday + index < next ? monday + index : undefined)))
  return weeks
}

const short = words({
  vi: { off: 'Nghỉ', 'make-up': 'Bù', 'half-day': 'Nửa' },
  en: { off: 'Off', 'make-up': 'Work', 'half-day': 'Half' },
})

interface MonthProps {
  calendar: WorkingCalendar
  year: number
  month: number
  today: string
  language: Language
  /** Where a day is edited; without it the days are not links. */
  hrefOf?: (date: string) => string
}

interface DayProps extends Pick<MonthProps, 'today' | 'language'> {
  date: string
  plan: DayPlan
  href?: string
}
