/**
 * Figures on random histories in a real database, against a count by hand: 3 = 7 + 11 in every row, every figure is the length of its list, what is open at the end
 * of a period is what the next one carries over; with instants at the edges of days, months and years.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Transaction } from '../../platform/database.ts'
import { instantAt, localDate } from '../../platform/text/dates.ts'
import { boundsOf, type Outcome, timelinessOf } from '../dossier/index.ts'
import {
  type Counts,
  calendarPeriod,
  countBehind,
  dossiersBehind,
  figures,
  figuresByUnitAndField,
  GROUPINGS,
  MEASURES,
  type Measure,
  type Period,
  type Scope,
  spanOf,
  TOTALS,
  type Total,
  totalOf,
  usualTimeOf,
} from './index.ts'

const { database } = await testDatabase('demo')

interface Case {
  received: Date
  due: Date
  limitUnit: 'hour' | 'working-day'
  finished: Date | null
  /** How it ended, where it did; what was not accepted was never received. */
  outcome: Outcome
  channel: 'counter' | 'online' | 'post'
  unit: number
  version: number
}

const MONTHS = ['2027-12', '2028-01', '2028-02', '2028-03', '2028-04', '2028-12', '2029-01', '2029-02']
const lastOf = (month: string) => Number(calendarPeriod('month', `${month}-01`).to.slice(8))
/** The 29th to the 31st where there is one, the days around them, and any other. */
const day = fc
  .record({ month: fc.constantFrom(...MONTHS), day: fc.oneof(fc.constantFrom(1, 2, 28, 29, 30, 31), fc.integer({ min: 1, max: 31 })) })
  .map(({ month, day }) => `${month}-${String(Math.min(day, lastOf(month))).padStart(2, '0')}`)
const time = fc.constantFrom('00:00:00', '00:00:01', '08:00:00', '11:59:59', '12:00:00', '12:00:01', '16:59:59', '17:00:00', '23:59:59')
const instant = fc.record({ day, time, millisecond: fc.constantFrom(0, 0, 999) }).map(({ day, time, millisecond }) => {
  return new Date(instantAt(day, time).getTime() + millisecond)
})
const history = fc
  .record({
    instants: fc.tuple(instant, instant, instant),
    isDueFirst: fc.boolean(),
    isFinished: fc.boolean(),
    limitUnit: fc.constantFrom('hour' as const, 'working-day' as const),
    outcome: fc.constantFrom<Outcome>('result', 'result', 'refused', 'withdrawn', 'unanswered', 'unresolvable', 'not-accepted'),
    channel: fc.constantFrom('counter' as const, 'online' as const, 'post' as const),
    unit: fc.nat(),
    version: fc.nat(),
  })
  .map(({ instants, isDueFirst, isFinished, ...rest }): Case => {
    const [received, second, third] = instants.toSorted((a, b) => a.getTime() - b.getTime()) as [Date, Date, Date]
    return { received, due: isDueFirst ? second : third, finished: isFinished ? (isDueFirst ? third : second) : null, ...rest }
  })
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.tuple(fc.constantFrom('month' as const, 'quarter' as const, 'year' as const), day).map(([kind, on]) => calendarPeriod(kind, on)),
  fc.tuple(day, day).map(([one, other]) => (one <= other ? { from: one, to: other } : { from: other, to: one })),
)

