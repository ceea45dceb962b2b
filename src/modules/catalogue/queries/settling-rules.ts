/** How a version's dossiers are received and settled out of the ordinary, and the periods its sector law sets (0030). */
import type { Limit } from '#modules/calendar/index.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { prepared } from '#platform/prepared.ts'

export interface SettlingRules {
  /** Giải quyết, trả kết quả ngay (NĐ 61/2018 art. 17(4)). */
  isSameDay: boolean
  /** 4 tại chỗ (NĐ 61/2018 art. 17(5)). */
  isFourOnTheSpot: boolean
  /** Received elsewhere than at the one-stop unit (NĐ 61/2018 art. 14(5)). */
  isOutsideTheUnit: boolean
  /** Within how long after reception a supplement may be asked for; absent: the general period. */
  askSupplementWithin?: Limit
  /** The applicant's time for a supplement; absent: the general period. */
  answerSupplementWithin?: Limit
}

/** Of the version a dossier is under. @throws AppError `record.not-found` */
export async function settlingRulesOf(db: Queryable, versionId: number): Promise<SettlingRules> {
  const row = await rulesOf(db, { versionId }).first()
  if (!row) return commonErrors.fail('record.not-found')
  const ask = limitOf(row.askSupplementDays, row.askSupplementUnit)
  const answer = limitOf(row.answerSupplementDays, row.answerSupplementUnit)
  return {
    isSameDay: row.isSameDay ?? false,
    isFourOnTheSpot: row.isFourOnTheSpot ?? false,
    isOutsideTheUnit: row.isOutsideTheUnit ?? false,
    ...(ask ? { askSupplementWithin: ask } : {}),
    ...(answer ? { answerSupplementWithin: answer } : {}),
  }
}

/** Of the newest published version of a procedure; none where nothing was published. */
export async function newestSettlingRules(db: Queryable, procedureId: number): Promise<SettlingRules | undefined> {
  const version = await db
    .selectFrom('procedureVersion')
    .select('id')
    .where('procedureId', '=', procedureId)
    .where('status', '=', 'published')
    .orderBy('validFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return version && settlingRulesOf(db, version.id)
}

const limitOf = (amount: number | null, unit: string | null): Limit | undefined =>
  amount === null || unit === null ? undefined : { amount, unit: unit as Limit['unit'] }

const rulesOf = prepared((db, { versionId }: { versionId: number }) =>
  db
    .selectFrom('procedureVersion')
    .select(['isSameDay', 'isFourOnTheSpot', 'isOutsideTheUnit'])
    .select(['askSupplementDays', 'askSupplementUnit', 'answerSupplementDays', 'answerSupplementUnit'])
    .where('id', '=', versionId),
)
