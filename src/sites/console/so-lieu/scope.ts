/** Reads what the page is asked for: a unit one may see, a period, a grouping. */
import { z } from 'zod'
import { holdsAt, permittedUnitIds } from '#modules/identity/index.ts'
import { getUnit, type Unit } from '#modules/organization/index.ts'
import { calendarPeriod, GROUPINGS, type Grouping, type Period, type Span, spanOf } from '#modules/reporting/index.ts'
import { parseInput } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'

const RIGHT = 'reporting.read'
const blank = (value: unknown) => (value === '' ? undefined : value)

const Query = z.object({
  'don-vi': z.preprocess(blank, z.coerce.number().int().positive().optional()),
  tu: z.preprocess(blank, z.iso.date('Từ ngày chưa đúng.').optional()),
  den: z.preprocess(blank, z.iso.date('Đến ngày chưa đúng.').optional()),
  theo: z.enum(GROUPINGS).catch('unit'),
})

export interface FigureScope {
  unit: Unit
  /** The unit above, when one may see it too. */
  above?: Unit
  period: Period
  span: Span
  grouping: Grouping
}

export async function figureScope({ services, viewer, now, query }: PageRequest): Promise<FigureScope> {
  const { database } = services
  const asked = parseInput(Query, query)
  const unitId = asked['don-vi'] ?? (await permittedUnitIds(database, viewer.actor, RIGHT, now))[0]
  if (unitId === undefined) return commonErrors.fail('access.denied')
  const unit = await getUnit(database, unitId)
  commonErrors.insist(await holdsAt(database, viewer.actor, RIGHT, unit.path, now), 'access.denied')
  const above = unit.parentId === null ? undefined : await getUnit(database, unit.parentId)
  const period = {
    ...calendarPeriod('month', localDate(now)),
    ...(asked.tu ? { from: asked.tu } : {}),
    ...(asked.den ? { to: asked.den } : {}),
  }
  return {
    unit,
    above: above && (await holdsAt(database, viewer.actor, RIGHT, above.path, now)) ? above : undefined,
    period,
    span: spanOf(period, now),
    grouping: asked.theo,
  }
}

/** The address of figures with some parts changed. */
export function figuresHref(path: string, scope: FigureScope, change: Record<string, string | number | undefined> = {}): string {
  const parts = { 'don-vi': scope.unit.id, tu: scope.period.from, den: scope.period.to, theo: scope.grouping, ...change }
  const query = new URLSearchParams(Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
  return `${path}?${query}`
}
