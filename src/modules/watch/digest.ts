/** Bản tin đầu ngày: what an officer has today, what is late, and what the watchdog found at the units she answers for. Kept as it was that morning. */
import type { FindingFigures } from './figures.ts'

export interface DigestTask {
  code: string
  stepName: string
  /** ISO instant. */
  dueAt: string
}

export interface DigestContent {
  /** Counts, with the first few of each. */
  today: { count: number; first: DigestTask[] }
  late: { count: number; first: DigestTask[] }
  /** Of the units she answers for, those with anything. */
  units: { unitId: number; name: string; today: number; late: number }[]
  findings: FindingFigures
}

export interface Digest {
  id: number
  /** `YYYY-MM-DD` */
  day: string
  content: DigestContent
  createdAt: Date
  readAt: Date | null
}

export const FIRST_TASKS = 8
export const FIRST_UNITS = 12

/** A morning without anything gives no digest. */
export const isEmpty = ({ today, late, units, findings }: DigestContent): boolean =>
  today.count + late.count + units.length + Object.keys(findings).length === 0
