import type { Queryable } from '#platform/database.ts'
import type { Digest, DigestContent } from '../digest.ts'

const MOST = 30

/** The officer's digests, the newest first. */
export async function digestsOf(db: Queryable, officerId: number): Promise<Digest[]> {
  const rows = await db
    .selectFrom('digest')
    .select(['id', 'day', 'content', 'createdAt', 'readAt'])
    .where('officerId', '=', officerId)
    .orderBy('day', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ content, ...row }) => ({ ...row, content: content as unknown as DigestContent }))
}

/** Of one day, `YYYY-MM-DD`. */
export async function findDigest(db: Queryable, officerId: number, day: string): Promise<Digest | undefined> {
  const row = await db
    .selectFrom('digest')
    .select(['id', 'day', 'content', 'createdAt', 'readAt'])
    .where('officerId', '=', officerId)
    .where('day', '=', day)
    .executeTakeFirst()
  return row && { ...row, content: row.content as unknown as DigestContent }
}
