import { type Language, words } from '#platform/language.ts'

/** `26 giờ 05 phút`: whole hours and minutes, so that figures in a table add up by eye. */
export function minutesText(minutes: number, language: Language): string {
  const text = copy(language)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return hours === 0 ? text.minutes(rest) : rest === 0 ? text.hours(hours) : `${text.hours(hours)} ${text.minutes(rest)}`
}

const copy = words({
  vi: { hours: (count: number) => `${count} giờ`, minutes: (count: number) => `${count} phút` },
  en: { hours: (count: number) => `${count} h`, minutes: (count: number) => `${count} min` },
})
