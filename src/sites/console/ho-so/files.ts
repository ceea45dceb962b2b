/** A file of a dossier, for whoever may read the dossier; each reading is recorded with it. */
import { documentReply, getDocument } from '#modules/documents/index.ts'
import { getDossier } from '#modules/dossier/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'

export const fileRoutes: Route[] = [{ method: 'GET', url: '/ho-so/:code/tai-lieu/:document', permission: 'documents.read', handle: show }]

async function show({ services, viewer, now, params }: PageRequest): Promise<Reply> {
  const dossier = await getDossier(services.database, params.code ?? '', { actor: viewer.actor, now })
  const document = dossier.documents.find(({ documentId }) => documentId === Number(params.document))
  if (!document) return commonErrors.fail('record.not-found')
  return documentReply(services.files, await getDocument(services.database, document.documentId), 'inline')
}
