/** The life of a dossier as the parts of a bar (`ClockBar` of the design system): whose working time, how long, in which tone. Labels are the page's. Pure. */
import type { Charge, Payer } from './charge.ts'
import type { Clock } from './clock.ts'
import { isLate as isLateAt } from './read.ts'

export interface BarPart {
  /** Absent for the time that is left. */
  payer?: Payer
  /** Working minutes. */
  minutes: number
  tone: 'done' | 'current' | 'paused' | 'late' | 'left'
}

export interface Bar {
  parts: BarPart[]
  /** Where the limit stands, in minutes that count; undefined while it will be counted from zero. */
  limitMinutes?: number
}

/** `charged` from spans that are cut at the due date. `remainingMinutes` of the clock's reading at the same moment. */
export function barOf(charged: Charge, clock: Clock, remainingMinutes: number | undefined, now: Date): Bar {
  const parts: (BarPart & { isBeforeDue: boolean })[] = []
  const isLate = isLateAt(clock, now)
  for (const { payer, from, to, minutes } of charged.parts) {
    if (payer.kind === 'nobody') continue
    const isHeld = clock.holds.some((hold) => hold.from <= from && (!hold.to || hold.to >= to))
    const isBeforeDue = from < clock.dueAt
    const tone = isHeld ? 'paused' : isLate && !isBeforeDue ? 'late' : 'done'
    const last = parts.at(-1)
    if (last && last.tone === tone && samePayer(last.payer, payer)) last.minutes += minutes
    else parts.push({ payer, minutes, tone, isBeforeDue })
  }
  const counted = parts.filter(({ tone, isBeforeDue }) => tone !== 'paused' && isBeforeDue).reduce((sum, part) => sum + part.minutes, 0)
  const left = clock.finishedAt ? 0 : Math.max(0, remainingMinutes ?? 0)
  const last = parts.at(-1)
  if (last?.tone === 'done' && !clock.finishedAt) last.tone = 'current'
  const shown = parts.map(({ isBeforeDue: _, ...part }): BarPart => part)
  return {
    parts: left > 0 ? [...shown, { minutes: left, tone: 'left' }] : shown,
    limitMinutes: clock.finishedAt || remainingMinutes !== undefined ? counted + Math.max(0, remainingMinutes ?? 0) : undefined,
  }
}

const samePayer = (a: Payer | undefined, b: Payer): boolean => a?.kind === b.kind && a.id === b.id && a.step === b.step
