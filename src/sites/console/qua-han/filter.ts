/** What the late list is asked for: a unit one may see, open or finished, the days of the finish. */

import type { LateFilter } from '#modules/settlement/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import type { Option } from '#ui/index.ts'
import { unitChoices } from '../unit-choices.ts'

export interface LateScope {
  filter: LateFilter & { unitId: number }
  units: Option[]
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** By default what is open and what was finished this month, at the topmost unit within reach. `right`: what the viewer must hold there. @throws AppError `access.denied` */
export async function lateScope(request: PageRequest, right = 'reporting.read'): Promise<LateScope> {
  const { query, now } = request
  const units = await unitChoices(request, right)
  const asked = query['don-vi'] || units[0]?.value
  commonErrors.insist(
    units.some(({ value }) => value === asked),
    'access.denied',
  )
  const today = localDate(now)
  const from = dayOr(query.tu, `${today.slice(0, 8)}01`)
  const to = dayOr(query.den, today)
  const which = query.loai === 'open' || query.loai === 'finished' ? query.loai : 'all'
  return { units, filter: { unitId: Number(asked), which, ...(from <= to ? { from, to } : { from: to, to: from }) } }
}

const dayOr = (text: string | undefined, day: string): string => (text && DATE.test(text) && !Number.isNaN(Date.parse(text)) ? text : day)

/** The address of the list with some parts changed. */
export const lateHref = (path: string, { unitId, which, from, to }: LateScope['filter'], more: Record<string, string> = {}): string =>
  `${path}?${new URLSearchParams({ 'don-vi': String(unitId), loai: which, tu: from, den: to, ...more })}`
