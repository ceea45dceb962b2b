/** From when a step counts as near its due time: a setting in hours of the clock, because the law names no threshold (domain.md §2.7). */
import type { Queryable } from '#platform/database.ts'
import { readSetting } from '#platform/settings.ts'

const DEFAULT_HOURS = 24

export async function nearUntil(db: Queryable, now: Date): Promise<Date> {
  const hours = (await readSetting<number>(db, 'near-due-hours')) ?? DEFAULT_HOURS
  return new Date(now.getTime() + hours * 3_600_000)
}