/** Units that settle (one of them below another), the root of all, and versions of procedures. */
const places = await (async () => {
  const units = await database.selectFrom('unit').select(['id', 'path', 'parentId']).orderBy('path').execute()
  const root = units.find(({ parentId }) => parentId === null)
  const deep = units.find(({ path }) => path.split('.').length === 3)
  const above = units.find(({ id }) => id === deep?.parentId)
  const other = units.find(({ parentId, id }) => parentId === root?.id && id !== above?.id)
  const versions = await database
    .selectFrom('procedureVersion as v')
    .innerJoin('procedureCase as c', 'c.procedureVersionId', 'v.id')
    .select(['v.id', 'v.procedureId', 'v.fieldId', 'c.id as caseId'])
    .where('v.status', '=', 'published')
    .distinctOn('v.fieldId')
    .orderBy('v.fieldId')
    .limit(4)
    .execute()
  const party = await database.selectFrom('party').select('id').limit(1).executeTakeFirstOrThrow()
  if (!root || !deep || !above || !other || versions.length < 2) throw new Error('The demonstration has too few units or fields')
  return { root: root.id, above: above.id, settling: [root.id, above.id, deep.id, other.id], below: [above.id, deep.id], versions, party }
})()
/** State and national status of each end. */
const ENDED: Record<Outcome, [string, number]> = {
  result: ['RESULT_AVAILABLE', 9],
  refused: ['REFUSED_AFTER_APPRAISAL', 9],
  withdrawn: ['STOPPED_BY_APPLICANT', 8],
  unanswered: ['CLOSED_NO_SUPPLEMENT', 8],
  unresolvable: ['UNRESOLVABLE', 8],
  'not-accepted': ['NOT_ACCEPTED', 3],
}
/** Refused at the desk: filed, with neither reception nor date. */
const isRefusedAtDesk = ({ finished, outcome }: Case) => finished !== null && outcome === 'not-accepted'
const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item
const settlingUnit = (one: Case) => at(places.settling, one.unit)

async function write(tx: Transaction, cases: Case[]): Promise<void> {
  const rows = cases.map((one, index) => {
    const { id: procedureVersionId, procedureId, caseId } = at(places.versions, one.version)
    const bounds = boundsOf(one.due, one.limitUnit)
    const wasReceived = !isRefusedAtDesk(one)
    const [state, nationalStatus] = one.finished ? ENDED[one.outcome] : ['IN_APPRAISAL', 4]
    return {
      code: `H50-${localDate(one.received).slice(2).replaceAll('-', '')}-${9000 + index}`,
      procedureId,
      procedureVersionId,
      procedureCaseId: caseId,
      channel: one.channel,
      receivingUnitId: places.root,
      settlingUnitId: settlingUnit(one),
      ownerId: places.party.id,
      submitterId: places.party.id,
      subject: 'Thử nghiệm',
      returnMethod: 'counter',
      searchText: '',
      createdAt: one.received,
      state,
      nationalStatus,
      filedAt: wasReceived ? null : one.received,
      receivedAt: wasReceived ? one.received : null,
      clockStartedAt: wasReceived ? one.received : null,
      originalDueAt: wasReceived ? one.due : null,
      dueAt: wasReceived ? one.due : null,
      earlyBefore: wasReceived ? bounds.earlyBefore : null,
      lateFrom: wasReceived ? bounds.lateFrom : null,
      finishedAt: wasReceived ? one.finished : null,
      outcome: one.finished ? one.outcome : null,
      timeliness: wasReceived && one.finished ? timelinessOf(one.finished, bounds) : null,
      actionCount: 1,
      chainHead: '0'.repeat(64),
    }
  })
  if (rows.length > 0) await tx.insertInto('dossier').values(rows).execute()
}

