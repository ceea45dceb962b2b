/**
 * How early a new or changed procedure must be announced and how soon published (QĐ 766/QĐ-TTg, indicators 1.1 and 1.2): the province decides at least five
 * working days before the newest legal basis takes effect (a ministry twenty), and publishes within five working days of its decision (a ministry ten).
 */
export interface PublicationRule {
  announceBefore: number
  publishWithin: number
}

export const PROVINCE_RULE: PublicationRule = { announceBefore: 5, publishWithin: 5 }
export const MINISTRY_RULE: PublicationRule = { announceBefore: 20, publishWithin: 10 }
/** Setting that replaces the province's rule. */
export const PUBLICATION_SETTING = 'catalogue.publication'

export type PublicationStanding = 'on-time' | 'late' | 'unknown'

export interface PublicationDates {
  decisionDate: string | null
  effectiveDate: string | null
  publishedOn: string | null
}

/** `workingDays(from, to)`: how many working days lie after `from` up to and with `to`; negative or 0 when `to` is not later. */
export function publicationStanding(
  { decisionDate, effectiveDate, publishedOn }: PublicationDates,
  rule: PublicationRule,
  workingDays: (from: string, to: string) => number,
): { announced: PublicationStanding; published: PublicationStanding } {
  return {
    announced:
      !decisionDate || !effectiveDate ? 'unknown' : workingDays(decisionDate, effectiveDate) >= rule.announceBefore ? 'on-time' : 'late',
    published:
      !decisionDate || !publishedOn ? 'unknown' : workingDays(decisionDate, publishedOn) <= rule.publishWithin ? 'on-time' : 'late',
  }
}
