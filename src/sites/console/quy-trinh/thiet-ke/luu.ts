/** Where the island keeps the draft: the whole drawing, and which revision it saw. */
import { findDraft, saveProcessDraft } from '#modules/workflow/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { localTime } from '#platform/text/dates.ts'
import { RIGHT, readLine } from '../line.ts'
import { copy } from './words.ts'

export const routes: Route[] = [{ method: 'POST', url: '/quy-trinh/:code/thiet-ke/luu', permission: RIGHT, handle: keep }]

async function keep(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language, now } = request
  const line = await readLine(request)
  const draft = await findDraft(services.database, line.procedureId)
  if (!draft) return json({ sentence: copy(language).gone }, 409)
  const input = { processId: draft.processId, revision: one(form.revision), graph: one(form.graph) }
  const saved = await attempt(() => services.perform(viewer.actor, saveProcessDraft, input))
  if (saved.ok) return json({ revision: saved.value.revision, at: localTime(now) })
  const [sentence] = Object.values(fieldErrors(saved.error, language))
  return json({ sentence, ...(saved.error.code === 'workflow.draft-changed' && { revision: draft.revision }) }, saved.error.status)
}

const json = (content: object, status = 200): Reply => ({
  kind: 'body',
  body: JSON.stringify(content),
  type: 'application/json; charset=utf-8',
  status,
  headers: { 'cache-control': 'no-store' },
})
