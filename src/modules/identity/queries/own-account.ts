import type { Queryable } from '#platform/database.ts'

export interface OwnAccount {
  username: string
  fullName: string
  mustChangePassword: boolean
  /** Begun but not confirmed: shown on the page that turns the second factor on. */
  pendingSecret: string | null
  hasSecondFactor: boolean
}

/** What an officer may see of her own account. */
export async function ownAccount(db: Queryable, officerId: number): Promise<OwnAccount> {
  const row = await db
    .selectFrom('officer')
    .select(['username', 'fullName', 'mustChangePassword', 'totpSecret', 'totpConfirmedAt'])
    .where('id', '=', officerId)
    .executeTakeFirstOrThrow()
  const { totpSecret, totpConfirmedAt, ...account } = row
  return { ...account, pendingSecret: totpConfirmedAt ? null : totpSecret, hasSecondFactor: totpConfirmedAt !== null }
}
