/** Who works where in the demonstration province: every role of a process step is held at every agency, so that any procedure can run anywhere. Pure. */
import type { PositionCode } from './positions.ts'
import { CENTRE, departmentCodes, ROOT, type SeedUnit } from './quang-tri.ts'

export interface SeedOfficer {
  username: string
  /** Code of the unit the person belongs to. */
  home: string
  position: PositionCode
  staffKind: 'cadre' | 'civil-servant' | 'public-employee' | 'contract'
  roles: { role: string; unit: string }[]
  /** Shown at start with the demonstration password, which need not be changed. */
  isDemonstration: boolean
}

/** User names printed at start: one for each kind of work, all around culture, sports and tourism. */
export const demonstrationAccounts: readonly { username: string; vi: string; en: string }[] = [
  { username: 'tiepnhan1', vi: 'Cán bộ tiếp nhận, Trung tâm tỉnh', en: 'Receptionist, provincial centre' },
  { username: 'traketqua1', vi: 'Cán bộ trả kết quả, Trung tâm tỉnh', en: 'Result officer, provincial centre' },
  { username: 'giamdoc.tt', vi: 'Giám đốc Trung tâm tỉnh', en: 'Head of the provincial centre' },
  { username: 'truongphong.vhttdl', vi: 'Trưởng phòng, Sở VHTTDL', en: 'Head of division, culture department' },
  { username: 'chuyenvien.vhttdl', vi: 'Chuyên viên, Sở VHTTDL', en: 'Specialist, culture department' },
  { username: 'lanhdao.vhttdl', vi: 'Giám đốc Sở VHTTDL', en: 'Director, culture department' },
  { username: 'vanthu.vhttdl', vi: 'Văn thư Sở VHTTDL', en: 'Clerk, culture department' },
  { username: 'kiemsoat', vi: 'Kiểm soát thủ tục hành chính', en: 'Procedure controller' },
  { username: 'quantri', vi: 'Quản trị hệ thống', en: 'System administrator' },
  { username: 'thanhtra', vi: 'Thanh tra', en: 'Auditor' },
]

export function seedOfficers(units: readonly SeedUnit[]): SeedOfficer[] {
  const communes = units.filter(({ kind }) => kind === 'commune')
  return [
    ...systemStaff(),
    ...centreStaff(),
    ...departmentCodes.flatMap((code) => departmentStaff(code, units)),
    ...communes.flatMap(communeStaff),
  ]
}

function systemStaff(): SeedOfficer[] {
  return [
    officer('kiemsoat', 'QT.VPUB.P1', 'specialist', [['procedure-controller', ROOT]]),
    officer('quantri', 'QT.VPUB', 'administrator', [['system-admin', ROOT]]),
    officer('thanhtra', 'QT.TTT', 'specialist', [['auditor', ROOT]]),
  ]
}

function centreStaff(): SeedOfficer[] {
  const numbered = (count: number, each: (n: number) => SeedOfficer) => Array.from({ length: count }, (_, index) => each(index + 1))
  return [
    officer('giamdoc.tt', CENTRE, 'director', [['centre-head', CENTRE]]),
    officer('phogiamdoc.tt', CENTRE, 'deputy-director', [['centre-head', CENTRE]]),
    officer('quantri.tt', CENTRE, 'administrator', [['agency-admin', CENTRE]]),
    ...numbered(8, (n) => officer(`tiepnhan${n}`, CENTRE, 'reception', [['receptionist', CENTRE]])),
    ...numbered(3, (n) => officer(`traketqua${n}`, CENTRE, 'reception', [['return-officer', CENTRE]])),
  ]
}

function departmentStaff(code: string, units: readonly SeedUnit[]): SeedOfficer[] {
  const own = `QT.${code}`
  // sở → vhttdl, as people shorten it
  const short = code.toLowerCase().replace(/^s(?=.{2,})/, '')
  const divisions = units.filter(({ parent, kind }) => parent === own && kind === 'division')
  const leader: PositionCode =
    code === 'VPUB' ? 'chief-of-office' : code === 'TTT' ? 'chief-inspector' : code === 'BQLKKT' ? 'head' : 'director'
  return [
    officer(`lanhdao.${short}`, own, leader, [['agency-leader', own]]),
    officer(`pholanhdao.${short}`, own, leader === 'director' ? 'deputy-director' : 'deputy-head', [['agency-leader', own]]),
    officer(`vanthu.${short}`, `${own}.VP`, 'clerk', [['clerk', own]]),
    officer(`quantri.${short}`, `${own}.VP`, 'administrator', [['agency-admin', own]]),
    // The first division takes whatever the department settles without naming a division; the others see their own tasks only.
    ...divisions.flatMap(({ code: division }, index) => {
      const place = index === 0 ? own : division
      const suffix = index === 0 ? '' : String(index + 1)
      return [
        officer(`truongphong${suffix}.${short}`, division, 'division-head', [['division-head', place]]),
        officer(`chuyenvien${suffix}.${short}`, division, 'specialist', [['specialist', place]]),
        officer(`chuyenvien${suffix}b.${short}`, division, 'specialist', [['specialist', place]]),
      ]
    }),
  ]
}

function communeStaff({ code: own, areaCode: area = '' }: SeedUnit): SeedOfficer[] {
  return [
    officer(`lanhdao.${area}`, own, 'chair', [['agency-leader', own]], 'cadre'),
    officer(`giamdoc.${area}`, `${own}.TT`, 'vice-chair', [['centre-head', own]], 'cadre'),
    officer(`motcua.${area}`, `${own}.TT`, 'reception', [
      ['receptionist', own],
      ['return-officer', own],
    ]),
    officer(`truongphong.${area}`, `${own}.VHXH`, 'division-head', [['division-head', own]]),
    officer(`chuyenvien.${area}`, `${own}.VHXH`, 'specialist', [['specialist', own]]),
    officer(`vanthu.${area}`, `${own}.VP`, 'clerk', [
      ['clerk', own],
      ['agency-admin', own],
    ]),
  ]
}

const officer = (
  username: string,
  home: string,
  position: PositionCode,
  roles: [role: string, unit: string][],
  staffKind: SeedOfficer['staffKind'] = 'civil-servant',
): SeedOfficer => ({
  username,
  home,
  position,
  staffKind,
  roles: roles.map(([role, unit]) => ({ role, unit })),
  isDemonstration: demonstrationAccounts.some((account) => account.username === username),
})
