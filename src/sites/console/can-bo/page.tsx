/** Cán bộ of the units within which the viewer manages officers. */
import { listOfficers, listRoles, type Officer, permittedUnitPaths } from '#modules/identity/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { Button, EmptyState, Field, FilterBar, ListPager, PageHead, Select, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { positionName } from '../position-name.ts'
import { unitChoices } from '../unit-choices.ts'
import { routes as officer } from './ho-so/page.tsx'
import { roleChoices } from './officer-page.ts'
import { AccountState } from './state.tsx'
import { routes as add } from './them/page.tsx'
import { officerWords } from './words.ts'

const PAGE_SIZE = 50

export const routes: Route[] = [{ method: 'GET', url: '/can-bo', permission: 'identity.manage-officers', handle: show }, ...add, ...officer]

async function show(request: PageRequest): Promise<Reply> {
  const { services, viewer, query, language, now } = request
  const { database } = services
  const text = officerWords(language)
  const page = Math.max(1, Math.min(Number(query.trang) || 1, 10_000))
  const paths = await permittedUnitPaths(database, viewer.actor, 'identity.manage-officers', now)
  const filter = {
    text: query.q,
    unitId: Number(query['don-vi']) || undefined,
    roleId: Number(query['vai-tro']) || undefined,
    state: query['trang-thai'] === 'active' || query['trang-thai'] === 'locked' ? query['trang-thai'] : undefined,
  } as const
  const { rows, total } = await listOfficers(database, { ...filter, paths, page, pageSize: PAGE_SIZE }, now)
  const roles = await listRoles(database)
  const hrefOf = (to: number) => `/can-bo?${new URLSearchParams({ ...query, trang: String(to) })}`
  const isFiltered = Object.values(filter).some(Boolean)
  return consolePage(
    request,
    { title: text.officers },
    <>
      <PageHead
        title={text.officers}
        actions={
          <Button look="primary" href="/can-bo/them">
            {text.add}
          </Button>
        }
      />
      <FilterBar action="/can-bo" values={query} clearHref={isFiltered ? '/can-bo' : undefined} label={text.filter}>
        <Field name="q" type="search" label={text.search} width="long" />
        <Select name="don-vi" label={text.unit} blank={text.everyUnit} options={await unitChoices(request, 'identity.manage-officers')} />
        <Select name="vai-tro" label={text.role} blank={text.everyRole} options={roleChoices(roles, language)} />
        <Select
          name="trang-thai"
          label={text.state}
          blank={text.everyState}
          options={[
            { value: 'active', label: text.active },
            { value: 'locked', label: text.locked },
          ]}
        />
      </FilterBar>
      <Table<Officer>
        caption={text.officers}
        hideCaption
        dense
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/can-bo/${row.id}`}
        columns={[
          { key: 'name', head: text.name, cell: (row) => row.fullName },
          { key: 'username', head: text.username, cell: (row) => row.username },
          { key: 'position', head: text.position, cell: (row) => positionName(row, language) ?? '–' },
          { key: 'unit', head: text.unit, cell: (row) => row.homeUnitName, width: 'wide' },
          { key: 'state', head: text.state, cell: (row) => <AccountState officer={row} now={now} text={text} /> },
        ]}
        empty={<EmptyState title={text.nothing} />}
      />
      {total > 0 && <ListPager page={page} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.noun} hrefOf={hrefOf} />}
    </>,
  )
}