/** By dates as a clerk would count them with the register and a pencil. */
function byHand(cases: Case[], { from, to }: Period, now: Date): Counts {
  const counts = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Counts
  const isPast = (moment: Date) => localDate(moment) <= to && moment < now
  for (const { received, finished, due, limitUnit, channel, outcome } of cases.filter((one) => !isRefusedAtDesk(one))) {
    if (!isPast(received) || (finished && localDate(finished) < from)) continue
    if (localDate(received) < from) counts.carriedOver++
    else counts[({ online: 'receivedOnline', counter: 'receivedCounter', post: 'receivedPost' } as const)[channel]]++
    const minute = (moment: Date) => Math.floor(moment.getTime() / 60_000)
    if (finished && isPast(finished)) {
      const [end, limit] = limitUnit === 'hour' ? [minute(finished), minute(due)] : [localDate(finished), localDate(due)]
      // An hour's limit is early up to the very instant it is due; after it, the rest of that minute is on time.
      const isEarly = limitUnit === 'hour' ? finished < due : end < limit
      const isLate = limitUnit === 'hour' ? finished.getTime() >= due.getTime() + 60_000 : end > limit
      // Column 9 also carries what was withdrawn, closed or stopped, whatever its date.
      const isJudged = outcome === 'result' || outcome === 'refused'
      counts[!isJudged ? 'settledOnTime' : isEarly ? 'settledEarly' : isLate ? 'settledLate' : 'settledOnTime']++
    } else {
      const last = limitUnit === 'hour' ? new Date(due.getTime() + 60_000) : new Date(instantAt(localDate(due)).getTime() + 86_400_000)
      const counted = instantAt(to).getTime() + 86_400_000 < now.getTime() ? new Date(instantAt(to).getTime() + 86_400_000) : now
      counts[last <= counted ? 'openLate' : 'openInTime']++
    }
  }
  return counts
}

const measuresOf = (rows: readonly Counts[]): Counts =>
  Object.fromEntries(MEASURES.map((measure) => [measure, rows.reduce((sum, row) => sum + row[measure], 0)])) as Counts

const DAY_MS = 86_400_000
const daysFrom = (start: Date, end: Date) => (instantAt(localDate(end)).getTime() - instantAt(localDate(start)).getTime()) / DAY_MS

class Undo extends Error {}

/** Runs the property on histories that are rolled back afterwards. */
const holds = (
  numRuns: number,
  check: (tx: Transaction, cases: Case[], period: Period, now: Date) => Promise<void>,
  histories: fc.Arbitrary<Case[]> = fc.array(history, { maxLength: 30 }),
) =>
  fc.assert(
    fc.asyncProperty(histories, period, instant, async (cases, asked, now) => {
      const run = database.transaction().execute(async (tx) => {
        await write(tx, cases)
        await check(tx, cases, asked, now)
        throw new Undo()
      })
      await run.catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error
      })
    }),
    { numRuns },
  )

test('how long a procedure takes is what half and nine of ten of its results took, and unsaid of fewer than ten', async () => {
  const seen = new Set<boolean>()
  const ended = history.map((one): Case => ({ ...one, version: 0, finished: one.finished ?? one.due }))
  const { procedureId } = at(places.versions, 0)
  await holds(
    40,
    async (tx, cases, _asked, now) => {
      const since = new Date(now.getTime() - 180 * DAY_MS)
      const days = cases
        .filter(({ outcome }) => outcome === 'result' || outcome === 'refused')
        .flatMap(({ received, finished }) => (finished && finished <= now && finished >= since ? [daysFrom(received, finished)] : []))
        .sort((a, b) => a - b)
      const nth = (share: number) => days[Math.ceil(share * days.length) - 1]
      const isTold = days.length >= 10
      expect(await usualTimeOf(tx, procedureId, now)).toEqual(
        isTold ? { dossiers: days.length, half: nth(0.5), nineOfTen: nth(0.9) } : undefined,
      )
      seen.add(isTold)
    },
    fc.array(ended, { minLength: 40, maxLength: 90, size: 'max' }),
  )
  expect(seen.size).toBe(2)
})

