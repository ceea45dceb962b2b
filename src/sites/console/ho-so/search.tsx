/** Tìm hồ sơ: by whatever somebody has in hand, with filters that combine. */
import { shortProcedureName } from '#modules/catalogue/index.ts'
import { channelWords, type LifeState, stateWords, timelinessWords } from '#modules/dossier/index.ts'
import { type FoundDossier, searchDossiers } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { DueBadge, EmptyState, Field, FilterBar, Pager, Select, Table } from '#ui/index.ts'
import { Due, dossierLights } from '../due.tsx'
import { consolePage } from '../layout.tsx'
import { nearUntil } from '../near.ts'
import { fileRoutes } from './files.ts'
import { copy } from './words.ts'

const PAGE_SIZE = 50
const DATE = /^\d{4}-\d{2}-\d{2}$/

export const searchRoutes: Route[] = [{ method: 'GET', url: '/ho-so', permission: 'dossier.search', handle: page }, ...fileRoutes]

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, now, query } = request
  const text = copy(language)
  const states = stateWords(language)
  const until = await nearUntil(services.database, now)
  const number = Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1)
  const chosen = (Object.keys(states) as LifeState[]).find((name) => name === query['trang-thai'])
  const date = (value: string | undefined) => (value && DATE.test(value) ? value : undefined)
  const { rows, total, isMore } = await searchDossiers(
    services.database,
    {
      text: query.q,
      states: chosen ? [chosen] : undefined,
      channel: (['counter', 'online', 'post'] as const).find((channel) => channel === query['hinh-thuc']),
      receivedFrom: date(query.tu),
      receivedTo: date(query.den),
      page: number,
      pageSize: PAGE_SIZE,
    },
    { actor: viewer.actor, now, nearUntil: until },
  )
  const light = await dossierLights(services.database, now)
  const first = (number - 1) * PAGE_SIZE
  const href = (to: number) => `/ho-so?${new URLSearchParams({ ...query, trang: String(to) })}`
  return consolePage(
    request,
    { title: text.search, search: { value: query.q ?? '' } },
    <>
      <h1>{text.search}</h1>
      <FilterBar action="/ho-so" values={query} clearHref="/ho-so">
        <Field name="q" type="search" label={text.search} hideLabel placeholder={text.searchHint} />
        <Select
          name="trang-thai"
          label={text.state}
          blank={text.any}
          options={Object.entries(states).map(([value, label]) => ({ value, label: String(label) }))}
        />
        <Select
          name="hinh-thuc"
          label={text.channel}
          blank={text.any}
          options={Object.entries(channelWords(language)).map(([value, label]) => ({ value, label: String(label) }))}
        />
        <Field name="tu" type="date" label={text.from} width="medium" />
        <Field name="den" type="date" label={text.until} width="medium" />
      </FilterBar>
      <Table
        caption={text.search}
        hideCaption
        dense
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ code }) => `/ho-so/${code}`}
        columns={[
          { key: 'code', head: text.code, nowrap: true, cell: ({ code }: FoundDossier) => code },
          { key: 'owner', head: text.owner, cell: ({ ownerName }: FoundDossier) => ownerName },
          {
            key: 'procedure',
            head: text.procedure,
            oneLine: true,
            cell: ({ procedureName }: FoundDossier) => shortProcedureName(procedureName),
          },
          { key: 'state', head: text.state, cell: ({ state }: FoundDossier) => states[state] },
          {
            key: 'receivedAt',
            head: text.receivedAt,
            nowrap: true,
            cell: ({ receivedAt, filedAt }: FoundDossier) => formatMoment(receivedAt ?? filedAt ?? now),
          },
          {
            key: 'due',
            head: text.due,
            cell: (row: FoundDossier) =>
              row.timeliness ? (
                timelinessWords(language)[row.timeliness]
              ) : row.pausedAt ? (
                <DueBadge state="paused" />
              ) : row.dueAt ? (
                <Due light={light(row)} due={row.dueAt} />
              ) : (
                ''
              ),
          },
        ]}
        empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
      />
      {rows.length > 0 && (
        <Pager
          from={first + 1}
          to={first + rows.length}
          total={isMore ? undefined : total}
          noun={text.dossiers}
          previousHref={number > 1 ? href(number - 1) : undefined}
          nextHref={first + rows.length < total ? href(number + 1) : undefined}
        />
      )}
    </>,
  )
}
