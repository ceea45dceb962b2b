/** Invented persons and organisations for the demonstration. Numbers have the right shape and a run of digits that shows they are made up. */

import { taxCheckDigit } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { searchable } from '#platform/text/searchable.ts'
import { inventedPerson } from './people.ts'

const PERSONS = 45
const ORGANISATIONS = 15
/** Wards and communes they live in: Đông Hà, Đồng Hới, Quảng Trị, Ba Đồn, Lao Bảo, Cồn Cỏ … */
const AREAS = ['19333', '18880', '19360', '19009', '19432', '19742', '19363', '19138', '19249', '19597']
const ORGANISATION_NAMES = [
  'Công ty TNHH Du lịch Biển Xanh Minh Họa',
  'Công ty Cổ phần Quảng cáo Sen Vàng Minh Họa',
  'Hộ kinh doanh Karaoke Phố Biển Minh Họa',
  'Câu lạc bộ Bơi lội Sông Hiếu Minh Họa',
  'Công ty TNHH Lữ hành Phong Nha Minh Họa',
  'Trung tâm Thể thao Thành Cổ Minh Họa',
  'Công ty TNHH Tổ chức Sự kiện Cửa Việt Minh Họa',
  'Hợp tác xã Du lịch cộng đồng Hướng Phùng Minh Họa',
  'Công ty Cổ phần Khách sạn Nhật Lệ Minh Họa',
  'Thư viện tư nhân Ánh Sáng Minh Họa',
  'Công ty TNHH In và Quảng cáo Hải Lăng Minh Họa',
  'Câu lạc bộ Võ thuật Gio Linh Minh Họa',
  'Công ty TNHH Giải trí Cồn Tiên Minh Họa',
  'Bảo tàng ngoài công lập Làng Chài Minh Họa',
  'Doanh nghiệp tư nhân Vũ trường Đêm Lành Minh Họa',
]

export async function seedParties(db: Queryable, now: Date): Promise<void> {
  const stamps = { isInvented: true, createdAt: now, updatedAt: now }
  const persons = Array.from({ length: PERSONS }, (_, n) => person(n)).map((row) => ({ ...row, representative: null }))
  const organisations = Array.from({ length: ORGANISATIONS }, (_, n) => organisation(n)).map((row) => ({
    ...row,
    birthDate: null,
    sex: null,
  }))
  await db
    .insertInto('party')
    .values([...persons, ...organisations].map((row) => ({ ...row, ...stamps, searchName: searchable(row.name) })))
    .onConflict((conflict) => conflict.columns(['identifierKind', 'identifier']).doNothing())
    .execute()
}

/** `044` + century and sex + year + `000001` onward. */
function person(n: number) {
  const { name, sex } = inventedPerson(3001 + n * 3)
  const year = 1950 + ((n * 13) % 56)
  const century = (year >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0)
  const serial = String(n + 1).padStart(6, '0')
  return {
    kind: 'person',
    name,
    identifierKind: 'personal-id',
    identifier: `044${century}${String(year % 100).padStart(2, '0')}${serial}`,
    birthDate: `${year}-${two((n % 12) + 1)}-${two(((n * 7) % 28) + 1)}`,
    sex,
    phone: `+84900${serial}`,
    address: `Số ${n + 1}, đường Minh Họa`,
    areaCode: AREAS[n % AREAS.length] ?? null,
  }
}

function organisation(n: number) {
  return {
    kind: 'organisation',
    name: ORGANISATION_NAMES[n] ?? `Tổ chức Minh Họa ${n + 1}`,
    identifierKind: 'tax-code',
    identifier: inventedTaxCode(n),
    representative: inventedPerson(4001 + n * 3).name,
    phone: `+84900${String(900_001 + n)}`,
    address: `Số ${100 + n}, đường Minh Họa`,
    areaCode: AREAS[n % AREAS.length] ?? null,
  }
}

/** `9900…` with a right check digit; a beginning whose check digit would be 10 is left out. */
export function inventedTaxCode(n: number): string {
  let found = -1
  for (let serial = 1; ; serial++) {
    const nine = `9900${String(serial).padStart(5, '0')}`
    const digit = taxCheckDigit(nine)
    if (digit < 10 && ++found === n) return `${nine}${digit}`
  }
}

const two = (value: number): string => String(value).padStart(2, '0')
