/** Time limits as they are written: read from text, and said in words. */
import type { CountMode, Limit, LimitUnit } from '#modules/calendar/index.ts'
import type { Language } from '#platform/language.ts'
import { words } from '#platform/language.ts'

/** What the calendar needs to count a due date; `countMode` null leaves it to the unit or to the national default. */
export interface ChannelLimit extends Limit {
  countMode: CountMode | null
  /** `HH:MM`, local time */
  cutoff: string | null
  hasLastHourRule: boolean
}

const NUMBER = String.raw`(\d+(?:[.,]\d+)?|1\/2|nửa)`
const UNIT = String.raw`(giờ\s*làm\s*việc|giờ|ngày\s*làm\s*việc|ngày|tháng|năm)`
const LIMITS = new RegExp(`${NUMBER}\\s*(?:\\([^)]*\\)\\s*)?${UNIT}`, 'giu')

/** Every number with a unit that the text states, in order; a day that is not called a working day is a calendar day (BLDS 2015 art. 147). */
export function limitsInText(text: string): Limit[] {
  return [...text.normalize('NFC').matchAll(LIMITS)].flatMap(([, number = '', unit = '']) => {
    const amount = number === '1/2' || number.toLowerCase() === 'nửa' ? 0.5 : Number(number.replace(',', '.'))
    const read = unitOf(unit.toLowerCase())
    if (!(amount > 0)) return []
    return [{ amount: read.amount * amount, unit: read.unit }]
  })
}

/**
 * One limit in a text, when the text states exactly one: `07 ngày làm việc` → 7 working days, `3,5 ngày làm việc`, `24 giờ`.
 * Undefined for none or several ("28 ngày làm việc (cấp mới), 02 ngày làm việc (cấp lại)"): choosing would be inventing.
 */
export function limitInText(text: string): Limit | undefined {
  const limits = limitsInText(text)
  const distinct = new Map(limits.map((limit) => [`${limit.amount} ${limit.unit}`, limit]))
  return distinct.size === 1 ? limits[0] : undefined
}

function unitOf(unit: string): { amount: number; unit: LimitUnit } {
  if (unit.startsWith('giờ')) return { amount: 1, unit: 'hour' }
  if (unit === 'ngày') return { amount: 1, unit: 'calendar-day' }
  if (unit.startsWith('ngày')) return { amount: 1, unit: 'working-day' }
  return { amount: unit === 'năm' ? 12 : 1, unit: 'month' }
}

const say = words({
  vi: {
    hour: (amount: string) => `${amount} giờ làm việc`,
    'working-day': (amount: string) => `${amount} ngày làm việc`,
    'calendar-day': (amount: string) => `${amount} ngày`,
    month: (amount: string) => `${amount} tháng`,
  },
  en: {
    hour: (amount: string) => `${amount} working ${amount === '1' ? 'hour' : 'hours'}`,
    'working-day': (amount: string) => `${amount} working ${amount === '1' ? 'day' : 'days'}`,
    'calendar-day': (amount: string) => `${amount} ${amount === '1' ? 'day' : 'days'}`,
    month: (amount: string) => `${amount} ${amount === '1' ? 'month' : 'months'}`,
  },
})

/** `3,5 ngày làm việc` */
export const formatLimit = ({ amount, unit }: Limit, language: Language = 'vi'): string =>
  say(language)[unit](amount.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB'))
