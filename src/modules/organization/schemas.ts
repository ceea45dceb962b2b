import { z } from 'zod'
import { id, legalDate, optionalDate, optionalId, optionalText, text } from './fields.ts'
import { unitKinds, unitLevels } from './unit.ts'

const UNIT_CODE = /^[A-Z0-9][A-Z0-9.-]{0,34}$/
/** Groups of two or three letters or digits (QĐ 20/2020/QĐ-TTg), at most 35 characters. */
const AGENCY_CODE = /^(?=.{1,35}$)[A-Z0-9]{2,3}(\.[A-Z0-9]{2,3})*$/

const upper = (value: unknown) => (typeof value === 'string' ? value.trim().toUpperCase() : value)
const agencyCode = z.preprocess(
  (value) => upper(value) || undefined,
  z.string().regex(AGENCY_CODE, 'Mã định danh gồm các nhóm 2–3 chữ hoa hoặc số, cách nhau bằng dấu chấm. Ví dụ: H50.15.').optional(),
)

const described = {
  name: text(300, 'Hãy điền tên đơn vị.'),
  shortName: optionalText(60),
  agencyCode,
  agencyCodeSource: optionalText(300),
  address: optionalText(300),
  phone: optionalText(40),
  email: z.preprocess((value) => value || undefined, z.email('Địa chỉ thư chưa đúng. Ví dụ: motcua@quangtri.gov.vn.').optional()),
  website: z.preprocess(
    (value) => value || undefined,
    z.url({ protocol: /^https?$/, error: 'Địa chỉ trang chưa đúng. Ví dụ: https://…' }).optional(),
  ),
  headTitle: optionalText(100),
}

const decision = optionalText(300)

export const AddUnit = z.object({
  parentId: optionalId,
  code: z.preprocess(
    upper,
    z.string({ error: 'Hãy điền mã đơn vị.' }).regex(UNIT_CODE, 'Mã gồm chữ hoa, số, dấu chấm, gạch nối. Ví dụ: QT.SVHTTDL.'),
  ),
  kind: z.enum(unitKinds, { error: 'Hãy chọn loại đơn vị.' }),
  level: z.enum(unitLevels, { error: 'Hãy chọn cấp.' }),
  areaCode: optionalText(5),
  validFrom: legalDate('Hãy chọn ngày bắt đầu hoạt động.'),
  decision,
  ...described,
})
export type AddUnit = z.infer<typeof AddUnit>

/** `from`: first day of a new name or code; empty corrects the present one without history. */
export const EditUnit = z.object({ unitId: id(), ...described, from: optionalDate, decision })
export type EditUnit = z.infer<typeof EditUnit>

export const MoveUnit = z.object({ unitId: id(), parentId: id('Hãy chọn đơn vị cấp trên mới.'), from: legalDate(), decision })
export type MoveUnit = z.infer<typeof MoveUnit>

export const CloseUnit = z.object({
  unitId: id(),
  validTo: legalDate('Hãy chọn ngày làm việc cuối cùng.'),
  decision,
  successorId: optionalId,
})
export type CloseUnit = z.infer<typeof CloseUnit>

export const SaveCounter = z.object({
  counterId: optionalId,
  unitId: id(),
  number: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number({ error: 'Hãy điền số quầy.' }).int('Số quầy là số nguyên.').min(1, 'Số quầy từ 1.').max(999, 'Số quầy không quá 999.'),
  ),
  name: text(200, 'Hãy điền tên quầy.'),
  validFrom: legalDate(),
  validTo: optionalDate,
})
export type SaveCounter = z.infer<typeof SaveCounter>
