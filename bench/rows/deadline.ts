/**
 * Due dates over a calendar of ten years. Reference: the same promises counted day by day; each of its dates must be the product's. Here the figure itself is the mark, whatever
 * the ratio: a list may show a due date in every line.
 */
import { dueAt } from '#modules/calendar/index.ts'
import { compare } from '../support/compare.ts'
import { dueDayByDay } from '../support/day-by-day.ts'
import type { Row } from '../support/row.ts'
import { promisesToCount, tenYears } from '../support/ten-years.ts'

const ROUNDS = 5
const PROMISES = 200_000
const BY_HAND = 4_000

export const row: Row = {
  name: 'deadline',
  unit: '/s',
  reach: '≥ 200,000 /s',
  async run() {
    const calendar = tenYears()
    const promises = promisesToCount(PROMISES)
    const few = promises.slice(0, BY_HAND)
    return compare(
      ROUNDS,
      async () => perSecond(promises, ({ start, limit, rules }) => dueAt(calendar, start, limit, rules).due).perSecond,
      async () => {
        const { dates, perSecond: speed } = perSecond(few, ({ start, limit, rules }) => dueDayByDay(calendar, start, limit, rules))
        for (const [at, { start, limit, rules }] of few.entries())
          if (dates[at]?.getTime() !== dueAt(calendar, start, limit, rules).due.getTime())
            throw new Error(`Counted differently: ${JSON.stringify({ start, limit, rules })}: ${dates[at]?.toISOString()}`)
        return speed
      },
    )
  },
}

function perSecond<Item>(items: readonly Item[], count: (item: Item) => Date): { dates: Date[]; perSecond: number } {
  const began = performance.now()
  const dates = items.map(count)
  return { dates, perSecond: items.length / ((performance.now() - began) / 1_000) }
}
