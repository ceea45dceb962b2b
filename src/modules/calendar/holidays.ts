/**
 * Days off of the whole country. The law names them (BLLĐ 2019 art. 112, with 24/11 since 2026 by NQ 28/2026/QH16) but leaves the days around Tết and Quốc khánh and
 * every swap of working days to a yearly decision. Decided years are data (`db/seeds/calendar/national-days.json`); for the others `holidaysOf` proposes, and marks
 * what is still to be decided as not confirmed.
 */
import decided from '../../../db/seeds/calendar/national-days.json' with { type: 'json' }
import type { CalendarDay } from './calendar.ts'
import { dateOf, dayNumber, weekdayOf } from './day.ts'
import { parseHours } from './hours.ts'
import { hungKings, tetDate } from './lunar.ts'

const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 112'
const COMPENSATION = 'Bộ luật Lao động 2019, Điều 111 khoản 3'
const PROPOSED = 'Dự kiến theo Bộ luật Lao động 2019, Điều 112; chờ thông báo hằng năm'
const CULTURE_DAY_SINCE = 2026

/** The days of a decided year as data, of any other year as the law lets expect. */
export const nationalDays = (year: number): readonly CalendarDay[] => decidedDays.get(year) ?? holidaysOf(year)

/** The years whose days a decision has fixed. */
export const decidedYears = (): number[] => [...decidedDays.keys()]

/**
 * Statutory days off of a year by rule, with the days off in lieu (BLLĐ 111(3)): a holiday on a weekly day off moves it to the next working day. Confirmed are the
 * days the law fixes itself. The five days of Tết and the second day of Quốc khánh are proposals: placed as the decisions of 2018–2026 placed them.
 */
export function holidaysOf(year: number): CalendarDay[] {
  const holidays: CalendarDay[] = [
    fixed(`${year}-01-01`, 'Tết Dương lịch', 'New Year’s Day'),
    ...tetDays(year).map((day) => proposed(day, 'Tết Nguyên đán', 'Lunar New Year')),
    fixed(hungKings(year), 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
    fixed(`${year}-04-30`, 'Ngày Chiến thắng', 'Reunification Day'),
    fixed(`${year}-05-01`, 'Ngày Quốc tế lao động', 'Labour Day'),
    fixed(`${year}-09-02`, 'Quốc khánh', 'National Day'),
    proposed(besideNationalDay(year), 'Quốc khánh, ngày liền kề', 'National Day, adjacent day'),
  ]
  if (year >= CULTURE_DAY_SINCE)
    holidays.push({ ...fixed(`${year}-11-24`, 'Ngày Văn hóa Việt Nam', 'Vietnamese Culture Day'), source: 'Nghị quyết 28/2026/QH16' })
  return withDaysInLieu(byDate(holidays))
}

/** Mùng 1 on a Tuesday takes one day before it, so that the week is whole; otherwise two days before and three from mùng 1. */
function tetDays(year: number): string[] {
  const first = dayNumber(tetDate(year))
  const start = first - (weekdayOf(first) === 2 ? 1 : 2)
  return [0, 1, 2, 3, 4].map((offset) => dateOf(start + offset))
}

/** The day before 2 September or after it, whichever joins the weekend; a Wednesday takes the day before, as in 2026. */
function besideNationalDay(year: number): string {
  const isAfter = [1, 4, 7].includes(weekdayOf(dayNumber(`${year}-09-02`)))
  return `${year}-09-0${isAfter ? 3 : 1}`
}

function withDaysInLieu(holidays: CalendarDay[]): CalendarDay[] {
  const taken = new Set(holidays.map(({ date }) => date))
  const all = [...holidays]
  for (const holiday of holidays) {
    if (!isWeekend(holiday.date)) continue
    let day = dayNumber(holiday.date) + 1
    while (isWeekend(dateOf(day)) || taken.has(dateOf(day))) day++
    taken.add(dateOf(day))
    all.push({
      ...holiday,
      date: dateOf(day),
      name: `Nghỉ bù ${holiday.name}`,
      nameEn: `Day in lieu: ${holiday.nameEn}`,
      source: holiday.isConfirmed ? COMPENSATION : PROPOSED,
    })
  }
  return byDate(all)
}

const isWeekend = (date: string): boolean => weekdayOf(dayNumber(date)) > 5

const byDate = (days: CalendarDay[]): CalendarDay[] => days.sort((a, b) => (a.date < b.date ? -1 : 1))

const fixed = (date: string, name: string, nameEn: string): CalendarDay => ({
  date,
  kind: 'off',
  name,
  nameEn,
  source: LABOUR_CODE,
  isConfirmed: true,
})

const proposed = (date: string, name: string, nameEn: string): CalendarDay => ({
  date,
  kind: 'off',
  name,
  nameEn,
  source: PROPOSED,
  isConfirmed: false,
})

const decidedDays = new Map<number, CalendarDay[]>(
  decided.years.map(({ year, days }) => [
    year,
    days.map((day) => ({
      ...day,
      kind: day.kind as CalendarDay['kind'],
      hours: 'hours' in day ? parseHours(String(day.hours)) : undefined,
    })),
  ]),
)
