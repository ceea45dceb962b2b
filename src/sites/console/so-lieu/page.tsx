/** Figures of a unit tree and a period; every number is a link to the list that makes it. */

import {
  calendarPeriod,
  type FigureRow,
  figures,
  GROUPINGS,
  MEASURES,
  type Measure,
  TOTALS,
  type Total,
  totalOf,
} from '#modules/reporting/index.ts'
import type { AppError } from '#platform/errors.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatMoment, localDate } from '#platform/text/dates.ts'
import { Button, ButtonRow, EmptyState, ErrorSummary, Field, FilterBar, failedForm, Select, Stat, Stats, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { routes as behind } from './behind.tsx'
import { routes as verified } from './doi-chieu/page.tsx'
import { routes as exports } from './exports.ts'
import { type FigureScope, figureScope, figuresHref } from './scope.ts'
import { copy } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/so-lieu', permission: 'reporting.read', handle: page },
  ...behind,
  ...exports,
  ...verified,
]

const COLUMNS: (Measure | Total)[] = [
  'received',
  'receivedOnline',
  'receivedCounter',
  'receivedPost',
  'carriedOver',
  'settled',
  'settledEarly',
  'settledOnTime',
  'settledLate',
  'open',
  'openInTime',
  'openLate',
]

async function page(request: PageRequest): Promise<Reply> {
  const scope = await attempt(() => figureScope(request))
  if (scope.ok) return figuresPage(request, scope.value)
  if (!['input.invalid', 'reporting.period'].includes(scope.error.code)) throw scope.error
  return refusedPage(request, scope.error)
}

/** A period that cannot be: what was asked stays in the boxes. */
function refusedPage(request: PageRequest, error: AppError): Promise<Reply> {
  const { language, query, now } = request
  const text = copy(language)
  const { from, to } = calendarPeriod('month', localDate(now))
  return consolePage(
    request,
    { title: text.title, status: error.status, hasErrors: true },
    <>
      <ErrorSummary state={failedForm(query, { '': Object.values(fieldErrors(error, language)).join(' ') })} />
      <h1>{text.title}</h1>
      <FilterBar action="/so-lieu" values={{ tu: query.tu || from, den: query.den || to }} hidden={{ 'don-vi': query['don-vi'] }}>
        <Field name="tu" type="date" label={text.from} width="medium" />
        <Field name="den" type="date" label={text.to} width="medium" />
      </FilterBar>
    </>,
  )
}

async function figuresPage(request: PageRequest, scope: FigureScope): Promise<Reply> {
  const { services, language, now, viewer } = request
  const text = copy(language)
  const rows = await figures(services.database, { unitId: scope.unit.id, span: scope.span }, scope.grouping)
  const total = sum(rows)
  const title = `${text.title}: ${scope.unit.name}`
  const link = (measure: Measure | Total, row?: FigureRow) =>
    figuresHref('/so-lieu/ho-so', scope, { so: measure, ...(row ? { dong: row.key ?? 0 } : {}) })
  const settled = totalOf(total, 'settled')
  const inTime = total.settledEarly + total.settledOnTime
  return consolePage(
    request,
    { title },
    <>
      <h1>{title}</h1>
      <p>
        {text.intro} <a href="/so-lieu/doi-chieu">{text.verified}</a>
      </p>
      <FilterBar
        action="/so-lieu"
        values={{ tu: scope.period.from, den: scope.period.to, theo: scope.grouping }}
        hidden={{ 'don-vi': String(scope.unit.id) }}
        views={(['month', 'quarter', 'year'] as const).map((kind) => {
          const { from, to } = calendarPeriod(kind, localDate(now))
          return {
            label: text[kind],
            href: figuresHref('/so-lieu', scope, { tu: from, den: to }),
            current: from === scope.period.from && to === scope.period.to,
          }
        })}
      >
        <Field name="tu" type="date" label={text.from} width="medium" />
        <Field name="den" type="date" label={text.to} width="medium" />
        <Select
          name="theo"
          label={text.by}
          options={GROUPINGS.map((value) => ({
            value,
            label: { unit: text.byUnit, field: text.byField, procedure: text.byProcedure }[value],
          }))}
        />
      </FilterBar>
      {scope.above && (
        <p>
          <a href={figuresHref('/so-lieu', scope, { 'don-vi': scope.above.id })}>
            {text.up}: {scope.above.name}
          </a>
        </p>
      )}
      <Stats>
        <Stat label={text.received} value={totalOf(total, 'received')} href={link('received')} />
        <Stat
          label={text.settled}
          value={settled}
          href={link('settled')}
          note={
            settled > 0
              ? text.onTimeRate(((inTime / settled) * 100).toLocaleString('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }))
              : undefined
          }
        />
        <Stat label={text.openInTime} value={total.openInTime} href={link('openInTime')} tone="ok" shape="circle" />
        <Stat
          label={text.openLate}
          value={total.openLate}
          href={link('openLate')}
          tone={total.openLate > 0 ? 'late' : undefined}
          shape="square"
        />
      </Stats>
      {rows.length === 0 ? (
        <EmptyState title={text.nothing}>{text.nothingHint}</EmptyState>
      ) : (
        <Table
          caption={`${text.counted(formatMoment(scope.span.cut))}. ${text.balance}`}
          dense
          phone="scroll"
          columns={[
            { key: 'name', head: text.name, isRowHead: true, cell: (row: FigureRow) => <RowName row={row} scope={scope} /> },
            ...COLUMNS.map((measure) => ({
              key: measure,
              head: text[measure],
              align: 'end' as const,
              cell: (row: FigureRow) => <a href={link(measure, row)}>{figureOf(row, measure).toLocaleString('vi-VN')}</a>,
            })),
          ]}
          rows={rows}
          rowKey={(row) => row.key ?? 0}
          foot={{
            name: text.total,
            ...Object.fromEntries(
              COLUMNS.map((measure) => [measure, <a href={link(measure)}>{figureOf(total, measure).toLocaleString('vi-VN')}</a>]),
            ),
          }}
        />
      )}
      {viewer.holds('reporting.export') && (
        <ButtonRow>
          <form method="post" action={figuresHref('/so-lieu/bieu-06a', scope)}>
            <Button look="secondary">{text.pdf}</Button>
          </form>
          <Button look="secondary" href={figuresHref('/so-lieu/bieu-06a.xlsx', scope)}>
            {text.xlsx}
          </Button>
        </ButtonRow>
      )}
    </>,
  )
}

/** A part of the unit opens its own figures. */
function RowName({ row, scope }: { row: FigureRow; scope: FigureScope }) {
  if (scope.grouping !== 'unit' || row.key === null || row.key === scope.unit.id) return <>{row.name}</>
  return <a href={figuresHref('/so-lieu', scope, { 'don-vi': row.key })}>{row.name}</a>
}

const figureOf = (row: FigureRow, measure: Measure | Total): number =>
  measure in TOTALS ? totalOf(row, measure as Total) : row[measure as Measure]

function sum(rows: FigureRow[]): FigureRow {
  const total = { key: null, name: '', ...Object.fromEntries(MEASURES.map((measure) => [measure, 0])) } as FigureRow
  for (const row of rows) for (const measure of MEASURES) total[measure] += row[measure]
  return total
}
