/** Papers of a dossier: a post issues or reprints and counts the print; the address it leads to shows that print, however often it is loaded. */
import { getDossierId } from '#modules/dossier/index.ts'
import { type DossierForm, formOfSlug, paperNameNow, paperSlug, printDossierPaper, readPrintAsPdf } from '#modules/papers/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { one } from '#platform/http/forms.ts'
import { download, type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { routes as issued } from './issued.ts'

export const routes: Route[] = [
  ...issued,
  { method: 'POST', url: '/ho-so/:code/giay-to/:form', permission: 'papers.print', handle: print },
  { method: 'GET', url: '/ho-so/:code/giay-to/:form/:number', permission: 'papers.print', handle: show },
]

async function print(request: PageRequest): Promise<Reply> {
  const { services, viewer, params, form: posted } = request
  const form = formOf(params.form)
  const dossierId = await getDossierId(services.database, params.code ?? '')
  const printed = await services.perform(viewer.actor, printDossierPaper, {
    dossierId,
    form,
    reason: one(posted.reason),
    baseUrl: services.baseUrl,
  })
  return redirect(`/ho-so/${params.code}/giay-to/${paperSlug(form)}/${printed.number}-${printed.year}?lan=${printed.print}`)
}

/** `12-2026`: the number of the paper's book in its year. */
async function show(request: PageRequest): Promise<Reply> {
  const { services, viewer, params, query, now, language } = request
  const form = formOf(params.form)
  const [, number, year] = /^(\d{1,9})-(\d{4})$/.exec(params.number ?? '') ?? commonErrors.fail('record.not-found')
  const wanted = {
    dossierCode: params.code ?? '',
    form,
    number: Number(number),
    year: Number(year),
    print: query.lan ? Number(query.lan) : undefined,
  }
  const pdf = await readPrintAsPdf(services.database, services.pdf, wanted, { actor: viewer.actor, now })
  return download(pdf, 'application/pdf', `${paperNameNow(form, now, language)} ${params.code}.pdf`, 'inline')
}

const formOf = (slug: string | undefined): DossierForm => formOfSlug(slug ?? '') ?? commonErrors.fail('record.not-found')
