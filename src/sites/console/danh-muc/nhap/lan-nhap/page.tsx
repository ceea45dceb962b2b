/** One import, at the step it has reached: naming columns, progress, then the report with its decisions. */
import {
  decideImportRows,
  FINDINGS,
  type FindingCode,
  getImport,
  mapImport,
  publishImport,
  queueImport,
  type Verdict,
} from '#modules/catalogue/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors, many, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { blankForm, type FormState, hasErrors } from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { crumbs } from '../../procedure.ts'
import { MappingForm, samplesOf } from './mapping-form.tsx'
import { loadReport, Report, reportHref } from './report.tsx'
import { Running } from './running.tsx'
import { copy } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/danh-muc/nhap/:id', permission: 'catalogue.read', handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: '/danh-muc/nhap/:id/cot', permission: 'catalogue.import', handle: map },
  { method: 'POST', url: '/danh-muc/nhap/:id/cong-khai', permission: 'catalogue.publish', handle: publish },
  { method: 'POST', url: '/danh-muc/nhap/:id/quyet-dinh', permission: 'catalogue.publish', handle: decide },
]

const VERDICTS: Verdict[] = ['new', 'changed', 'same', 'suspicious', 'refused']
const REFRESH_SECONDS = '1'

const idOf = ({ params }: PageRequest): number =>
  /^\d{1,15}$/.test(params.id ?? '') ? Number(params.id) : commonErrors.fail('record.not-found')

async function page(request: PageRequest, state: FormState): Promise<Reply> {
  const { services, language, query } = request
  const text = copy(language)
  const summary = await getImport(services.database, idOf(request))
  const content = async () => {
    if (summary.status === 'mapping')
      return <MappingForm summary={summary} samples={await samplesOf(services.database, summary.id)} state={state} language={language} />
    if (summary.status === 'running') return <Running summary={summary} language={language} />
    const filter = {
      verdict: VERDICTS.find((verdict) => verdict === query.xet),
      finding: isFinding(query.vi) ? query.vi : undefined,
      waiting: query.cho === '1',
    }
    return <Report {...(await loadReport(request, summary, filter))} state={state} />
  }
  const reply = await consolePage(
    request,
    {
      title: text.title(summary.fileName),
      breadcrumbs: [...crumbs(language), { label: text.imports, href: '/danh-muc/nhap' }],
      hasErrors: hasErrors(state),
      status: hasErrors(state) ? 422 : 200,
    },
    await content(),
  )
  // The bar moves without a script: the page asks for itself again until the work is done.
  return summary.status === 'running' && reply.kind === 'html'
    ? { ...reply, headers: { ...reply.headers, refresh: REFRESH_SECONDS } }
    : reply
}

const isFinding = (code: string | undefined): code is FindingCode => code !== undefined && code in FINDINGS

async function map(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const importId = idOf(request)
  const { columns } = await getImport(services.database, importId)
  const done = await attempt(async () => {
    await services.perform(viewer.actor, mapImport, {
      importId,
      columns: Object.fromEntries(columns.map((column, index) => [column, one(form[`column.${index}`])])),
      standing: one(form.standing) || undefined,
    })
    await services.perform(viewer.actor, queueImport, { importId })
  })
  if (!done.ok) return page(request, { values: form, errors: fieldErrors(done.error, language) })
  return redirect(`/danh-muc/nhap/${importId}`)
}

async function publish(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const importId = idOf(request)
  const { published } = await services.perform(viewer.actor, publishImport, { importId, validFrom: one(form.validFrom) || undefined })
  return redirect(`/danh-muc/nhap/${importId}`, copy(language).published(published))
}

async function decide(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const importId = idOf(request)
  const wholeGroup = one(form.wholeGroup) === 'on' && isFinding(one(form.finding))
  const done = await attempt(() =>
    services.perform(viewer.actor, decideImportRows, {
      importId,
      rowIds: wholeGroup ? [] : many(form.rows),
      onlyFindings: wholeGroup ? [one(form.finding)] : [],
      decision: one(form._action),
      note: one(form.note),
      code: one(form.code),
    }),
  )
  const back = { ...request, query: { xet: 'suspicious', cho: '1', ...(isFinding(one(form.finding)) ? { vi: one(form.finding) } : {}) } }
  if (!done.ok) {
    const errors =
      done.error.code === 'catalogue.row-decided' && many(form.rows).length === 0 && !wholeGroup
        ? { _: copy(language).noRow }
        : fieldErrors(done.error, language)
    return page(back, { values: form, errors })
  }
  return redirect(reportHref(importId, { xet: 'suspicious', cho: '1' }), copy(language).decided(done.value.decided))
}
