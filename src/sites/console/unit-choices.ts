/** Units to choose from on the administration's pages, as one list that shows the tree. */
import { permittedUnitPaths } from '#modules/identity/index.ts'
import { type UnitNode, unitTree } from '#modules/organization/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import type { Option } from '#ui/index.ts'

/** In the order of the tree, those below moved in; with a right, only the units within which the viewer holds it. */
export async function unitChoices({ services, viewer, now }: PageRequest, right?: string): Promise<Option[]> {
  const paths = right ? await permittedUnitPaths(services.database, viewer.actor, right, now) : undefined
  const flatten = (nodes: UnitNode[]): UnitNode[] => nodes.flatMap((node) => [node, ...flatten(node.children)])
  const isWithin = ({ path }: UnitNode) => !paths || paths.some((above) => `${path}.`.startsWith(`${above}.`))
  const units = flatten(await unitTree(services.database, localDate(now))).filter(isWithin)
  const top = Math.min(...units.map(({ depth }) => depth))
  return units.map(({ id, name, depth }) => ({ value: String(id), label: `${'– '.repeat(depth - top)}${name}` }))
}

/** The number in an address such as `/to-chuc/12`. @throws AppError `record.not-found` */
export function idFrom(text: string | undefined): number {
  if (!text || !/^\d{1,15}$/.test(text)) return commonErrors.fail('record.not-found')
  return Number(text)
}
