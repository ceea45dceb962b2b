import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { validOn } from '#platform/validity.ts'

export interface Assignment {
  id: number
  roleId: number
  roleName: string
  roleNameEn: string
  unitId: number
  unitName: string
  unitPath: string
  validFrom: string
  validTo: string | null
  secondmentId: number | null
}

/** The roles of an officer that hold or will hold, and those that ended, the newest first. */
export const assignmentsOf = (db: Queryable, officerId: number): Promise<Assignment[]> =>
  db
    .selectFrom('roleAssignment')
    .innerJoin('role', 'role.id', 'roleAssignment.roleId')
    .innerJoin('unit', 'unit.id', 'roleAssignment.unitId')
    .select([
      'roleAssignment.id',
      'roleAssignment.roleId',
      'role.name as roleName',
      'role.nameEn as roleNameEn',
      'roleAssignment.unitId',
      'unit.name as unitName',
      'unit.path as unitPath',
      'roleAssignment.validFrom',
      'roleAssignment.validTo',
      'roleAssignment.secondmentId',
    ])
    .where('roleAssignment.officerId', '=', officerId)
    .orderBy('roleAssignment.validFrom', 'desc')
    .orderBy('roleAssignment.id', 'desc')
    .execute()

/** The officers who hold a role at exactly this unit today; for the page of the unit. */
export const staffOf = (
  db: Queryable,
  unitId: number,
  now: Date,
): Promise<{ officerId: number; fullName: string; roleName: string; roleNameEn: string; validTo: string | null }[]> =>
  db
    .selectFrom('roleAssignment')
    .innerJoin('role', 'role.id', 'roleAssignment.roleId')
    .innerJoin('officer', 'officer.id', 'roleAssignment.officerId')
    .select(['officer.id as officerId', 'officer.fullName', 'role.name as roleName', 'role.nameEn as roleNameEn', 'roleAssignment.validTo'])
    .where('roleAssignment.unitId', '=', unitId)
    .where(validOn(localDate(now), 'roleAssignment'))
    .where('officer.isActive', '=', true)
    .orderBy('role.name')
    .orderBy('officer.fullName')
    .execute()

export interface Secondment {
  id: number
  fromUnitName: string
  toUnitId: number
  toUnitName: string
  toUnitPath: string
  startsOn: string
  endsOn: string
  endedOn: string | null
  decision: string
}

export const secondmentsOf = (db: Queryable, officerId: number): Promise<Secondment[]> =>
  db
    .selectFrom('secondment')
    .innerJoin('unit as source', 'source.id', 'secondment.fromUnitId')
    .innerJoin('unit as target', 'target.id', 'secondment.toUnitId')
    .select([
      'secondment.id',
      'source.name as fromUnitName',
      'secondment.toUnitId',
      'target.name as toUnitName',
      'target.path as toUnitPath',
      'secondment.startsOn',
      'secondment.endsOn',
      'secondment.endedOn',
      'secondment.decision',
    ])
    .where('secondment.officerId', '=', officerId)
    .orderBy('secondment.startsOn', 'desc')
    .execute()
