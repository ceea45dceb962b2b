import type { Queryable } from '#platform/database.ts'

/** Requests whose time for an answer ended before the instant, some after another by id. */
export const unansweredBefore = (
  db: Queryable,
  { before, after, limit }: { before: Date; after: number; limit: number },
): Promise<{ id: number; dossierId: number }[]> =>
  db
    .selectFrom('supplementRequest')
    .select(['id', 'dossierId'])
    .where('outcome', 'is', null)
    .where('answerBy', '<', before)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
