/**
 * The demonstration province: Quảng Trị as it stands since 1/7/2025 (merged with Quảng Bình). Its units, names and area codes are facts; agency codes below the
 * province are illustrative (the re-issued decision was not found), people are invented.
 */
import { type AreaLine, readAreas } from './areas.ts'

export const PROVINCE = '44'
export const SINCE = '2025-07-01'
/** NQ 202/2025/QH15 merged the provinces; QĐ 19/2025/QĐ-TTg gave the list and codes of units. */
const DECISION = 'Nghị quyết 202/2025/QH15; Quyết định 19/2025/QĐ-TTg'
const ILLUSTRATIVE = 'Mã minh họa, chưa đối chiếu quyết định của tỉnh'

export interface SeedUnit {
  code: string
  parent?: string
  name: string
  shortName?: string
  kind: 'province' | 'centre' | 'department' | 'division' | 'commune' | 'commune-centre' | 'vertical-agency' | 'office'
  level: 'province' | 'commune'
  agencyCode?: string
  agencyCodeSource?: string
  areaCode?: string
  address?: string
  headTitle?: string
  decision?: string
}

interface Department {
  code: string
  name: string
  short: string
  divisions: string[]
  headTitle?: string
  kind?: SeedUnit['kind']
}

/** The fifteen bodies of the provincial committee, then the police and the social insurance, which receive at the centre too. */
const departments: Department[] = [
  {
    code: 'VPUB',
    name: 'Văn phòng Ủy ban nhân dân tỉnh',
    short: 'Văn phòng UBND tỉnh',
    headTitle: 'CHÁNH VĂN PHÒNG',
    divisions: ['Phòng Kiểm soát thủ tục hành chính', 'Phòng Tổng hợp', 'Phòng Khoa giáo - Văn xã'],
  },
  {
    code: 'SNV',
    name: 'Sở Nội vụ',
    short: 'Sở Nội vụ',
    divisions: ['Phòng Tổ chức, biên chế', 'Phòng Lao động, việc làm', 'Phòng Người có công'],
  },
  {
    code: 'STP',
    name: 'Sở Tư pháp',
    short: 'Sở Tư pháp',
    divisions: ['Phòng Hành chính tư pháp', 'Phòng Bổ trợ tư pháp', 'Phòng Xây dựng văn bản'],
  },
  {
    code: 'STC',
    name: 'Sở Tài chính',
    short: 'Sở Tài chính',
    divisions: ['Phòng Đăng ký kinh doanh', 'Phòng Đầu tư', 'Phòng Giá, công sản'],
  },
  {
    code: 'SCT',
    name: 'Sở Công Thương',
    short: 'Sở Công Thương',
    divisions: ['Phòng Quản lý thương mại', 'Phòng Quản lý công nghiệp', 'Phòng Quản lý năng lượng'],
  },
  {
    code: 'SNNMT',
    name: 'Sở Nông nghiệp và Môi trường',
    short: 'Sở NN&MT',
    divisions: ['Phòng Quản lý đất đai', 'Phòng Quản lý môi trường', 'Phòng Trồng trọt và chăn nuôi'],
  },
  {
    code: 'SXD',
    name: 'Sở Xây dựng',
    short: 'Sở Xây dựng',
    divisions: ['Phòng Quản lý xây dựng', 'Phòng Quy hoạch, kiến trúc', 'Phòng Quản lý vận tải'],
  },
  {
    code: 'SKHCN',
    name: 'Sở Khoa học và Công nghệ',
    short: 'Sở KH&CN',
    divisions: ['Phòng Quản lý khoa học', 'Phòng Bưu chính, viễn thông', 'Phòng Tiêu chuẩn đo lường chất lượng'],
  },
  {
    code: 'SVHTTDL',
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    short: 'Sở VHTTDL',
    divisions: ['Phòng Quản lý văn hóa và gia đình', 'Phòng Quản lý thể dục thể thao', 'Phòng Quản lý du lịch'],
  },
  {
    code: 'SGDDT',
    name: 'Sở Giáo dục và Đào tạo',
    short: 'Sở GD&ĐT',
    divisions: ['Phòng Giáo dục phổ thông', 'Phòng Quản lý chất lượng', 'Phòng Giáo dục nghề nghiệp'],
  },
  { code: 'SYT', name: 'Sở Y tế', short: 'Sở Y tế', divisions: ['Phòng Nghiệp vụ y', 'Phòng Nghiệp vụ dược', 'Phòng Bảo trợ xã hội'] },
  { code: 'SDTTG', name: 'Sở Dân tộc và Tôn giáo', short: 'Sở DT&TG', divisions: ['Phòng Dân tộc', 'Phòng Tôn giáo'] },
  { code: 'SNGV', name: 'Sở Ngoại vụ', short: 'Sở Ngoại vụ', divisions: ['Phòng Lãnh sự', 'Phòng Hợp tác quốc tế'] },
  {
    code: 'TTT',
    name: 'Thanh tra tỉnh',
    short: 'Thanh tra tỉnh',
    headTitle: 'CHÁNH THANH TRA',
    divisions: ['Phòng Nghiệp vụ 1', 'Phòng Nghiệp vụ 2'],
  },
  {
    code: 'BQLKKT',
    name: 'Ban Quản lý Khu kinh tế tỉnh',
    short: 'BQL Khu kinh tế',
    headTitle: 'TRƯỞNG BAN',
    divisions: ['Phòng Quản lý đầu tư', 'Phòng Quản lý quy hoạch và xây dựng', 'Phòng Quản lý doanh nghiệp'],
  },
  {
    code: 'CAT',
    name: 'Công an tỉnh',
    short: 'Công an tỉnh',
    kind: 'vertical-agency',
    divisions: ['Phòng Cảnh sát quản lý hành chính về trật tự xã hội', 'Phòng Quản lý xuất nhập cảnh'],
  },
  {
    code: 'BHXH',
    name: 'Bảo hiểm xã hội tỉnh',
    short: 'BHXH tỉnh',
    kind: 'vertical-agency',
    divisions: ['Phòng Chế độ bảo hiểm xã hội', 'Phòng Quản lý thu'],
  },
]

