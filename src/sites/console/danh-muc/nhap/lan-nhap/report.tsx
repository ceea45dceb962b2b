/** What was made of every row, why, and what a person decides about the suspicious ones. */
import {
  catalogueLabels,
  type FindingCode,
  findingCounts,
  findingSentence,
  type ImportRow,
  type ImportSummary,
  importRows,
  severityOf,
  type Verdict,
} from '#modules/catalogue/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import {
  Button,
  Checkbox,
  type Column,
  DefinitionList,
  Details,
  ErrorSummary,
  Field,
  FilterBar,
  Form,
  type FormState,
  PageHead,
  Pager,
  Panel,
  Select,
  SelectionBar,
  TabLinks,
  Table,
  Tag,
  type Tone,
} from '#ui/index.ts'
import { FindingsList } from '../../findings-list.tsx'
import { catalogueHref } from '../../procedure.ts'
import { copy } from './words.ts'

const PAGE_SIZE = 25
const TONES: Record<Verdict, Tone> = { new: 'ok', changed: 'info', same: 'neutral', suspicious: 'near', refused: 'late' }

export interface ReportFilter {
  verdict?: Verdict
  finding?: FindingCode
  /** Only suspicious rows that nobody decided yet. */
  waiting: boolean
}

interface Loaded {
  summary: ImportSummary
  rows: ImportRow[]
  hasNext: boolean
  page: number
  findings: { code: FindingCode; rows: number }[]
  filter: ReportFilter
  mayPublish: boolean
  language: Language
}

export const reportHref = (importId: number, query: Record<string, string | undefined>): string => {
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return `/danh-muc/nhap/${importId}${search.size > 0 ? `?${search}` : ''}`
}

/** Reads what the report shows; one row more than a page tells whether there is a next one. */
export async function loadReport(
  { services, query, viewer, language }: PageRequest,
  summary: ImportSummary,
  filter: ReportFilter,
): Promise<Loaded> {
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1))
  const [rows, findings] = await Promise.all([
    importRows(services.database, summary.id, { ...filter, limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }),
    findingCounts(services.database, summary.id),
  ])
  return {
    summary,
    rows: rows.slice(0, PAGE_SIZE),
    hasNext: rows.length > PAGE_SIZE,
    page,
    findings,
    filter,
    mayPublish: viewer.holds('catalogue.publish'),
    language,
  }
}

