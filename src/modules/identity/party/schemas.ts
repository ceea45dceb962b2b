import { z } from 'zod'
import { fields } from '#modules/organization/index.ts'
import { digitsOf, isOldId, isPassport, isPersonalId } from './personal-id.ts'
import { normalisePhone } from './phone.ts'
import { checkTaxCode } from './tax-code.ts'

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)

export const identifierKinds = ['personal-id', 'old-id', 'passport', 'tax-code'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

const phone = z.preprocess(
  blank,
  z
    .string()
    .optional()
    .transform((value, context) => {
      if (value === undefined) return undefined
      const stored = normalisePhone(value)
      if (!stored) context.addIssue({ code: 'custom', message: 'Số điện thoại chưa đúng. Ví dụ: 0912 345 678.' })
      return stored
    }),
)

/** Tổ chức, cá nhân as written at the desk. Empty means "not said", never "remove". */
export const PartyInput = z
  .object({
    kind: z.enum(['person', 'organisation'], { error: 'Hãy chọn cá nhân hoặc tổ chức.' }).default('person'),
    name: fields.text(300, 'Hãy ghi họ tên hoặc tên tổ chức.'),
    identifierKind: z.preprocess(blank, z.enum(identifierKinds).optional()),
    identifier: fields.optionalText(40),
    birthDate: fields.optionalDate,
    sex: z.preprocess(blank, z.enum(['female', 'male']).optional()),
    /** Người đại diện of an organisation. */
    representative: fields.optionalText(300),
    phone,
    email: z.preprocess(blank, z.email({ error: 'Địa chỉ thư chưa đúng. Ví dụ: ten@example.vn.' }).optional()),
    address: fields.optionalText(500),
    areaCode: z.preprocess(
      blank,
      z
        .string()
        .regex(/^\d{5}$|^\d{2}$/, 'Hãy chọn xã, phường trong danh sách.')
        .optional(),
    ),
  })
  .transform((party, context) => {
    if (!party.identifier) return { ...party, identifierKind: undefined, identifier: undefined }
    const identifierKind = party.identifierKind ?? guessKind(party.kind, party.identifier)
    const { identifier, problem } = normaliseIdentifier(identifierKind, party.identifier)
    if (problem) context.addIssue({ code: 'custom', path: ['identifier'], message: problem })
    return { ...party, identifierKind, identifier }
  })
export type PartyInput = z.infer<typeof PartyInput>

/** Without a kind named, the shape of the number tells. */
function guessKind(kind: 'person' | 'organisation', identifier: string): IdentifierKind {
  if (kind === 'organisation') return 'tax-code'
  if (isPersonalId(identifier)) return 'personal-id'
  return isOldId(identifier) ? 'old-id' : /[a-z]/i.test(identifier) ? 'passport' : 'personal-id'
}

/** The number as stored, or what is wrong with its shape; the finer checks of a personal number only warn (`checkPersonalId`). */
export function normaliseIdentifier(kind: IdentifierKind, text: string): { identifier: string; problem?: string } {
  switch (kind) {
    case 'personal-id':
      return { identifier: digitsOf(text), problem: isPersonalId(text) ? undefined : 'Số định danh phải có 12 chữ số. Ví dụ: 044…' }
    case 'old-id':
      return { identifier: digitsOf(text), problem: isOldId(text) ? undefined : 'Số CMND phải có 9 chữ số.' }
    case 'passport':
      return {
        identifier: text.trim().toUpperCase(),
        problem: isPassport(text) ? undefined : 'Số hộ chiếu gồm 6–12 chữ và số. Ví dụ: B1234567.',
      }
    case 'tax-code': {
      const { code, problem } = checkTaxCode(text)
      if (problem === 'shape')
        return { identifier: code, problem: 'Mã số thuế có 10 chữ số, thêm -NNN nếu là đơn vị phụ thuộc. Ví dụ: 0100109106-001.' }
      if (problem) return { identifier: code, problem: 'Chữ số kiểm tra của mã số thuế không khớp. Hãy xem lại từng chữ số.' }
      return { identifier: code }
    }
  }
}
