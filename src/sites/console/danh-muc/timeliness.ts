/** Whether versions were announced and published in time (QĐ 766/QĐ-TTg, indicators 1.1 and 1.2), counted on the province's calendar. */
import { calendarOf, workingDaysBetween } from '#modules/calendar/index.ts'
import {
  MINISTRY_RULE,
  PROVINCE_RULE,
  PUBLICATION_SETTING,
  type PublicationRule,
  type PublicationStanding,
  publicationStanding,
  type VersionSummary,
} from '#modules/catalogue/index.ts'
import type { Queryable } from '#platform/database.ts'
import { readSetting } from '#platform/settings.ts'
import { instantAt } from '#platform/text/dates.ts'

export type Timeliness = Record<'announced' | 'published', PublicationStanding>

export async function publicationTimeliness(db: Queryable, isMinistry: boolean): Promise<(version: VersionSummary) => Timeliness> {
  const calendar = await calendarOf(db, [])
  const rule = isMinistry ? MINISTRY_RULE : ((await readSetting<PublicationRule>(db, PUBLICATION_SETTING)) ?? PROVINCE_RULE)
  const workingDays = (from: string, to: string) =>
    to <= from ? 0 : workingDaysBetween(calendar, instantAt(from, '12:00'), instantAt(to, '12:00'))
  return (version) => publicationStanding(version, rule, workingDays)
}