describe('lessons A.3: figures of random histories', () => {
  test('are what a clerk would count, in every grouping, and 3 = 7 + 11 in every row', () =>
    holds(120, async (tx, cases, asked, now) => {
      const span = spanOf(asked, now)
      for (const [unitId, within] of [
        [places.root, places.settling],
        [places.above, places.below],
      ] as const) {
        const expected = byHand(
          cases.filter((one) => (within as number[]).includes(settlingUnit(one))),
          asked,
          now,
        )
        const tables = await Promise.all([
          ...GROUPINGS.map((grouping) => figures(tx, { unitId, span }, grouping)),
          figuresByUnitAndField(tx, { unitId, span }),
        ])
        for (const rows of tables) {
          expect(measuresOf(rows)).toEqual(expected)
          for (const row of rows) expect(totalOf(row, 'received')).toBe(totalOf(row, 'settled') + totalOf(row, 'open'))
        }
      }
    }))

  test('each is the length of the list behind it, page after page, without a dossier twice', () =>
    holds(15, async (tx, _cases, asked, now) => {
      const scope: Scope = { unitId: places.root, span: spanOf(asked, now) }
      const behind = [...MEASURES, ...(Object.keys(TOTALS) as Total[])]
      const figureOf = (counts: Counts, what: Measure | Total) =>
        what in TOTALS ? totalOf(counts, what as Total) : counts[what as Measure]
      for (const grouping of GROUPINGS) {
        const rows = await figures(tx, scope, grouping)
        const whole = measuresOf(rows)
        for (const measure of behind) {
          expect(await countBehind(tx, scope, { measure })).toBe(figureOf(whole, measure))
          for (const row of rows)
            expect(await countBehind(tx, scope, { measure, row: { grouping, key: row.key } })).toBe(figureOf(row, measure))
          const codes: string[] = []
          for (let number = 1; ; number++) {
            const page = await dossiersBehind(tx, scope, { measure }, { number, size: 7 })
            expect(page.total).toBe(figureOf(whole, measure))
            codes.push(...page.rows.map(({ code }) => code))
            if (page.rows.length < 7) break
          }
          expect(codes).toHaveLength(figureOf(whole, measure))
          expect(new Set(codes).size).toBe(codes.length)
        }
      }
    }))

  test('what is open when a period ends is what the next one carries over, month after month over the end of the year', () =>
    holds(40, async (tx, cases) => {
      const now = instantAt('2030-01-01')
      const months = ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-30', '2028-04-30'].map((on) => calendarPeriod('month', on))
      let open: number | undefined
      for (const month of months) {
        const counts = measuresOf(await figures(tx, { unitId: places.root, span: spanOf(month, now) }, 'unit'))
        if (open !== undefined) expect(counts.carriedOver).toBe(open)
        open = totalOf(counts, 'open')
        const received = cases.filter((one) => !isRefusedAtDesk(one) && localDate(one.received).startsWith(month.from.slice(0, 7)))
        expect(totalOf(counts, 'receivedInPeriod')).toBe(received.length)
      }
    }))
})

describe('lessons A.3.1: the edge of a period', () => {
  test.each([
    ['2028-01-31T23:59:59.999+07:00', '2028-01'],
    ['2028-02-01T00:00:00.000+07:00', '2028-02'],
    ['2028-02-29T12:00:00.000+07:00', '2028-02'],
    ['2028-03-01T12:59:59.999+07:00', '2028-03'],
    // Already the first in Hanoi, still the last of the month in Greenwich.
    ['2028-02-29T17:00:00.000Z', '2028-03'],
    ['2028-02-29T16:59:59.999Z', '2028-02'],
    ['2028-12-31T16:59:59.999Z', '2028-12'],
    ['2028-12-31T17:00:00.000Z', '2029-01'],
  ])('what is received at %s belongs to %s', async (received, month) => {
    const one: Case = {
      received: new Date(received),
      due: new Date('2029-06-01T17:00:00+07:00'),
      limitUnit: 'working-day',
      finished: null,
      outcome: 'result',
      channel: 'online',
      unit: 0,
      version: 0,
    }
    const run = database.transaction().execute(async (tx) => {
      await write(tx, [one])
      const counted = []
      for (const each of ['2028-01', '2028-02', '2028-03', '2028-12', '2029-01']) {
        const span = spanOf(calendarPeriod('month', `${each}-01`), instantAt('2029-03-01'))
        const rows = await figures(tx, { unitId: places.root, span }, 'unit')
        if (measuresOf(rows).receivedOnline === 1) counted.push(each)
      }
      expect(counted).toEqual([month])
      throw new Undo()
    })
    await expect(run).rejects.toBeInstanceOf(Undo)
  })
})