export const ROOT = 'QT'
export const CENTRE = 'QT.TTPVHCC'
export const departmentCodes: readonly string[] = departments.map(({ code }) => code)

/** Every unit, each after the unit above it. */
export async function quangTriUnits(): Promise<SeedUnit[]> {
  const communes = (await readAreas()).filter(({ parentCode }) => parentCode === PROVINCE)
  return [
    {
      code: ROOT,
      name: 'Ủy ban nhân dân tỉnh Quảng Trị',
      shortName: 'UBND tỉnh Quảng Trị',
      kind: 'province',
      level: 'province',
      agencyCode: 'H50',
      agencyCodeSource: 'QĐ 20/2020/QĐ-TTg (mã cấp 1 của tỉnh)',
      areaCode: PROVINCE,
      headTitle: 'CHỦ TỊCH',
      decision: DECISION,
    },
    ...departments.flatMap(departmentUnits),
    {
      code: CENTRE,
      parent: 'QT.VPUB',
      name: 'Trung tâm Phục vụ hành chính công tỉnh Quảng Trị',
      shortName: 'TTPVHCC tỉnh',
      kind: 'centre',
      level: 'province',
      agencyCode: 'H50.40',
      agencyCodeSource: ILLUSTRATIVE,
      address: 'Phường Đồng Hới, tỉnh Quảng Trị',
      headTitle: 'GIÁM ĐỐC',
    },
    ...communes.flatMap(communeUnits),
  ]
}

function departmentUnits(
  { code, name, short, divisions, headTitle = 'GIÁM ĐỐC', kind = 'department' }: Department,
  index: number,
): SeedUnit[] {
  const own = `QT.${code}`
  return [
    {
      code: own,
      parent: ROOT,
      name,
      shortName: short,
      kind,
      level: 'province',
      agencyCode: `H50.${String(index + 1).padStart(2, '0')}`,
      agencyCodeSource: ILLUSTRATIVE,
      headTitle,
    },
    {
      code: `${own}.VP`,
      parent: own,
      name: code === 'VPUB' ? 'Phòng Hành chính, quản trị' : `Văn phòng ${short}`,
      kind: 'office',
      level: 'province',
    },
    ...divisions.map<SeedUnit>((division, at) => ({
      code: `${own}.P${at + 1}`,
      parent: own,
      name: `${division}, ${short}`,
      kind: 'division',
      level: 'province',
    })),
  ]
}

function communeUnits(area: AreaLine, index: number): SeedUnit[] {
  const own = `QT.${area.code}`
  const place = `${area.name.charAt(0).toLowerCase()}${area.name.slice(1)}`
  const agencyCode = `H50.${101 + index}`
  const below = (suffix: string, name: string, kind: SeedUnit['kind'], more: Partial<SeedUnit> = {}): SeedUnit => ({
    code: `${own}.${suffix}`,
    parent: own,
    name,
    kind,
    level: 'commune',
    ...more,
  })
  const economy = area.name.startsWith('Xã') ? 'Phòng Kinh tế' : 'Phòng Kinh tế, Hạ tầng và Đô thị'
  return [
    {
      code: own,
      parent: ROOT,
      name: `Ủy ban nhân dân ${place}`,
      shortName: `UBND ${place}`,
      kind: 'commune',
      level: 'commune',
      agencyCode,
      agencyCodeSource: ILLUSTRATIVE,
      areaCode: area.code,
      headTitle: 'CHỦ TỊCH',
      decision: DECISION,
    },
    below('TT', `Trung tâm Phục vụ hành chính công ${place}`, 'commune-centre', {
      shortName: `TTPVHCC ${place}`,
      agencyCode: `${agencyCode}.01`,
      agencyCodeSource: ILLUSTRATIVE,
      areaCode: area.code,
      headTitle: 'GIÁM ĐỐC',
    }),
    below('VP', `Văn phòng HĐND và UBND ${place}`, 'office'),
    below('VHXH', `Phòng Văn hóa - Xã hội ${place}`, 'division'),
    below('KT', `${economy} ${place}`, 'division'),
  ]
}

/** The nineteen counters of the centre (25 before they were merged). */
export const centreCounters: readonly string[] = [
  'Hướng dẫn, tiếp nhận chung 1',
  'Hướng dẫn, tiếp nhận chung 2',
  'Nội vụ',
  'Tư pháp',
  'Tài chính, đăng ký kinh doanh',
  'Công Thương',
  'Nông nghiệp và Môi trường 1',
  'Nông nghiệp và Môi trường 2',
  'Xây dựng, giao thông vận tải',
  'Khoa học và Công nghệ',
  'Văn hóa, Thể thao và Du lịch',
  'Giáo dục và Đào tạo',
  'Y tế',
  'Dân tộc, Tôn giáo, Ngoại vụ',
  'Khu kinh tế',
  'Công an tỉnh',
  'Bảo hiểm xã hội tỉnh',
  'Trả kết quả',
  'Thu phí, lệ phí và bưu chính công ích',
]
