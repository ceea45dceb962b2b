/** The answer of the calculator: the promised moment in words, where the clock started and why, and the days that were counted. */
import type { CountedDay, DueExplanation, StartShift } from '#modules/calendar/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDate, formatMomentLong } from '#platform/text/dates.ts'
import { DefinitionList, Panel, Tag } from '#ui/index.ts'
import type { Owner } from '../lich-lam-viec/owner.ts'
import { dayName } from '../lich-lam-viec/words.ts'
import { DayTable, MonthTable } from './count-tables.tsx'
import type { Question } from './question.ts'

/** Longer counts are shown month by month. */
const MOST_DAYS = 92

export function Answer({ question, explanation, owner, language }: AnswerProps) {
  const text = copy(language)
  const { due, clockStart, shift, days } = explanation
  const unconfirmed = days.filter(({ exception }) => exception && !exception.isConfirmed)
  return (
    <Panel id="ket-qua" title={text.title(formatMomentLong(due, language))} boxed>
      <DefinitionList
        rows={[
          { term: text.received, value: formatMomentLong(question.start, language) },
          {
            term: text.clock,
            value: shift ? `${formatMomentLong(clockStart, language)}. ${text[shift]}` : formatMomentLong(clockStart, language),
          },
          { term: text.firstDay, value: question.limit.unit === 'hour' ? undefined : text.firstDayRule },
          { term: text.moved, value: days.at(-1)?.isMovedEnd ? text.movedRule : undefined },
          { term: text.months, value: question.limit.unit === 'month' ? text.monthRule : undefined },
          { term: text.calendar, value: owner.unit?.name ?? text.national },
        ]}
      />
      {unconfirmed.length > 0 && (
        <p>
          <Tag tone="near" shape="triangle">
            {text.unconfirmed(unconfirmed.length)}
          </Tag>{' '}
          {unconfirmed.map((day) => `${formatDate(day.date)} (${nameOf(day, language)})`).join('; ')}.
        </p>
      )}
      {days.length > MOST_DAYS ? (
        <MonthTable explanation={explanation} language={language} />
      ) : (
        <DayTable explanation={explanation} language={language} />
      )}
    </Panel>
  )
}

const nameOf = ({ exception }: CountedDay, language: Language): string => (exception ? dayName(exception, language) : '')

interface AnswerProps {
  question: Question
  explanation: DueExplanation
  owner: Owner
  language: Language
}

const shiftsVi: Record<StartShift, string> = {
  'before-opening': 'Nhận trước giờ mở cửa nên tính từ lúc mở cửa.',
  break: 'Nhận giờ nghỉ trưa nên tính từ đầu buổi chiều.',
  'after-hours': 'Nhận sau giờ làm việc nên tính từ đầu ngày làm việc tiếp theo; ngày đó là ngày thứ nhất.',
  cutoff: 'Nhận sau giờ chốt nên tính từ đầu ngày làm việc tiếp theo; ngày đó là ngày thứ nhất.',
  'last-hour': 'Nhận trong giờ làm việc cuối nên tính từ đầu ngày làm việc tiếp theo; ngày đó là ngày thứ nhất.',
  'day-off': 'Nhận vào ngày nghỉ nên coi như nhận lúc mở cửa của ngày làm việc tiếp theo.',
}
const shiftsEn: Record<StartShift, string> = {
  'before-opening': 'Received before opening, so it counts from the opening.',
  break: 'Received during the break, so it counts from the next session.',
  'after-hours': 'Received after hours, so it counts from the start of the next working day, which is day 1.',
  cutoff: 'Received after the cut-off, so it counts from the start of the next working day, which is day 1.',
  'last-hour': 'Received in the last working hour, so it counts from the start of the next working day, which is day 1.',
  'day-off': 'Received on a day off, so it counts as received when the next working day opens.',
}

const copy = words({
  vi: {
    title: (moment: string) => `Hẹn trả: ${moment}`,
    received: 'Tiếp nhận',
    clock: 'Bắt đầu tính',
    firstDay: 'Ngày đầu',
    firstDayRule: 'Ngày đầu tiên của thời hạn không được tính (Bộ luật Dân sự 2015, Điều 147).',
    moved: 'Ngày cuối',
    movedRule: 'Thời hạn kết thúc vào ngày nghỉ nên chuyển đến hết ngày làm việc tiếp theo (Bộ luật Dân sự 2015, Điều 148 khoản 5).',
    months: 'Tính theo tháng',
    monthRule:
      'Kết thúc vào ngày tương ứng của tháng cuối, hoặc ngày cuối tháng nếu không có ngày đó (Điều 148 khoản 3); nửa tháng là 15 ngày.',
    calendar: 'Lịch dùng để tính',
    national: 'Cả nước',
    unconfirmed: (count: number) => (count === 1 ? 'Có 1 ngày chờ xác nhận' : `Có ${count} ngày chờ xác nhận`),
    ...shiftsVi,
  },
  en: {
    title: (moment: string) => `Due: ${moment}`,
    received: 'Received',
    clock: 'The clock starts',
    firstDay: 'First day',
    firstDayRule: 'The first day of a limit is not counted (Civil Code 2015, article 147).',
    moved: 'Last day',
    movedRule: 'The limit ends on a day off, so it ends with the next working day (Civil Code 2015, article 148(5)).',
    months: 'Months',
    monthRule:
      'Ends on the corresponding day of the last month, or its last day where it has none (article 148(3)); half a month is 15 days.',
    calendar: 'Counted by the calendar of',
    national: 'The whole country',
    unconfirmed: (count: number) => (count === 1 ? '1 day is still to be confirmed' : `${count} days are still to be confirmed`),
    ...shiftsEn,
  },
})
