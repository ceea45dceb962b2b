/** What the register is asked for: a receiving unit one may see, a period by the day of reception, a field. */
import { issueErrors, RegisterRequest, registerUnits } from '#modules/papers/index.ts'
import { parseInput } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'

export interface RegisterScope {
  filter: RegisterRequest
  units: { id: number; name: string }[]
}

/** By default this month at the first unit. @throws AppError `papers.no-register`, `access.denied`, `input.invalid` with the fields of the page */
export async function registerScope({ services, viewer, now, query }: PageRequest): Promise<RegisterScope> {
  const units = await registerUnits(services.database, { actor: viewer.actor, now })
  issueErrors.insist(units.length > 0, 'papers.no-register')
  const unitId = query['don-vi'] ? Number(query['don-vi']) : units[0]?.id
  commonErrors.insist(
    units.some(({ id }) => id === unitId),
    'access.denied',
  )
  const today = localDate(now)
  const asked = { unitId, from: query.tu || `${today.slice(0, 8)}01`, to: query.den || today, fieldId: query['linh-vuc'] }
  return { filter: parseInput(RegisterRequest, asked), units }
}

/** The address of the register with some parts changed. */
export function registerHref(path: string, { unitId, from, to, fieldId }: RegisterRequest, more: Record<string, string> = {}): string {
  const field: Record<string, string> = fieldId ? { 'linh-vuc': String(fieldId) } : {}
  return `${path}?${new URLSearchParams({ 'don-vi': String(unitId), tu: from, den: to, ...field, ...more })}`
}
