/** Nhật ký: who did or read what, on which record, when and from where. Reading it is itself in the trail. */
import { type AuditLine, openAuditTrail, searchOfficers } from '#modules/identity/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { Button, Details, EmptyState, Field, FilterBar, Select, Table, Tag } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { actName, knownActs, subjectKinds, subjectName } from './names.ts'
import { momentWithSeconds, rangeFrom } from './range.ts'
import { auditWords } from './words.ts'

const PAGE_SIZE = 100

export const routes: Route[] = [{ method: 'GET', url: '/nhat-ky', permission: 'identity.read-audit', handle: show }]

async function show(request: PageRequest): Promise<Reply> {
  const { services, viewer, query, language, now } = request
  const text = auditWords(language)
  const range = rangeFrom(query, localDate(now))
  const [officer] = query['can-bo'] ? await searchOfficers(services.database, query['can-bo'], 1) : []
  const outcome = query['ket-qua'] === 'done' || query['ket-qua'] === 'refused' ? query['ket-qua'] : undefined
  const lines = await openAuditTrail(
    services.database,
    {
      from: range.from,
      to: range.to,
      name: query.viec || undefined,
      officerId: query['can-bo'] ? (officer?.id ?? 0) : undefined,
      subject: query.loai ? { kind: query.loai, id: query.so || undefined } : undefined,
      outcome,
      before: Number(query.truoc) || undefined,
      limit: PAGE_SIZE,
    },
    { actor: viewer.actor, now },
  )
  const last = lines.at(-1)
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <FilterBar action="/nhat-ky" values={{ ...query, tu: range.first, den: range.last }} clearHref="/nhat-ky" label={text.filter}>
        <Field name="tu" type="date" label={text.from} />
        <Field name="den" type="date" label={text.to} />
        <Field name="can-bo" type="search" label={text.officer} width="medium" />
        <Select
          name="viec"
          label={text.name}
          blank={text.every}
          options={knownActs(language).map(({ name, words }) => ({ value: name, label: words }))}
        />
        <Select
          name="loai"
          label={text.subjectKind}
          blank={text.every}
          options={subjectKinds(language).map(({ kind, words }) => ({ value: kind, label: words }))}
        />
        <Field name="so" label={text.subjectId} width="short" />
        <Select
          name="ket-qua"
          label={text.outcome}
          blank={text.every}
          options={[
            { value: 'done', label: text.done },
            { value: 'refused', label: text.refused },
          ]}
        />
      </FilterBar>
      {officer && <p class="muted">{text.of(officer.fullName)}</p>}
      <Table<AuditLine>
        caption={`${text.title}, ${formatDate(range.first)} – ${formatDate(range.last)}`}
        dense
        rows={lines}
        rowKey={(row) => row.id}
        columns={[
          { key: 'at', head: text.at, cell: (row) => momentWithSeconds(row.at), nowrap: true },
          {
            key: 'who',
            head: text.whoAndSource,
            cell: (row) => (
              <>
                {row.actorName ?? text[row.actorKind]}
                <br />
                <span class="muted">{row.source}</span>
              </>
            ),
            nowrap: true,
          },
          { key: 'what', head: text.what, cell: (row) => actName(row.name, language) ?? row.name },
          {
            key: 'subject',
            head: text.subject,
            cell: (row) =>
              row.subjectKind
                ? `${subjectName(row.subjectKind, language) ?? row.subjectKind} ${/^\d/.test(row.subjectId ?? '') ? row.subjectId : ''}`
                : '–',
          },
          { key: 'unit', head: text.unit, cell: (row) => row.unitName ?? '–', width: 'wide' },
          {
            key: 'outcome',
            head: text.outcome,
            cell: (row) =>
              row.outcome === 'refused' ? (
                <Tag tone="late" shape="square">
                  {text.refused}
                </Tag>
              ) : (
                text.done
              ),
          },
          {
            key: 'detail',
            head: text.detail,
            cell: (row) => (
              <Details summary={text.more}>
                <code class="muted">{row.name}</code>
                {row.detail ? <code>{JSON.stringify(row.detail)}</code> : undefined}
              </Details>
            ),
          },
        ]}
        empty={<EmptyState title={text.nothing}>{text.widen}</EmptyState>}
      />
      {lines.length === PAGE_SIZE && last && (
        <Button href={`/nhat-ky?${new URLSearchParams({ ...query, truoc: String(last.id) })}`}>{text.older}</Button>
      )}
    </>,
  )
}
