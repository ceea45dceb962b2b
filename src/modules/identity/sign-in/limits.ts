/** Tries per user name and per address, counted in the database so that all processes share them. Only hashes are kept. */
import { sql } from 'kysely'
import type { Database, Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { hashSecret } from './secret.ts'
import type { SignInRules } from './settings.ts'

/**
 * Counts a try before anything is looked up, so that many at once cannot slip past. Returns what `forgetTry` takes back after success.
 * @throws AppError `request.too-many`
 */
export async function countTry(
  database: Database,
  { name, source }: { name: string; source?: string },
  rules: SignInRules,
  now: Date,
): Promise<number[]> {
  const keys = [hashSecret(`name:${name}`), ...(source ? [hashSecret(`address:${source}`)] : [])]
  const added = await database
    .insertInto('signInAttempt')
    .values(keys.map((key) => ({ key, at: now })))
    .returning('id')
    .execute()
  const since = new Date(now.getTime() - rules.windowMinutes * 60_000)
  const { rows } = await sql<{ key: string; tries: number; first: Date }>`
    select key, count(*) as tries, min(at) as first from sign_in_attempt
    where key = any (${keys}) and at > ${since} group by key`.execute(database)
  for (const { key, tries, first } of rows) {
    const limit = key === keys[0] ? rules.attemptsPerName : rules.attemptsPerAddress
    if (tries > limit) {
      const seconds = Math.max(1, Math.ceil((first.getTime() - since.getTime()) / 1000))
      commonErrors.fail('request.too-many', { parameters: { seconds } })
    }
  }
  return added.map(({ id }) => id)
}

/** A success does not count against an office whose people all come from one address. */
export async function forgetTry(db: Queryable, tries: number[]): Promise<void> {
  await db.deleteFrom('signInAttempt').where('id', 'in', tries).execute()
}
