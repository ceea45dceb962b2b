/** The register on paper (numbered, each print counted) and as a spreadsheet. */
import { paperNameNow, printPaper, printRegister, readRegister, readRegisterPrint, registerXlsx } from '#modules/papers/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { download, type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { registerScope } from './filter.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const permission = 'papers.register'

export const routes: Route[] = [
  { method: 'POST', url: '/so-theo-doi/in', permission, handle: print },
  { method: 'GET', url: '/so-theo-doi/in/:id', permission, handle: show },
  { method: 'GET', url: '/so-theo-doi/so.xlsx', permission, handle: xlsx },
]

async function print(request: PageRequest): Promise<Reply> {
  const { services, viewer } = request
  const { filter } = await registerScope(request)
  const { paperId } = await services.perform(viewer.actor, printRegister, filter)
  return redirect(`/so-theo-doi/in/${paperId}`)
}

async function show(request: PageRequest): Promise<Reply> {
  const { services, viewer, params, now, language } = request
  const id = /^\d{1,15}$/.test(params.id ?? '') ? Number(params.id) : commonErrors.fail('record.not-found')
  const { sheet, issuedAt, fullNumber } = await readRegisterPrint(services.database, id, undefined, { actor: viewer.actor, now })
  const pdf = await printPaper(services.pdf, sheet, issuedAt)
  return download(pdf, 'application/pdf', `${paperNameNow('DOSSIER_REGISTER', now, language)} ${fullNumber}.pdf`, 'inline')
}

async function xlsx(request: PageRequest): Promise<Reply> {
  const { services, viewer, now, language } = request
  const { filter } = await registerScope(request)
  const rows = await readRegister(services.database, filter, undefined, { actor: viewer.actor, now })
  return download(await registerXlsx(rows), XLSX, `${paperNameNow('DOSSIER_REGISTER', now, language)} ${filter.from} ${filter.to}.xlsx`)
}
