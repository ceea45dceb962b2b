import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'

export interface Role {
  id: number
  code: string
  name: string
  nameEn: string
  description: string
  rights: string[]
}

const roles = (db: Queryable) =>
  db
    .selectFrom('role')
    .select([
      'role.id',
      'role.code',
      'role.name',
      'role.nameEn',
      'role.description',
      sql<string[]>`array(select r.name from role_right r where r.role_id = role.id order by r.name)`.as('rights'),
    ])

/** In the order in which they were made, which follows a dossier's way. */
export const listRoles = (db: Queryable): Promise<Role[]> => roles(db).orderBy('role.id').execute()

/** @throws AppError `record.not-found` */
export async function getRole(db: Queryable, id: number): Promise<Role> {
  return (await roles(db).where('role.id', '=', id).executeTakeFirst()) ?? commonErrors.fail('record.not-found')
}

export const findRoleByCode = (db: Queryable, code: string): Promise<Role | undefined> =>
  roles(db).where('role.code', '=', code).executeTakeFirst()

/** How many officers hold each role today. */
export async function countHolders(db: Queryable, now: Date): Promise<Map<number, number>> {
  const today = localDate(now)
  const rows = await db
    .selectFrom('roleAssignment')
    .select((eb) => ['roleId', eb.fn.count<number>('officerId').distinct().as('count')])
    .where(validOn(today))
    .groupBy('roleId')
    .execute()
  return new Map(rows.map(({ roleId, count }) => [roleId, count]))
}
