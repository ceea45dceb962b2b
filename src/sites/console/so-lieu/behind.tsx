/** The dossiers behind one figure. */
import { z } from 'zod'
import { shortProcedureName } from '#modules/catalogue/index.ts'
import { dossiersBehind, isMeasure, isTotal, type ListedDossier, type Measure, type Total } from '#modules/reporting/index.ts'
import { parseInput } from '#platform/action.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { DueBadge, EmptyState, ListPager, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { figureScope, figuresHref } from './scope.ts'
import { copy } from './words.ts'

const PAGE_SIZE = 50

export const routes: Route[] = [{ method: 'GET', url: '/so-lieu/ho-so', permission: 'reporting.read', handle: page }]

const Query = z.object({
  so: z.string().refine((text): text is Measure | Total => isMeasure(text) || isTotal(text), 'Số liệu không có.'),
  dong: z.coerce.number().int().min(0).optional(),
  trang: z.coerce.number().int().min(1).catch(1),
})

async function page(request: PageRequest): Promise<Reply> {
  const { services, language, query, now, viewer } = request
  // Who counts (an inspector) may not open: a figure shows codes and dates, a dossier shows people.
  const mayOpen = viewer.holds('dossier.read')
  const text = copy(language)
  const scope = await figureScope(request)
  const asked = parseInput(Query, query)
  const measure = asked.so as Measure | Total
  const row = asked.dong === undefined ? undefined : { grouping: scope.grouping, key: asked.dong === 0 ? null : asked.dong }
  const { rows, total } = await dossiersBehind(
    services.database,
    { unitId: scope.unit.id, span: scope.span },
    { measure, row },
    { number: asked.trang, size: PAGE_SIZE },
  )
  const href = (number: number) => figuresHref('/so-lieu/ho-so', scope, { so: measure, dong: asked.dong, trang: number })
  const title = `${text[measure]}: ${total.toLocaleString('vi-VN')} ${text.dossiers}`
  return consolePage(
    request,
    { title, breadcrumbs: [{ label: text.title, href: figuresHref('/so-lieu', scope) }, { label: text[measure] }] },
    <>
      <h1>{title}</h1>
      <p>
        {scope.unit.name}. {text.counted(formatMoment(scope.span.cut))}.
      </p>
      {rows.length === 0 ? (
        <EmptyState title={text.nothing}>{text.nothingHint}</EmptyState>
      ) : (
        <>
          <Table
            caption={text.listTitle}
            hideCaption
            dense
            rows={rows}
            rowKey={(dossier) => dossier.code}
            rowHref={mayOpen ? (dossier) => `/ho-so/${dossier.code}` : undefined}
            columns={[
              { key: 'code', head: text.code, nowrap: true, isRowHead: true, cell: (dossier: ListedDossier) => dossier.code },
              {
                key: 'procedure',
                head: text.procedure,
                oneLine: true,
                cell: (dossier: ListedDossier) => shortProcedureName(dossier.procedureName),
              },
              { key: 'settling', head: text.settling, cell: (dossier: ListedDossier) => dossier.settlingUnitName },
              {
                key: 'receivedAt',
                head: text.receivedAt,
                nowrap: true,
                cell: (dossier: ListedDossier) => formatMoment(dossier.receivedAt),
              },
              { key: 'dueAt', head: text.dueAt, nowrap: true, cell: (dossier: ListedDossier) => formatMoment(dossier.dueAt) },
              {
                key: 'finishedAt',
                head: text.finishedAt,
                cell: (dossier: ListedDossier) => <Outcome dossier={dossier} now={now} text={text} />,
              },
            ]}
          />
          <ListPager page={asked.trang} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.dossiers} hrefOf={href} />
        </>
      )}
      <p>
        <a href={figuresHref('/so-lieu', scope)}>{text.back}</a>
      </p>
    </>,
  )
}

function Outcome({ dossier, now, text }: { dossier: ListedDossier; now: Date; text: ReturnType<typeof copy> }) {
  if (!dossier.finishedAt) return <DueBadge state={dossier.lateFrom <= now ? 'late' : 'in-time'} detail={text.notYet} />
  const words = { early: text.settledEarly, 'on-time': text.settledOnTime, late: text.settledLate }
  return (
    <>
      {formatMoment(dossier.finishedAt)}, {dossier.timeliness && words[dossier.timeliness].toLocaleLowerCase('vi')}
    </>
  )
}
