/**
 * Số định danh cá nhân / CCCD: 12 digits: province of birth registration (3), century and sex (1), year of birth (2), random (6). There is no check digit, and
 * the population database is the authority, so what does not fit is a warning, not a wall (NĐ 137/2015/NĐ-CP, TT 07/2016/TT-BCA).
 */
import { words } from '#platform/language.ts'

/** Codes of the 63 provinces before 1/7/2025, which the numbers keep. */
const PROVINCES = new Set(
  [
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048',
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096',
  ].flatMap((line) => line.split(' ')),
)

export type Sex = 'female' | 'male'
export type PersonalIdWarning = 'length' | 'province' | 'sex' | 'year' | 'future'

/** What in the number does not fit itself, the birth date (`YYYY-MM-DD`) or the sex. Spaces and dots are overlooked. */
export function checkPersonalId(personalId: string, birthDate?: string, sex?: Sex): PersonalIdWarning[] {
  const number = digitsOf(personalId)
  if (!/^\d{12}$/.test(number)) return ['length']
  const warnings: PersonalIdWarning[] = []
  if (!PROVINCES.has(number.slice(0, 3))) warnings.push('province')
  const told = readPersonalId(number)
  if (sex && told.sex !== sex) warnings.push('sex')
  if (birthDate && told.birthYear !== Number(birthDate.slice(0, 4))) warnings.push('year')
  return warnings
}

/** Sex and year of birth as the number tells them: 0/1 male/female of the 1900s, 2/3 of the 2000s, and so on. */
export function readPersonalId(number: string): { sex: Sex; birthYear: number } {
  const century = Number(number[3])
  return { sex: century % 2 === 0 ? 'male' : 'female', birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)) }
}

export const isPersonalId = (text: string): boolean => /^\d{12}$/.test(digitsOf(text))

/** CMND of nine digits, seen on old papers. */
export const isOldId = (text: string): boolean => /^\d{9}$/.test(digitsOf(text))

/** Passports of many countries: letters and digits, six to twelve. */
export const isPassport = (text: string): boolean => /^[A-Z0-9]{6,12}$/.test(text.trim().toUpperCase())

export const digitsOf = (text: string): string => text.replace(/[\s.]/g, '')

export const personalIdWarningWords = words({
  vi: {
    length: 'Số định danh phải có 12 chữ số. Ví dụ: 044…',
    province: 'Ba số đầu không phải mã tỉnh, thành phố nơi đăng ký khai sinh. Hãy xem lại giấy tờ.',
    sex: 'Chữ số thứ tư không khớp với giới tính đã ghi. Hãy xem lại giấy tờ.',
    year: 'Chữ số thứ tư đến thứ sáu không khớp với năm sinh đã ghi. Hãy xem lại giấy tờ.',
    future: 'Ngày sinh ở sau hôm nay. Hãy xem lại.',
  },
  en: {
    length: 'A personal number has 12 digits, for example 044…',
    province: 'The first three digits are not the code of a province. Check the paper.',
    sex: 'The fourth digit does not fit the sex given. Check the paper.',
    year: 'The fourth to sixth digits do not fit the year of birth given. Check the paper.',
    future: 'The date of birth is after today. Check it.',
  },
})
