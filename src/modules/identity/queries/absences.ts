import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'

export interface Absence {
  id: number
  officerId: number
  officerName: string
  substituteId: number
  substituteName: string
  /** `YYYY-MM-DD`, both included. */
  firstDay: string
  lastDay: string
  reason: string
  cancelledAt: Date | null
}

const absences = (db: Queryable) =>
  db
    .selectFrom('absence')
    .innerJoin('officer as absent', 'absent.id', 'absence.officerId')
    .innerJoin('officer as substitute', 'substitute.id', 'absence.substituteId')
    .select([
      'absence.id',
      'absence.officerId',
      'absent.fullName as officerName',
      'absence.substituteId',
      'substitute.fullName as substituteName',
      'absence.firstDay',
      'absence.lastDay',
      'absence.reason',
      'absence.cancelledAt',
    ])
    .orderBy('absence.firstDay', 'desc')
    .orderBy('absence.id', 'desc')

/** Of the officer, and those in which she stands in. */
export const absencesOf = (db: Queryable, officerId: number): Promise<Absence[]> =>
  absences(db)
    .where((eb) => eb.or([eb('absence.officerId', '=', officerId), eb('absence.substituteId', '=', officerId)]))
    .limit(100)
    .execute()

/** Of officers whose unit lies within the paths, for whoever manages them; those of today and later first. */
export const absencesWithin = (db: Queryable, paths: readonly string[], limit = 200): Promise<Absence[]> =>
  absences(db)
    .innerJoin('unit', 'unit.id', 'absent.homeUnitId')
    .where(sql<boolean>`unit.path <@ any (${[...paths]}::ltree[])`)
    .limit(limit)
    .execute()
