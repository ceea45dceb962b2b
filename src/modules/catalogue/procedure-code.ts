/** Codes of procedures (mã TTHC), domain.md §4.4: one digit, a dot, six digits, and perhaps a provincial suffix. */

/** National code with or without the suffix of a province: `1.004628`, `1.004628.000.00.00.H44`. */
export const PROCEDURE_CODE = /^\d\.\d{6}(\.[A-Z0-9.]+)?$/

export type ReadCode =
  | { kind: 'national'; national: string; local: string | null }
  /** A spreadsheet took the code for a number and dropped the zeros at its end: `1.00324` was `1.003240`. */
  | { kind: 'damaged'; seen: string; proposal: string }
  | { kind: 'local'; local: string }
  | { kind: 'none' }

export function readCode(seen: string | null | undefined): ReadCode {
  const code = (seen ?? '')
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, '')
    .replace(/^(\d),(?=\d)/, '$1.')
    .toUpperCase()
  if (!code) return { kind: 'none' }
  if (PROCEDURE_CODE.test(code)) return { kind: 'national', national: code.slice(0, 8), local: code.length > 8 ? code : null }
  if (/^\d\.\d{1,5}$/.test(code)) return { kind: 'damaged', seen: code, proposal: code.padEnd(8, '0') }
  return { kind: 'local', local: code }
}
