/** Form II.06a: printed as a numbered paper, or as a spreadsheet. */
import { printPaper } from '#modules/papers/index.ts'
import { figuresByUnitAndField, printReport06a, report06aXlsx } from '#modules/reporting/index.ts'
import { download, type PageRequest, type Reply, type Route } from '#platform/http/route.ts'
import { figureScope } from './scope.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const routes: Route[] = [
  { method: 'POST', url: '/so-lieu/bieu-06a', permission: 'reporting.export', handle: pdf },
  { method: 'GET', url: '/so-lieu/bieu-06a.xlsx', permission: 'reporting.export', handle: xlsx },
]

async function pdf(request: PageRequest): Promise<Reply> {
  const { services, viewer, now } = request
  const { unit, period } = await figureScope(request)
  const { sheet } = await services.perform(viewer.actor, printReport06a, { unitId: unit.id, ...period })
  return download(
    await printPaper(services.pdf, sheet, now),
    'application/pdf',
    `Biểu II.06a ${unit.name} ${period.from} ${period.to}.pdf`,
    'inline',
  )
}

async function xlsx(request: PageRequest): Promise<Reply> {
  const { unit, period, span } = await figureScope(request)
  const rows = await figuresByUnitAndField(request.services.database, { unitId: unit.id, span })
  return download(await report06aXlsx(rows), XLSX, `Biểu II.06a ${unit.name} ${period.from} ${period.to}.xlsx`)
}
