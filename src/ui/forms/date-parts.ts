import type { FormState } from './form-state.ts'

type Values = FormState['values']

/**
 * The date typed into a `DateField`: `YYYY-MM-DD`, `undefined` when nothing was typed, or `'invalid'` when it is no day of the calendar.
 * A year alone or a month and year (allowed for old papers) give `'invalid'` too: a page that takes them reads the parts itself.
 */
export function readDate(values: Values, name: string): string | 'invalid' | undefined {
  const [day = '', month = '', year = ''] = DATE_PARTS.map((part) => String(values[`${name}.${part}`] ?? '').trim())
  if (day + month + year === '') return undefined
  const date = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return /^\d{4}$/.test(year) && isCalendarDate(date) ? date : 'invalid'
}

/** The three values of a `DateField` for a date: to fill a form from a record. */
export function dateParts(name: string, date: string | undefined): Values {
  const [year, month, day] = date?.split('-') ?? []
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
}

function isCalendarDate(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
}

export const DATE_PARTS = ['day', 'month', 'year'] as const
