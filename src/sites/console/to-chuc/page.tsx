/** Tổ chức: the tree level by level, and units by name or code. */
import { findUnit, getRootUnit, searchUnits, type Unit, unitsBelow } from '#modules/organization/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, EmptyState, Field, FilterBar, PageHead, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { routes as unit } from './don-vi/page.tsx'
import { unitColumns } from './unit-columns.tsx'
import { unitWords } from './words.ts'

export const routes: Route[] = [{ method: 'GET', url: '/to-chuc', permission: 'organization.read', handle: show }, ...unit]

async function show(request: PageRequest): Promise<Reply> {
  const { services, query, viewer, language, now } = request
  const { database } = services
  const text = unitWords(language)
  const today = localDate(now)
  const wanted = query.q?.trim()
  const root = await getRootUnit(database)
  const units: (Unit & { below?: number })[] = wanted
    ? await searchUnits(database, wanted, today)
    : await topLevels(request, root.id, today)
  const parents = new Map<number, string>()
  for (const id of new Set(units.flatMap(({ parentId }) => parentId ?? []))) parents.set(id, (await findUnit(database, id))?.name ?? '')
  return consolePage(
    request,
    { title: text.organization },
    <>
      <PageHead
        title={text.organization}
        actions={viewer.holds('organization.edit-unit') && <Button href={`/to-chuc/${root.id}/them`}>{text.add}</Button>}
      />
      <FilterBar action="/to-chuc" values={{ q: wanted ?? '' }} clearHref={wanted ? '/to-chuc' : undefined} label={text.find}>
        <Field name="q" type="search" label={text.search} width="long" />
      </FilterBar>
      <Table
        caption={text.organization}
        hideCaption
        dense
        rows={units}
        rowKey={(row) => row.id}
        rowHref={(row) => `/to-chuc/${row.id}`}
        columns={[
          ...unitColumns<(typeof units)[number]>(language),
          {
            key: 'below',
            head: wanted ? text.parent : text.below,
            cell: (row) => (wanted ? (parents.get(row.parentId ?? 0) ?? '') : row.below ? row.below : '–'),
          },
        ]}
        empty={<EmptyState title={text.nothing} />}
      />
    </>,
  )
}

/** The root and the units directly below it. */
async function topLevels({ services }: PageRequest, rootId: number, on: string): Promise<(Unit & { below: number })[]> {
  const roots = await unitsBelow(services.database, undefined, { on })
  return [...roots, ...(await unitsBelow(services.database, rootId, { on }))]
}
