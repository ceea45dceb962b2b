/** A version, or the draft, as a BPMN file to keep. */
import { exportBpmn, findDraft, ProcessGraph, structureOf } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { download, type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { RIGHT, readLine } from './line.ts'
import { readGraph } from './versions.ts'

export const routes: Route[] = [{ method: 'GET', url: '/quy-trinh/:code/tep-bpmn', permission: RIGHT, handle: file }]

async function file(request: PageRequest): Promise<Reply> {
  const { services, query, language } = request
  const line = await readLine(request)
  const shown = query['ban-nhap']
    ? await findDraft(services.database, line.procedureId)
    : (line.versions.find(({ version }) => version === Number(query['phien-ban'])) ?? line.current)
  if (!shown) return commonErrors.fail('record.not-found')
  const graph = 'graph' in shown ? ProcessGraph.parse(shown.graph) : await readGraph(request, shown.id)
  const isBroken = structureOf(graph).findings.some(({ code }) => code === 'same-id' || code === 'flow-nowhere')
  if (isBroken) return redirect(`/quy-trinh/${line.slug}/thiet-ke`, copy(language).broken)
  const xml = await exportBpmn(graph, { name: shown.name })
  return download(Buffer.from(xml), 'application/xml', `${shown.name} (${copy(language).version(shown.version)}).bpmn`)
}

const copy = words({
  vi: {
    broken: 'Chưa tải được: có đường nối không đi đến đâu hoặc hai phần tử trùng mã. Hãy sửa theo danh sách kiểm tra rồi tải lại.',
    version: (version: number) => `phiên bản ${version}`,
  },
  en: {
    broken: 'Not downloaded: a line leads nowhere or two parts have the same code. Mend what the check list names, then try again.',
    version: (version: number) => `version ${version}`,
  },
})
