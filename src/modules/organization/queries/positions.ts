import type { Queryable } from '#platform/database.ts'

/** Chức danh. */
export interface Position {
  id: number
  code: string
  name: string
  nameEn: string
}

export const positions = (db: Queryable): Promise<Position[]> =>
  db.selectFrom('position').select(['id', 'code', 'name', 'nameEn']).orderBy('name').execute()
