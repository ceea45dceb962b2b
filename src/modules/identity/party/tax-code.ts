/**
 * Mã số thuế, which is the enterprise code too: ten digits with a check digit, thirteen with the number of a dependent unit (`NNNNNNNNNN-NNN`). Household
 * businesses and persons use their twelve-digit personal number since 1/7/2025 (TT 86/2024/TT-BTC).
 */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

export type TaxCodeProblem = 'shape' | 'check-digit'

export interface TaxCodeCheck {
  /** As stored: digits, with `-` before the three of a dependent unit. */
  code: string
  problem?: TaxCodeProblem
  /** The formula gives 10 for this number, so it should not have been issued; accepted, but worth a look. */
  isUnusual: boolean
}

export function checkTaxCode(text: string): TaxCodeCheck {
  const match = /^(\d{10})-?(\d{3})?$|^(\d{12})$/.exec(text.replace(/[\s.]/g, ''))
  if (!match) return { code: text.trim(), problem: 'shape', isUnusual: false }
  const [, enterprise, unit, personal] = match
  if (personal) return { code: personal, isUnusual: false }
  if (!enterprise || unit === '000') return { code: text.trim(), problem: 'shape', isUnusual: false }
  const code = unit ? `${enterprise}-${unit}` : enterprise
  const expected = taxCheckDigit(enterprise)
  if (expected === 10) return { code, isUnusual: true }
  return expected === Number(enterprise[9]) ? { code, isUnusual: false } : { code, problem: 'check-digit', isUnusual: false }
}

/** The check digit for the first nine digits; 10 means that no number begins with them. */
export function taxCheckDigit(digits: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return 10 - (sum % 11)
}
