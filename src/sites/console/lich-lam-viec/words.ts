/** Words about days, shared by the calendar's pages and the due date calculator. */
import type { CalendarDay, DayPlan, Weekday } from '#modules/calendar/index.ts'
import { type Language, words } from '#platform/language.ts'
import type { ShapeName, Tone } from '#ui/index.ts'

/** Monday first, as `Weekday` counts. */
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export const dayWords = words({
  vi: {
    weekday: (day: Weekday) => WEEKDAYS_VI[day - 1] ?? '',
    short: (day: Weekday) => SHORT_VI[day - 1] ?? '',
    month: (month: number, year: number) => `Tháng ${month}/${year}`,
    working: 'Ngày làm việc',
    'weekly-off': 'Nghỉ hằng tuần',
    off: 'Nghỉ',
    'make-up': 'Làm bù',
    'half-day': 'Nửa ngày',
    unconfirmed: 'chờ xác nhận',
    confirmed: 'đã xác nhận',
    national: 'Cả nước',
    unit: 'Lịch của đơn vị',
  },
  en: {
    weekday: (day: Weekday) => WEEKDAYS_EN[day - 1] ?? '',
    short: (day: Weekday) => WEEKDAYS_EN[day - 1]?.slice(0, 3) ?? '',
    month: (month: number, year: number) => `${MONTHS[month - 1]} ${year}`,
    working: 'Working day',
    'weekly-off': 'Weekly day off',
    off: 'Off',
    'make-up': 'Make-up day',
    'half-day': 'Half day',
    unconfirmed: 'to be confirmed',
    confirmed: 'confirmed',
    national: 'The whole country',
    unit: 'Calendar of the unit',
  },
})

const WEEKDAYS_VI = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']
const SHORT_VI = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** The shape and tone that go with the word of each kind of exceptional day. */
export const dayMarks: Record<Exclude<DayPlan['kind'], 'working' | 'weekly-off'>, { shape: ShapeName; tone: Tone }> = {
  off: { shape: 'square', tone: 'late' },
  'make-up': { shape: 'triangle', tone: 'info' },
  'half-day': { shape: 'bars', tone: 'near' },
}

/** A make-up day is stored as `working` and is called làm bù. */
export const planKindOf = (kind: CalendarDay['kind']) => (kind === 'working' ? 'make-up' : kind)

export const dayName = (day: Pick<CalendarDay, 'name' | 'nameEn'>, language: Language): string =>
  language === 'en' && day.nameEn ? day.nameEn : day.name
