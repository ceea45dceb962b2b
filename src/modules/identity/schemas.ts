import { z } from 'zod'
import { fields } from '#modules/organization/index.ts'
import { normalisePhone } from './party/phone.ts'

export const staffKinds = ['cadre', 'civil-servant', 'public-employee', 'contract'] as const
export type StaffKind = (typeof staffKinds)[number]

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,39}$/
const RIGHT = /^[a-z-]+\.[a-z-]+$/

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const listOf = (value: unknown) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value])

export const username = z
  .string({ error: 'Hãy điền tên đăng nhập.' })
  .trim()
  .toLowerCase()
  .regex(USERNAME, 'Tên đăng nhập có 3–40 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối. Ví dụ: lan.nt.')

const person = {
  fullName: fields.text(200, 'Hãy điền họ và tên.'),
  staffKind: z.enum(staffKinds, { error: 'Hãy chọn loại cán bộ.' }),
  homeUnitId: fields.id('Hãy chọn đơn vị.'),
  positionId: fields.optionalId,
  phone: z.preprocess(
    blank,
    z
      .string()
      .refine((value) => normalisePhone(value) !== undefined, 'Số điện thoại chưa đúng. Ví dụ: 0912 345 678.')
      .transform((value) => normalisePhone(value) ?? value)
      .optional(),
  ),
  email: z.preprocess(blank, z.email({ error: 'Địa chỉ thư chưa đúng. Ví dụ: ten@example.vn.' }).optional()),
}

export const AddOfficer = z.object({ username, ...person })
export type AddOfficer = z.infer<typeof AddOfficer>

export const EditOfficer = z.object({ officerId: fields.id(), ...person })
export type EditOfficer = z.infer<typeof EditOfficer>

export const OfficerReference = z.object({ officerId: fields.id('Hãy chọn cán bộ.'), reason: fields.optionalText(500) })

export const SaveRole = z.object({
  roleId: fields.optionalId,
  code: z
    .string({ error: 'Hãy điền mã vai trò.' })
    .trim()
    .regex(/^[a-z][a-z-]{1,39}$/, 'Mã gồm chữ thường không dấu và gạch nối. Ví dụ: return-officer.'),
  name: fields.text(100, 'Hãy điền tên vai trò.'),
  nameEn: fields.text(100, 'Hãy điền tên tiếng Anh.'),
  description: fields.text(500, 'Hãy mô tả vai trò.'),
  rights: z.preprocess(listOf, z.array(z.string().regex(RIGHT)).max(500)),
})
export type SaveRole = z.infer<typeof SaveRole>

export const AssignRole = z
  .object({
    officerId: fields.id('Hãy chọn cán bộ.'),
    roleId: fields.id('Hãy chọn vai trò.'),
    unitId: fields.id('Hãy chọn đơn vị.'),
    validFrom: fields.legalDate('Hãy chọn ngày bắt đầu.'),
    validTo: fields.optionalDate,
  })
  .refine(({ validFrom, validTo }) => !validTo || validTo >= validFrom, {
    path: ['validTo'],
    message: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
  })
export type AssignRole = z.infer<typeof AssignRole>

export const EndAssignment = z.object({ assignmentId: fields.id(), lastDay: fields.legalDate('Hãy chọn ngày cuối cùng.') })

export const SecondOfficer = z
  .object({
    officerId: fields.id('Hãy chọn cán bộ.'),
    toUnitId: fields.id('Hãy chọn nơi đến.'),
    roleIds: z.preprocess(listOf, z.array(z.coerce.number().int().positive()).min(1, 'Hãy chọn ít nhất một vai trò.').max(10)),
    startsOn: fields.legalDate('Hãy chọn ngày bắt đầu.'),
    endsOn: fields.legalDate('Hãy chọn ngày kết thúc.'),
    decision: fields.text(300, 'Hãy ghi số và ngày của quyết định.'),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], message: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' })

export const EndSecondment = z.object({ secondmentId: fields.id(), lastDay: fields.legalDate('Hãy chọn ngày cuối cùng.') })

const delegation = {
  toOfficerId: fields.id('Hãy chọn người nhận ủy quyền.'),
  validFrom: fields.legalDate('Hãy chọn ngày bắt đầu.'),
  validTo: fields.legalDate('Hãy chọn ngày kết thúc.'),
  reason: fields.text(500, 'Hãy ghi lý do ủy quyền.'),
}
const inOrder = { path: ['validTo'], message: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' }

export const Delegate = z.object(delegation).refine(({ validFrom, validTo }) => validTo >= validFrom, inOrder)
export const DelegateForOther = z
  .object({ fromOfficerId: fields.id('Hãy chọn người ủy quyền.'), ...delegation })
  .refine(({ validFrom, validTo }) => validTo >= validFrom, inOrder)
export type DelegateForOther = z.infer<typeof DelegateForOther>
export const DelegationReference = z.object({ delegationId: fields.id() })

const absence = {
  substituteId: fields.id('Hãy chọn người làm thay.'),
  firstDay: fields.legalDate('Hãy chọn ngày đầu tiên vắng mặt.'),
  lastDay: fields.legalDate('Hãy chọn ngày cuối cùng vắng mặt.'),
  reason: fields.text(300, 'Hãy ghi lý do. Ví dụ: nghỉ phép, đi tập huấn.'),
}
const daysInOrder = { path: ['lastDay'], message: 'Ngày cuối cùng phải từ ngày đầu tiên trở đi.' }

export const RecordAbsence = z.object(absence).refine(({ firstDay, lastDay }) => lastDay >= firstDay, daysInOrder)
export const RecordAbsenceOfOther = z
  .object({ officerId: fields.id('Hãy chọn người vắng mặt.'), ...absence })
  .refine(({ firstDay, lastDay }) => lastDay >= firstDay, daysInOrder)
export type RecordAbsenceOfOther = z.infer<typeof RecordAbsenceOfOther>
export const AbsenceReference = z.object({ absenceId: fields.id() })

export const MakeToken = z.object({
  partnerCode: z
    .string({ error: 'Hãy điền mã đối tác.' })
    .trim()
    .regex(/^[A-Za-z0-9][\w.-]{1,39}$/, 'Mã gồm chữ không dấu, số, dấu chấm, gạch nối.'),
  /** Wanted for a partner that is new. */
  partnerName: fields.optionalText(200),
  unitId: fields.id('Hãy chọn đơn vị.'),
  rights: z.preprocess(listOf, z.array(z.string().regex(RIGHT)).min(1, 'Hãy chọn ít nhất một quyền.').max(100)),
  /** The last day on which the token works. */
  lastDay: fields.optionalDate,
})
export type MakeToken = z.infer<typeof MakeToken>

export const TokenReference = z.object({ tokenId: fields.id() })
