/** Any issued paper by its id: a post prints it (again) and counts, the address it leads to shows that print, however often it is loaded. */
import { printIssuedPaper, printPaper, readIssuedPrint } from '#modules/papers/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { one } from '#platform/http/forms.ts'
import { download, type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'

const permission = 'papers.print'

export const routes: Route[] = [
  { method: 'POST', url: '/giay-to/:id', permission, handle: print },
  { method: 'GET', url: '/giay-to/:id', permission, handle: show },
]

async function print({ services, viewer, params, form }: PageRequest): Promise<Reply> {
  const printed = await services.perform(viewer.actor, printIssuedPaper, { paperId: idOf(params.id), reason: one(form.reason) })
  return redirect(`/giay-to/${printed.paperId}?lan=${printed.print}`)
}

async function show({ services, viewer, params, query, now }: PageRequest): Promise<Reply> {
  const print = query.lan ? Number(query.lan) : undefined
  const { sheet, issuedAt, fullNumber } = await readIssuedPrint(services.database, idOf(params.id), print, { actor: viewer.actor, now })
  const pdf = await printPaper(services.pdf, sheet, issuedAt)
  return download(pdf, 'application/pdf', `${String(sheet.data.title ?? '')} ${fullNumber.replaceAll('/', '-')}.pdf`.trim(), 'inline')
}

const idOf = (id: string | undefined): number => (/^\d{1,15}$/.test(id ?? '') ? Number(id) : commonErrors.fail('record.not-found'))
