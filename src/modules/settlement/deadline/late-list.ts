/** The late list: each late dossier with who owes how much of it, and the sums over the list. Page, paper and spreadsheet read the same rows. */
import { unitCalendars } from '#modules/calendar/index.ts'
import { dossierState, type Payer, type PayerSum, readActions } from '#modules/dossier/index.ts'
import type { Reading } from '#modules/identity/index.ts'
import { chargedLife, type PayerName, payerNames, stepNamesOf, unitsHolding } from '#modules/workflow/index.ts'
import { recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import { type LateDossier, type LateFilter, lateDossiers } from './queries/late-dossiers.ts'

export interface LateRow extends LateDossier {
  /** Working minutes past the date, by the settling unit's calendar. */
  lateMinutes: number
  /** They add up to `lateMinutes`. */
  shares: (PayerSum & { who: string })[]
}

export interface LateList {
  rows: LateRow[]
  total: number
  /** Over the rows: per person or agency that owes, the largest first; they add up to `lateMinutes`. */
  sums: { who: string; minutes: number; dossiers: number }[]
  lateMinutes: number
}

/** Names of applicants stand on it, so the reading is recorded. */
export async function readLateList(
  db: Queryable,
  reading: Reading,
  filter: LateFilter,
  page: { size: number; number: number },
  language: Language,
): Promise<LateList> {
  const { rows, total } = await lateDossiers(db, reading, filter, page)
  const judged = []
  for (const row of rows) judged.push({ row, ...(await owedOf(db, row, reading.now)) })
  const name = await payerNames(
    db,
    judged.flatMap(({ shares }) => shares.flatMap(({ payer }) => [payer, summedAs(payer)])),
    language,
  )
  await recordRead(db, {
    actor: reading.actor,
    at: reading.now,
    name: 'settlement.read-late-list',
    subject: { kind: 'unit', id: filter.unitId ?? 0 },
    detail: { ...filter, rows: rows.length },
  })
  const list = judged.map(
    ({ row, shares, lateMinutes, steps }): LateRow => ({
      ...row,
      lateMinutes,
      shares: shares.map((share) => ({ ...share, who: whoOf(share.payer, name, steps) })),
    }),
  )
  return { rows: list, total, sums: sumsOf(list, name), lateMinutes: list.reduce((sum, row) => sum + row.lateMinutes, 0) }
}

async function owedOf(db: Queryable, { id, settlingUnitId }: LateDossier, now: Date) {
  const actions = await readActions(db, id)
  const dossier = { actions, state: dossierState(actions), settlingUnitId }
  const life = chargedLife(dossier, await unitCalendars(db, unitsHolding(dossier)), now)
  return { shares: life?.owed.shares ?? [], lateMinutes: life?.owed.lateMinutes ?? 0, steps: stepNamesOf(actions) }
}

function whoOf(payer: Payer, name: PayerName, steps: ReadonlyMap<number, string>): string {
  const step = payer.step === undefined || payer.kind === 'step' ? undefined : steps.get(payer.step)
  return [name(payer, steps), step].filter(Boolean).join(', ')
}

/** Steps that nobody claimed are summed for their unit: a step's number means nothing outside its dossier. */
const summedAs = ({ kind, id, unitId }: Payer): Payer => (kind === 'step' ? { kind: 'unit', id: unitId } : { kind, id })

function sumsOf(rows: readonly LateRow[], name: PayerName): LateList['sums'] {
  const sums = new Map<string, LateList['sums'][number]>()
  for (const { shares } of rows) {
    const seen = new Set<string>()
    for (const { payer, minutes } of shares) {
      const summed = summedAs(payer)
      const key = `${summed.kind}/${summed.id ?? ''}`
      const before = sums.get(key)
      sums.set(key, {
        who: before?.who ?? name(summed),
        minutes: (before?.minutes ?? 0) + minutes,
        dossiers: (before?.dossiers ?? 0) + (seen.has(key) ? 0 : 1),
      })
      seen.add(key)
    }
  }
  return [...sums.values()].toSorted((a, b) => b.minutes - a.minutes)
}