export function Report({ summary, rows, hasNext, page, findings, filter, mayPublish, language, state }: Loaded & { state: FormState }) {
  const text = copy(language)
  const labels = catalogueLabels(language)
  const query = { xet: filter.verdict, vi: filter.finding, cho: filter.waiting ? '1' : undefined }
  const mayDecide = mayPublish && filter.waiting && rows.length > 0
  const table = (
    <Table
      caption={text.report}
      hideCaption
      dense
      columns={columnsIn(language)}
      rows={rows}
      rowKey={({ id }) => String(id)}
      selection={
        mayDecide
          ? { name: 'rows', value: ({ id }) => String(id), label: ({ number, name }) => text.rowLabel(number, name ?? '') }
          : undefined
      }
      empty={<p>{text.noRows}</p>}
    />
  )
  return (
    <>
      <ErrorSummary state={state} />
      <PageHead title={text.title(summary.fileName)} facts={text.rows(summary.rowCount)} />
      {summary.unpublished > 0 && mayPublish && (
        <Panel id="cong-khai" title={text.publishTitle} boxed tone="ok">
          <p>{text.publishHelp(summary.unpublished)}</p>
          <Form action={`/danh-muc/nhap/${summary.id}/cong-khai`} label={text.publishTitle}>
            <Field name="validFrom" type="date" label={text.validFrom} hint={text.validFromHint} width="medium" optional />
            <Button look="primary">{text.publish(summary.unpublished)}</Button>
          </Form>
        </Panel>
      )}
      <TabLinks
        label={text.report}
        tabs={[
          { label: text.all, href: reportHref(summary.id, {}), current: !filter.verdict && !filter.waiting, count: summary.rowCount },
          {
            label: text.waiting,
            href: reportHref(summary.id, { xet: 'suspicious', cho: '1' }),
            current: filter.waiting,
            count: summary.undecided,
          },
          ...(['new', 'changed', 'same', 'suspicious', 'refused'] as const).map((verdict) => ({
            label: labels.verdict[verdict],
            href: reportHref(summary.id, { xet: verdict }),
            current: filter.verdict === verdict && !filter.waiting,
            count: summary.counts[verdict],
          })),
        ]}
      />
      <FilterBar
        action={`/danh-muc/nhap/${summary.id}`}
        values={{ vi: filter.finding ?? '' }}
        hidden={{ xet: filter.verdict, cho: filter.waiting ? '1' : undefined }}
        clearHref={filter.finding ? reportHref(summary.id, { ...query, vi: undefined }) : undefined}
      >
        <Select
          name="vi"
          label={text.finding}
          blank={text.anyFinding}
          options={findings.map(({ code, rows: count }) => ({ value: code, label: `${findingLabel(code, language)} (${count})` }))}
        />
      </FilterBar>
      {mayDecide ? (
        <Form action={`/danh-muc/nhap/${summary.id}/quyet-dinh`} state={state} hidden={{ finding: filter.finding }} label={text.decide}>
          {table}
          <SelectionBar noun={text.noun}>
            <Field name="note" label={text.note} hint={text.noteHint} />
            <Details summary={text.damaged}>
              <Field name="code" label={text.rightCode} hint={text.rightCodeHint} width="medium" code optional />
            </Details>
            {filter.finding && <Checkbox name="wholeGroup" label={text.wholeGroup} />}
            <Button name="_action" value="publish">
              {labels.decision.publish}
            </Button>
            <Button name="_action" value="reject">
              {labels.decision.reject}
            </Button>
            <Button look="danger" name="_action" value="close">
              {labels.decision.close}
            </Button>
          </SelectionBar>
        </Form>
      ) : (
        table
      )}
      {rows.length > 0 && (
        <Pager
          from={(page - 1) * PAGE_SIZE + 1}
          to={(page - 1) * PAGE_SIZE + rows.length}
          noun={text.noun}
          previousHref={page > 1 ? reportHref(summary.id, { ...query, trang: String(page - 1) }) : undefined}
          nextHref={hasNext ? reportHref(summary.id, { ...query, trang: String(page + 1) }) : undefined}
        />
      )}
      <DefinitionList dense rows={[{ term: text.hash, value: <span class="code">{summary.fileHash.slice(0, 16)}…</span> }]} />
    </>
  )
}

/** The sentence of a finding without the words of one row. */
const findingLabel = (code: FindingCode, language: Language): string =>
  findingSentence({ code, seen: '…', proposal: '…' }, language)
    .replace(/\s*[“(]…[”)]/g, '')
    .replace(/\.$/, '')

function columnsIn(language: Language): Column<ImportRow>[] {
  const text = copy(language)
  const labels = catalogueLabels(language)
  return [
    { key: 'number', head: text.row, cell: ({ number }) => number, align: 'end', width: 'narrow' },
    { key: 'code', head: text.code, cell: ({ code }) => <span class="code">{code ?? '–'}</span>, nowrap: true },
    { key: 'name', head: text.name, cell: (row) => <RowName row={row} />, isRowHead: true },
    {
      key: 'verdict',
      head: text.verdict,
      cell: ({ verdict, effect, decision }) => (
        <>
          <Tag tone={TONES[verdict]}>{labels.verdict[verdict]}</Tag>
          {verdict === 'suspicious' && effect && effect !== 'same' && (
            <span class="muted"> {labels.verdict[effect].toLocaleLowerCase('vi')}</span>
          )}
          {decision && <span> → {labels.decision[decision]}</span>}
        </>
      ),
    },
    {
      key: 'why',
      head: text.why,
      cell: ({ findings, changedParts, decisionNote }) => (
        <>
          {changedParts.length > 0 && <p>{text.changed(changedParts.map((part) => labels.part[part]).join(', '))}</p>}
          <FindingsList findings={findings.filter((finding) => severityOf(finding) !== 'note')} language={language} />
          {findings.some((finding) => severityOf(finding) === 'note') && (
            <Details summary={text.notes}>
              <FindingsList findings={findings.filter((finding) => severityOf(finding) === 'note')} language={language} />
            </Details>
          )}
          {decisionNote && <p class="muted">{text.decidedBecause(decisionNote)}</p>}
        </>
      ),
      width: 'wide',
    },
  ]
}

const RowName = ({ row }: { row: ImportRow }) =>
  row.procedureId && row.code ? <a href={catalogueHref(row.code)}>{row.name}</a> : <span>{row.name ?? '–'}</span>
