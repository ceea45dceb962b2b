import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import { recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { escapeLike, searchable } from '#platform/text/searchable.ts'
import { validOn } from '#platform/validity.ts'
import type { StaffKind } from '../schemas.ts'

export interface Officer {
  id: number
  username: string
  fullName: string
  staffKind: StaffKind
  homeUnitId: number
  homeUnitName: string
  homeUnitPath: string
  positionId: number | null
  positionName: string | null
  positionNameEn: string | null
  phone: string | null
  email: string | null
  mustChangePassword: boolean
  hasSecondFactor: boolean
  lockedUntil: Date | null
  /** False: locked by an administrator, or left. */
  isActive: boolean
  isInvented: boolean
}

const officers = (db: Queryable) =>
  db
    .selectFrom('officer')
    .innerJoin('unit as home', 'home.id', 'officer.homeUnitId')
    .leftJoin('position', 'position.id', 'officer.positionId')
    .select([
      'officer.id',
      'officer.username',
      'officer.fullName',
      'officer.staffKind',
      'officer.homeUnitId',
      'home.name as homeUnitName',
      'home.path as homeUnitPath',
      'officer.positionId',
      'position.name as positionName',
      'position.nameEn as positionNameEn',
      'officer.phone',
      'officer.email',
      'officer.mustChangePassword',
      sql<boolean>`officer.totp_confirmed_at is not null`.as('hasSecondFactor'),
      'officer.lockedUntil',
      'officer.isActive',
      'officer.isInvented',
    ])
    .$castTo<Officer>()

/** @throws AppError `record.not-found` */
export async function getOfficer(db: Queryable, id: number): Promise<Officer> {
  return (await officers(db).where('officer.id', '=', id).executeTakeFirst()) ?? commonErrors.fail('record.not-found')
}

/** An officer's record opened by somebody else: written into the trail. @throws AppError `record.not-found` */
export async function readOfficer(db: Queryable, id: number, { actor, now }: { actor: Actor; now: Date }): Promise<Officer> {
  const officer = await getOfficer(db, id)
  await recordRead(db, { actor, at: now, name: 'identity.read-officer', subject: { kind: 'officer', id }, unitId: officer.homeUnitId })
  return officer
}

export const findOfficerByUsername = (db: Queryable, username: string): Promise<Officer | undefined> =>
  officers(db).where('officer.username', '=', username).executeTakeFirst()

/** The unit an officer belongs to. @throws AppError `record.not-found` */
export async function homeUnitOf(db: Queryable, officerId: number): Promise<number> {
  const row = await db.selectFrom('officer').select('homeUnitId').where('id', '=', officerId).executeTakeFirst()
  return row?.homeUnitId ?? commonErrors.fail('record.not-found')
}

export interface OfficerFilter {
  /** Name without marks or user name. */
  text?: string
  /** Officers of the unit and those below. */
  unitId?: number
  roleId?: number
  state?: 'active' | 'locked'
  /** Only of units within these paths (`permittedUnitPaths`). */
  paths: readonly string[]
  page: number
  pageSize: number
}

/** One page of officers by name, with how many there are. */
export async function listOfficers(db: Queryable, filter: OfficerFilter, now: Date): Promise<{ rows: Officer[]; total: number }> {
  const today = localDate(now)
  let query = officers(db)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where(sql<boolean>`home.path <@ any (${[...filter.paths]}::ltree[])`)
  for (const word of searchable(filter.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('officer.searchName', 'like', `%${escapeLike(word)}%`)
  if (filter.unitId) query = query.where(sql<boolean>`home.path <@ (select path from unit where id = ${filter.unitId})`)
  if (filter.state) query = query.where('officer.isActive', '=', filter.state === 'active')
  if (filter.roleId)
    query = query.where(
      sql<boolean>`exists (select from role_assignment a where a.officer_id = officer.id and a.role_id = ${filter.roleId}
        and ${validOn(today, 'a')})`,
    )
  const rows = await query
    .orderBy('officer.fullName')
    .orderBy('officer.id')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .$castTo<Officer & { total: number }>()
    .execute()
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Officers for a choice, by name or user name; only accounts that are open. */
export async function searchOfficers(db: Queryable, text: string, limit = 20): Promise<Officer[]> {
  const words = searchable(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  return words
    .reduce((query, word) => query.where('officer.searchName', 'like', `%${escapeLike(word)}%`), officers(db))
    .where('officer.isActive', '=', true)
    .orderBy('officer.fullName')
    .limit(limit)
    .execute()
}
