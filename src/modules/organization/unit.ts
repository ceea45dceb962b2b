/** Words and rules about units. Pure. */
import { words } from '#platform/language.ts'

export const unitKinds = [
  'province',
  'centre',
  'department',
  'division',
  'commune',
  'commune-centre',
  'branch',
  'reception-point',
  'vertical-agency',
  'office',
] as const
export type UnitKind = (typeof unitKinds)[number]

export const unitLevels = ['province', 'commune'] as const
export type UnitLevel = (typeof unitLevels)[number]

export interface Unit {
  id: number
  /** Our own stable code, e.g. `QT.SVHTTDL`. */
  code: string
  /** Mã định danh điện tử cơ quan (QĐ 20/2020/QĐ-TTg); without it no dossier can be received. */
  agencyCode: string | null
  agencyCodeSource: string | null
  name: string
  shortName: string | null
  kind: UnitKind
  level: UnitLevel
  parentId: number | null
  /** Ids from the root to this unit, joined by dots. */
  path: string
  areaCode: string | null
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  /** Chức danh của người đứng đầu, as printed above the signature. */
  headTitle: string | null
  validFrom: string
  validTo: string | null
  decision: string | null
  successorId: number | null
}

/** Kinds at which people hand in dossiers. */
const receivingKinds: readonly UnitKind[] = ['centre', 'commune-centre', 'branch', 'reception-point']

export const isReceivingKind = (kind: UnitKind): boolean => receivingKinds.includes(kind)

/** Whether the unit stands on the date. */
export const isOpenOn = (unit: Pick<Unit, 'validFrom' | 'validTo'>, date: string): boolean =>
  unit.validFrom <= date && (unit.validTo === null || unit.validTo >= date)

/** Whether its last day lies before the date. */
export const hasEnded = (unit: Pick<Unit, 'validTo'>, date: string): boolean => unit.validTo !== null && unit.validTo < date

/** A branch and a reception point are doors of the centre above them: without a code of their own they issue dossier codes in its name. */
export const partKinds: readonly UnitKind[] = ['branch', 'reception-point']

/** No dossier code can be made without an agency code (TT 03/2025/TT-VPCP art. 13), so a unit that has none and borrows none cannot receive. */
export const canReceive = (unit: Pick<Unit, 'kind' | 'validFrom' | 'validTo' | 'agencyCode'>, date: string): boolean =>
  (unit.agencyCode !== null || partKinds.includes(unit.kind)) && isOpenOn(unit, date)

export const unitKindWords = words({
  vi: {
    province: 'Cấp tỉnh',
    centre: 'Trung tâm Phục vụ hành chính công cấp tỉnh',
    department: 'Sở, ban, ngành',
    division: 'Phòng chuyên môn',
    commune: 'Cấp xã',
    'commune-centre': 'Trung tâm Phục vụ hành chính công cấp xã',
    branch: 'Chi nhánh',
    'reception-point': 'Điểm tiếp nhận',
    'vertical-agency': 'Cơ quan ngành dọc',
    office: 'Văn phòng',
  },
  en: {
    province: 'Province',
    centre: 'Provincial service centre',
    department: 'Department',
    division: 'Division',
    commune: 'Commune',
    'commune-centre': 'Commune service centre',
    branch: 'Branch',
    'reception-point': 'Reception point',
    'vertical-agency': 'Vertical agency',
    office: 'Office',
  },
})
