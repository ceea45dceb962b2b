import type { Queryable } from '#platform/database.ts'
import { escapeLike, searchable } from '#platform/text/searchable.ts'
import { validOn } from '#platform/validity.ts'

/** Đơn vị hành chính, for addresses of two levels: province (2 digits) and commune (5 digits). */
export interface Area {
  code: string
  parentCode: string | null
  /** With its kind: “Phường Đồng Hới”. */
  name: string
}

const areas = (db: Queryable, on: string) => db.selectFrom('area').select(['code', 'parentCode', 'name']).where(validOn(on))

export const provinces = (db: Queryable, on: string): Promise<Area[]> =>
  areas(db, on).where('parentCode', 'is', null).orderBy('code').execute()

/** The communes of a province, by name. */
export const communesOf = (db: Queryable, provinceCode: string, on: string): Promise<Area[]> =>
  areas(db, on).where('parentCode', '=', provinceCode).orderBy('searchName').execute()

/** Communes by name without marks, in all provinces or one. */
export const searchCommunes = (db: Queryable, text: string, on: string, provinceCode?: string, limit = 20): Promise<Area[]> =>
  areas(db, on)
    .where('parentCode', provinceCode ? '=' : 'is not', provinceCode ?? null)
    .where('searchName', 'like', `%${escapeLike(searchable(text))}%`)
    .orderBy('searchName')
    .limit(limit)
    .execute()

/** “Phường Đồng Hới, Tỉnh Quảng Trị”; undefined when the code is unknown. */
export async function areaLabel(db: Queryable, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('area')
    .leftJoin('area as province', 'province.code', 'area.parentCode')
    .select(['area.name', 'province.name as provinceName'])
    .where('area.code', '=', code)
    .executeTakeFirst()
  return row && (row.provinceName ? `${row.name}, ${row.provinceName}` : row.name)
}
