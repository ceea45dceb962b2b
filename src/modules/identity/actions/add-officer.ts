import { action } from '#platform/action.ts'
import { isSqlError, sqlState } from '#platform/database.ts'
import { searchable } from '#platform/text/searchable.ts'
import { identityErrors } from '../errors.ts'
import { AddOfficer } from '../schemas.ts'
import { hashPassword } from '../sign-in/password.ts'
import { readableSecret } from '../sign-in/secret.ts'

const FIRST_PASSWORD_LENGTH = 12

/** Thêm cán bộ. Returns the first password, which is shown once and must be changed at the first sign-in. */
export const addOfficer = action('identity.manage-officers', {
  input: AddOfficer,
  scope: (_tx, input) => input.homeUnitId,
  async work({ tx, now, about }, input) {
    const password = readableSecret(FIRST_PASSWORD_LENGTH)
    const { id } = await tx
      .insertInto('officer')
      .values({
        ...input,
        searchName: officerSearchName(input),
        passwordHash: await hashPassword(password),
        passwordChangedAt: now,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
      .catch((error: unknown) => {
        if (isSqlError(error, sqlState.unique, 'officer_username_key'))
          identityErrors.fail('identity.username-taken', { fields: { username: 'Tên đăng nhập này đã có người dùng.' } })
        throw error
      })
    about({ kind: 'officer', id }, { did: 'add', homeUnitId: input.homeUnitId })
    return { id, password }
  },
})

export const officerSearchName = ({ fullName, username }: { fullName: string; username: string }): string =>
  searchable(`${fullName} ${username}`)
