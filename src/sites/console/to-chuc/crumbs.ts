import { ancestorIds, getUnit, type Unit } from '#modules/organization/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import type { Crumb } from '#ui/index.ts'
import { unitWords } from './words.ts'

/** The units above, down to this one and to what is done with it. */
export async function crumbsOf({ services, language }: PageRequest, unit: Unit, here?: string): Promise<Crumb[]> {
  const above: Crumb[] = []
  for (const id of (await ancestorIds(services.database, unit.id)).slice(1).reverse())
    above.push({ label: (await getUnit(services.database, id)).name, href: `/to-chuc/${id}` })
  const own = here ? [{ label: unit.name, href: `/to-chuc/${unit.id}` }, { label: here }] : [{ label: unit.name }]
  return [{ label: unitWords(language).organization, href: '/to-chuc' }, ...above, ...own]
}
