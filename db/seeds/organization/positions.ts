import type { Queryable } from '#platform/database.ts'

export const positionList = [
  { code: 'director', name: 'Giám đốc', nameEn: 'Director' },
  { code: 'deputy-director', name: 'Phó Giám đốc', nameEn: 'Deputy director' },
  { code: 'chief-inspector', name: 'Chánh Thanh tra', nameEn: 'Chief inspector' },
  { code: 'chief-of-office', name: 'Chánh Văn phòng', nameEn: 'Chief of office' },
  { code: 'head', name: 'Trưởng ban', nameEn: 'Head' },
  { code: 'deputy-head', name: 'Phó trưởng cơ quan', nameEn: 'Deputy head' },
  { code: 'chair', name: 'Chủ tịch Ủy ban nhân dân', nameEn: 'Chair of the people’s committee' },
  { code: 'vice-chair', name: 'Phó Chủ tịch Ủy ban nhân dân', nameEn: 'Vice-chair of the people’s committee' },
  { code: 'division-head', name: 'Trưởng phòng', nameEn: 'Head of division' },
  { code: 'specialist', name: 'Chuyên viên', nameEn: 'Specialist' },
  { code: 'clerk', name: 'Văn thư', nameEn: 'Records clerk' },
  { code: 'reception', name: 'Cán bộ Một cửa', nameEn: 'One-stop officer' },
  { code: 'administrator', name: 'Quản trị viên', nameEn: 'Administrator' },
] as const

export type PositionCode = (typeof positionList)[number]['code']

/** Adds the usual positions (chức danh); safe to run again. */
export async function seedPositions(db: Queryable): Promise<void> {
  await db
    .insertInto('position')
    .values(positionList.map((position) => ({ ...position })))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}
