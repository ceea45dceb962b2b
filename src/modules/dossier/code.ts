/**
 * Mã hồ sơ `MX1X2.Y1Y2-YYMMDD-XXXX` (TT 03/2025/TT-VPCP art. 13): agency code, date of reception, number of the day at that agency. Issued once, never changed, never
 * used again; a number may stay unused.
 */
import type { Transaction } from '#platform/database.ts'
import { nextNumber } from '#platform/running-number.ts'
import { localDate } from '#platform/text/dates.ts'

const PATTERN = /^(?<agency>[A-Z0-9]{2,3}(?:\.[A-Z0-9]{2,3})*)-(?<date>\d{6}|\d{8})-(?<sequence>\d{4,})$/

export interface DossierCode {
  agency: string
  date: string
  sequence: number
}

/** Tolerant of the eight-digit dates seen on centralised services; undefined when it is not a dossier code. */
export function parseDossierCode(text: string): DossierCode | undefined {
  const groups = PATTERN.exec(text.trim().toUpperCase())?.groups
  if (!groups?.agency || !groups.date || !groups.sequence) return undefined
  return { agency: groups.agency, date: groups.date, sequence: Number(groups.sequence) }
}

export const formatDossierCode = (agency: string, receivedOn: string, sequence: number): string =>
  `${agency}-${receivedOn.slice(2).replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`

/** The next code of the agency for the day of `now`; locks the agency's day until the transaction ends. */
export async function issueDossierCode(tx: Transaction, agency: string, now: Date): Promise<string> {
  const day = localDate(now)
  return formatDossierCode(agency, day, await nextNumber(tx, `dossier:${agency}:${day}`))
}
