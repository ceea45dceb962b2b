/** What the forms of the dossier's page do: one action each; a refusal shows the page again with what was typed. */
import { registerUploads } from '#modules/documents/index.ts'
import { getDossierId } from '#modules/dossier/index.ts'
import { returnResult } from '#modules/intake/index.ts'
import {
  addNote,
  attachDocument,
  claimTask,
  completeTask,
  handOver,
  instruct,
  issueResult,
  type MoveName,
  prepareResult,
  reassignTask,
  sendBack,
} from '#modules/workflow/index.ts'
import type { Action } from '#platform/action.ts'
import { receiveUpload } from '#platform/files/index.ts'
import { attempt, type FormValues, one } from '#platform/http/forms.ts'
import { type PageRequest, type Permission, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { MOVE_PATHS } from './moves.tsx'
import type { RefusedMove } from './page.tsx'
import { copy } from './words.ts'

type ShowPage = (request: PageRequest, refused: RefusedMove) => Promise<Reply>

const ACTIONS: Record<Exclude<MoveName, 'prepare-result' | 'attach'>, Action<never, unknown>> = {
  claim: claimTask,
  complete: completeTask,
  issue: issueResult,
  return: returnResult,
  'send-back': sendBack,
  'hand-over': handOver,
  reassign: reassignTask,
  note: addNote,
} as never

export const postRoutes = (show: ShowPage): Route[] => [
  {
    method: 'POST',
    url: '/ho-so/:code/chi-dao',
    permission: instruct.name as Permission,
    handle: (request) => perform(request, 'instruct', instruct as Action<never, unknown>, request.form, show),
  },
  ...(Object.entries(ACTIONS) as [MoveName, Action<never, unknown>][]).map(([move, action]) => ({
    method: 'POST' as const,
    url: `/ho-so/:code/${MOVE_PATHS[move]}`,
    permission: action.name as Permission,
    handle: (request: PageRequest) => perform(request, move, action, request.form, show),
  })),
  ...(
    [
      ['prepare-result', prepareResult, (ids: number[]) => ({ documentId: ids[0] })],
      ['attach', attachDocument, (ids: number[]) => ({ documentIds: ids })],
    ] as const
  ).map(([move, action, withFiles]) => ({
    method: 'POST' as const,
    url: `/ho-so/:code/${MOVE_PATHS[move]}`,
    permission: action.name as Permission,
    multipart: true,
    handle: async (request: PageRequest) => {
      const upload = await receiveUpload(request.raw, request.services.files, { language: request.language })
      if (upload.error) return show(request, { move, values: upload.form, error: upload.error })
      const { documentIds } =
        upload.files.length > 0
          ? await request.services.perform(request.viewer.actor, registerUploads, { files: upload.files, origin: 'upload' })
          : { documentIds: [] }
      return perform(request, move, action as never, { ...upload.form, ...withFiles(documentIds) } as never, show)
    },
  })),
]

async function perform(
  request: PageRequest,
  move: MoveName | 'instruct',
  action: Action<never, unknown>,
  form: FormValues,
  show: ShowPage,
): Promise<Reply> {
  const { services, viewer, params, language } = request
  const dossierId = await getDossierId(services.database, params.code ?? '')
  const outcome = await attempt(() => services.perform(viewer.actor, action, { ...form, dossierId }))
  if (!outcome.ok) return show(request, { move, values: form, error: outcome.error })
  const back = one(form.ve)
  return redirect(back.startsWith('/lam-viec') ? back : `/ho-so/${params.code}`, copy(language).done)
}
