/** From when a step counts as near its due time (a parameter of the installation). */
import { nearDueHours } from '#modules/organization/index.ts'
import type { Queryable } from '#platform/database.ts'

const HOUR_MS = 3_600_000

export const nearUntil = async (db: Queryable, now: Date): Promise<Date> => new Date(now.getTime() + (await nearDueHours(db)) * HOUR_MS)
