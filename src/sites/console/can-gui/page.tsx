/** Thông báo cần gửi: what must leave the house, since when, by when, and whether it has gone. */
import { shortProcedureName } from '#modules/catalogue/index.ts'
import {
  countOutgoing,
  type OutgoingFilter,
  type OutgoingRow,
  type OutgoingStanding,
  outgoingMessages,
  READ_OUTGOING,
} from '#modules/notification/index.ts'
import { MESSAGE_KINDS } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { EmptyState, Field, FilterBar, ListPager, Select, TabLinks, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { routes as one } from './mot-thong-bao/page.tsx'
import { SendingState } from './state.tsx'
import { outgoingWords } from './words.ts'

const URL = '/can-gui'
const PAGE_SIZE = 50
const RESULTS = 'danh-sach'

export const routes: Route[] = [{ method: 'GET', url: URL, permission: READ_OUTGOING, handle: page }, ...one]

const STANDINGS: Record<string, OutgoingStanding> = { '': 'open', 'qua-gio': 'late', loi: 'failed', 'da-gui': 'gone' }

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, now, language, query } = request
  const text = outgoingWords(language)
  const whose = { actor: viewer.actor, now }
  const filter: OutgoingFilter = {
    standing: STANDINGS[query.tt ?? ''] ?? 'open',
    kind: MESSAGE_KINDS.find((kind) => kind === query.loai),
    text: query.q,
    page: Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1),
    pageSize: PAGE_SIZE,
  }
  const [{ rows, total }, counts] = await Promise.all([
    outgoingMessages(services.database, whose, filter),
    countOutgoing(services.database, whose),
  ])
  const shown: Partial<Record<OutgoingStanding, number>> = counts
  const isFiltered = Boolean(filter.kind || filter.text)
  const pageHref = (number: number) => `${URL}?${new URLSearchParams({ ...query, trang: String(number) })}`
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p class="muted">{text.lead}</p>
      <TabLinks
        label={text.states}
        tabs={Object.entries(STANDINGS).map(([tt, standing]) => ({
          label: text[standing],
          href: tt === '' ? URL : `${URL}?tt=${tt}`,
          current: standing === filter.standing,
          count: shown[standing],
        }))}
      />
      <FilterBar
        action={URL}
        values={query}
        hidden={{ tt: query.tt || undefined }}
        live={RESULTS}
        clearHref={isFiltered ? `${URL}${query.tt ? `?tt=${query.tt}` : ''}` : undefined}
      >
        <Field name="q" type="search" label={text.text} hideLabel placeholder={text.textHint} />
        <Select
          name="loai"
          label={text.kind}
          hideLabel
          blank={text.anyKind}
          options={MESSAGE_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        />
      </FilterBar>
      <div id={RESULTS}>
        <Table<OutgoingRow>
          caption={text.title}
          hideCaption
          dense
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `${URL}/${id}`}
          rowTone={({ state, sendBy }) => (state === 'failed' || (state === 'pending' && sendBy < now) ? 'late' : undefined)}
          columns={[
            { key: 'kind', head: text.kind, isRowHead: true, cell: (row) => text.kinds[row.kind] },
            { key: 'dossier', head: text.dossier, nowrap: true, cell: (row) => row.code },
            { key: 'procedure', head: text.procedure, cell: (row) => shortProcedureName(row.procedureName) },
            { key: 'unit', head: text.unit, cell: (row) => row.unitName },
            { key: 'since', head: text.since, nowrap: true, cell: (row) => formatMoment(row.createdAt) },
            { key: 'send-by', head: text.sendBy, nowrap: true, cell: (row) => formatMoment(row.sendBy) },
            { key: 'state', head: text.state, cell: (row) => <SendingState row={row} now={now} language={language} text={text} /> },
          ]}
          empty={<EmptyState title={isFiltered ? text.noneFiltered : text.none} />}
        />
        {rows.length > 0 && (
          <ListPager page={filter.page} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.noun} hrefOf={pageHref} />
        )}
      </div>
    </>,
  )
}
