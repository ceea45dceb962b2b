/** The letterhead of a unit: the authority above, its name, its kind and its place. */
import { ancestorIds } from '#modules/organization/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { PaperOffice } from '../sheet.ts'

export interface IssuingOffice extends PaperOffice {
  address: string | null
  phone: string | null
}

/** Units that sign as a centre (TTPVHCC); others are reception units (BPTNTKQ). */
const CENTRES = ['centre', 'commune-centre', 'branch']
const RANK = /^(?:tỉnh|thành phố|xã|phường|đặc khu|thị trấn)\s+/iu

export async function paperOffice(db: Queryable, unitId: number): Promise<IssuingOffice> {
  const units = await db
    .selectFrom('unit')
    .leftJoin('area', 'area.code', 'unit.areaCode')
    .select(['unit.id', 'unit.name', 'unit.shortName', 'unit.kind', 'unit.address', 'unit.phone', 'area.name as areaName'])
    .where('unit.id', 'in', await ancestorIds(db, unitId))
    .orderBy((order) => order.fn('nlevel', ['unit.path']), 'desc')
    .execute()
  const [unit, parent] = units
  if (!unit) throw new Error(`Unit ${unitId} is gone`)
  const areaName = units.find((each) => each.areaName)?.areaName ?? ''
  return {
    parent: parent?.name ?? unit.name,
    name: unit.name,
    kind: CENTRES.includes(unit.kind) ? 'centre' : 'reception-unit',
    abbreviation: abbreviation(unit.shortName ?? unit.name),
    place: areaName.replace(RANK, '') || unit.name,
    address: unit.address,
    phone: unit.phone,
  }
}

/** `Sở VHTTDL` → `SVHTTDL`, `UBND xã Phong Nha` → `UBND`: as the symbols of documents have it (NĐ 30/2020/NĐ-CP, annex I). */
export const abbreviation = (name: string): string =>
  name
    .replace(/\s+(?:tỉnh|thành phố|xã|phường|đặc khu)(?:\s.*)?$/iu, '')
    .split(/[\s,.-]+/)
    .map((word) => (word === word.toLocaleUpperCase('vi') ? word : word.slice(0, 1).toLocaleUpperCase('vi')))
    .join('')
