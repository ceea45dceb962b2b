/** Thiết kế quy trình: the drawing of a draft. A form whose buttons go to the server; with scripts, the island answers them in the browser. */
import { findDraft, type ProcessDraft, saveProcessDraft, stepProcessDraft } from '#modules/workflow/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localTime } from '#platform/text/dates.ts'
import { Button, ButtonRow, blankForm, Flash, type FormState, failedForm, hasErrors, PageHead } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { type Line, RIGHT, readLine } from '../line.ts'
import { copy as trialCopy } from '../thu/words.ts'
import { copy as lineCopy } from '../words.ts'
import { routes as beginning, startPage } from './bat-dau/page.tsx'
import { routes as discarding } from './bo/page.tsx'
import { Designer, PANEL } from './designer.tsx'
import { addressOf, readDraft, readSetting } from './draft.ts'
import { valuesOf } from './element-form.ts'
import { routes as keeping } from './luu.ts'
import { routes as importing } from './nhap/page.tsx'
import { press } from './press.ts'
import type { DesignerState } from './setting.ts'
import { copy, doneWords } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/thiet-ke', permission: RIGHT, handle: show },
  { method: 'POST', url: '/quy-trinh/:code/thiet-ke', permission: RIGHT, handle: change },
  ...beginning,
  ...keeping,
  ...importing,
  ...discarding,
]

async function show(request: PageRequest): Promise<Reply> {
  const line = await readLine(request)
  const draft = await findDraft(request.services.database, line.procedureId)
  if (!draft) return startPage(request, line)
  const selected = request.query.chon
  return page(request, line, draft, { selected, form: blankForm(valuesOf(draft.graph, selected)) })
}

async function change(request: PageRequest): Promise<Reply> {
  const { form, language } = request
  const { line, draft } = await readDraft(request)
  const action = one(form._action)
  if (action === 'undo' || action === 'redo') return travel(request, line, draft, action)
  const setting = await readSetting(request, line, draft)
  const { graph, selected, errors, done } = press(draft.graph, form, setting)
  const told = doneWords(language)[done]
  if (done === 'wrong') return page(request, line, draft, { selected, form: failedForm(form, errors), told }, 422)
  if (graph === draft.graph) return page(request, line, draft, { selected, form: blankForm(valuesOf(graph, selected)), told })
  return save(request, line, draft, { graph, selected, told })
}

async function save(
  request: PageRequest,
  line: Line,
  draft: ProcessDraft,
  { graph, selected, told }: Pick<DesignerState, 'graph' | 'selected' | 'told'>,
): Promise<Reply> {
  const { services, viewer, form, language } = request
  const input = { processId: draft.processId, revision: one(form.revision), graph }
  const saved = await attempt(() => services.perform(viewer.actor, saveProcessDraft, input))
  if (saved.ok) return redirect(placeOf(line, selected), told)
  const [sentence] = Object.values(fieldErrors(saved.error, language))
  // What was typed stays in the form, beside the drawing that the other has saved.
  return page(request, line, draft, { selected: one(form.at) || undefined, form: blankForm(form), trouble: sentence }, saved.error.status)
}

async function travel(request: PageRequest, line: Line, draft: ProcessDraft, to: 'undo' | 'redo'): Promise<Reply> {
  const { services, viewer, form, language } = request
  const text = copy(language)
  const selected = one(form.at) || undefined
  const input = { processId: draft.processId, revision: one(form.revision), to }
  const done = await attempt(() => services.perform(viewer.actor, stepProcessDraft, input))
  if (done.ok) return redirect(placeOf(line, selected), to === 'undo' ? text.undone : text.redone)
  const trouble = done.error.code === 'record.not-found' ? text.nothingToUndo : done.error.sentence(language)
  return page(request, line, draft, { selected, form: blankForm(valuesOf(draft.graph, selected)), trouble }, done.error.status)
}

const placeOf = (line: Line, selected: string | undefined) =>
  selected === undefined ? addressOf(line) : `${addressOf(line)}?chon=${encodeURIComponent(selected)}#${PANEL}`

interface Shown {
  selected?: string
  form: FormState
  told?: string
  /** Why it was not done. */
  trouble?: string
}

async function page(request: PageRequest, line: Line, draft: ProcessDraft, shown: Shown, status?: number): Promise<Reply> {
  const { language, services, viewer } = request
  const text = copy(language)
  const setting = await readSetting(request, line, draft)
  const state: DesignerState = {
    graph: draft.graph,
    revision: draft.revision,
    selected: shown.selected,
    form: shown.form,
    canUndo: draft.canUndo,
    canRedo: draft.canRedo,
    told: shown.told,
    kept: draft.savedBy === null ? text.saved(localTime(draft.savedAt)) : text.savedBy(localTime(draft.savedAt), draft.savedBy),
  }
  const address = addressOf(line)
  return consolePage(
    request,
    {
      title: text.title(line.title),
      hasErrors: hasErrors(shown.form),
      status,
      scripts: [services.assets.designer],
      breadcrumbs: [
        { label: lineCopy(language).title, href: '/quy-trinh' },
        { label: line.title, href: `/quy-trinh/${line.slug}` },
        { label: text.crumb },
      ],
    },
    <>
      {shown.trouble && <Flash tone="failed" title={shown.trouble} />}
      <PageHead
        kicker={line.title}
        title={text.crumb}
        facts={text.draftOf(draft.version)}
        actions={
          viewer.holds('workflow.publish-process') && (
            <Button look="primary" href={`/quy-trinh/${line.slug}/cong-bo`}>
              {text.publish}
            </Button>
          )
        }
      />
      <ButtonRow>
        <Button small href={`/quy-trinh/${line.slug}/tep-bpmn?ban-nhap=1`} download>
          {text.download}
        </Button>
        <Button small href={`${address}/nhap`}>
          {text.import}
        </Button>
        <Button small href={`/quy-trinh/${line.slug}/thu`}>
          {trialCopy(language).title}
        </Button>
        <Button small href={`${address}/bo`}>
          {text.discard}
        </Button>
      </ButtonRow>
      <div id="thiet-ke" data-setting={JSON.stringify(setting)} data-state={JSON.stringify(state)}>
        <Designer setting={setting} state={state} />
      </div>
    </>,
  )
}
