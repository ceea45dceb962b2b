/**
 * What a reader types when it scans the QR code of a citizen identity card:
 * `số định danh|số CMND cũ|họ và tên|ngày sinh ddMMyyyy|giới tính|địa chỉ|ngày cấp ddMMyyyy` (domain.md §4.6). The old number may be empty; newer cards append
 * further parts, which are left alone.
 */
import type { Sex } from '#modules/identity/index.ts'

export interface ScannedCard {
  identifier: string
  name: string
  /** `YYYY-MM-DD` */
  birthDate?: string
  sex?: Sex
  address?: string
}

/** Undefined when the text is not the scan of a card. */
export function readCardScan(text: string): ScannedCard | undefined {
  const parts = text.trim().normalize('NFC').split('|')
  const [identifier = '', , name = '', birthDate = '', sex = '', address = ''] = parts.map((part) => part.trim().replace(/\s+/g, ' '))
  if (parts.length < 6 || !/^\d{12}$/.test(identifier) || name.length < 2) return undefined
  return { identifier, name, birthDate: dateOf(birthDate), sex: SEXES[sex.toLowerCase()], address: address || undefined }
}

const SEXES: Record<string, Sex> = { nam: 'male', nữ: 'female', nu: 'female' }

/** `19051990` → `1990-05-19`; undefined when it is no day of the calendar. */
function dateOf(text: string): string | undefined {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  const instant = new Date(`${date}T00:00:00Z`)
  return day && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : undefined
}
