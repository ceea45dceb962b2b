/**
 * One trial, clicked through: the dossier as it stands at the trial's moment, what can be done with it, the clock that is moved by hand, and what is asserted after each act. Each
 * press is kept at once; without scripts as with them.
 */
import {
  MAX_STEPS,
  possibleActs,
  type Replay,
  replay,
  saveTrial,
  type Trial,
  type TrialSetting,
  trialLines,
  trialSetting,
} from '#modules/workflow/index.ts'
import { attempt, type FormValues, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { Button, blankForm, ErrorSummary, Flash, type FormState, failedForm, hasErrors, PageHead } from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { RIGHT } from '../../line.ts'
import { StandingTag } from '../standing.tsx'
import { crumbsOf, readTrial } from '../trial-line.ts'
import { copy } from '../words.ts'
import { ActsPanel } from './acts-panel.tsx'
import { AssertPanel, ClockPanel, CoursePanel, DossierPanel } from './parts.tsx'
import { press } from './press.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/thu/:id', permission: RIGHT, handle: show },
  { method: 'POST', url: '/quy-trinh/:code/thu/:id', permission: RIGHT, handle: change },
]

interface Played {
  pages: Awaited<ReturnType<typeof readTrial>>['pages']
  trial: Trial
  /** None while the drawing has faults. */
  play?: { setting: TrialSetting; done: Replay }
}

async function readPlayed(request: PageRequest): Promise<Played> {
  const { pages, trial } = await readTrial(request)
  const { process } = pages.version
  if (!process) return { pages, trial }
  const setting = await trialSetting(request.services.database, trial, process)
  return { pages, trial, play: { setting, done: replay(setting, trial.steps) } }
}

async function show(request: PageRequest): Promise<Reply> {
  return page(request, await readPlayed(request), blankForm({}))
}

async function change(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const text = copy(language)
  const played = await readPlayed(request)
  const { trial, play, pages } = played
  const pressed = press(form, trial.steps, play?.done.steps ?? [])
  if (pressed.kind === 'wrong') return page(request, played, failedForm(form, { [pressed.field]: text[pressed.word] }), 422)
  if (pressed.steps.length > MAX_STEPS) return page(request, played, failedForm(form, { _: text.tooMany(MAX_STEPS) }), 422)
  // An act that would be refused is answered, not kept.
  if (play && pressed.steps.length >= trial.steps.length && !one(form._action).startsWith('drop')) {
    const tried = replay(play.setting, pressed.steps).steps.at(-1)
    if (tried?.refusal) return page(request, played, failedForm(form, { [fieldOf(form)]: tried.refusal.sentence(language) }), 422)
  }
  const input = { trialId: trial.id, revision: one(form.revision), steps: pressed.steps }
  const saved = await attempt(() => services.perform(viewer.actor, saveTrial, input))
  if (!saved.ok) return page(request, played, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
  return redirect(`${pages.address}/${trial.id}#${PLACES[one(form._action).split(':')[0] ?? ''] ?? 'ho-so'}`)
}

const fieldOf = (form: FormValues): string => (one(form._action) === 'go' ? 'goDate' : '_')

/** Where the page is gone on with after a press. */
const PLACES: Record<string, string> = { assert: 'khang-dinh', 'expect-state': 'dien-bien', 'expect-due': 'dien-bien', drop: 'dien-bien' }

async function page(request: PageRequest, { pages, trial, play }: Played, state: FormState, status?: number): Promise<Reply> {
  const { services, language } = request
  const text = copy(language)
  const { version, address, line } = pages
  const own = (await trialLines(services.database, trial.templateId, version.id)).find(({ id }) => id === trial.id)
  const last = play?.done.steps.at(-1)
  const now = new Date(trial.steps.at(-1)?.at ?? trial.savedAt)
  const hidden = { revision: String(trial.revision) }
  const general = state.errors._
  return consolePage(
    request,
    { title: trial.name, status, hasErrors: hasErrors(state), breadcrumbs: crumbsOf(request, pages, trial.name) },
    <>
      {general ? <Flash tone="failed" title={general} /> : <ErrorSummary state={state} />}
      <PageHead
        kicker={line.title}
        title={trial.name}
        state={<StandingTag standing={own?.standing ?? 'not-run'} language={language} />}
        facts={text.on(version.version, version.isDraft)}
        actions={
          <>
            <Button href={`${address}/${trial.id}/bo`}>{text.delete}</Button>
            <Button href={`${address}/${trial.id}/sua`}>{text.edit}</Button>
          </>
        }
      />
      {own?.standing === 'red' && (
        <Flash tone="failed" title={text.isRed}>
          {own.failure && <p>{own.failure[language]}</p>}
        </Flash>
      )}
      {play ? (
        <>
          <DossierPanel request={request} setting={play.setting} done={play.done} now={now} />
          {play.done.dossier && !last?.refusal && (
            <>
              <ActsPanel
                acts={possibleActs(play.setting, play.done.dossier, now)}
                graph={version.graph}
                hidden={hidden}
                state={state}
                language={language}
              />
              <ClockPanel setting={play.setting} dossier={play.done.dossier} now={now} hidden={hidden} state={state} language={language} />
            </>
          )}
          {last?.seen && (
            <AssertPanel step={last.step} seen={last.seen} graph={version.graph} hidden={hidden} state={state} language={language} />
          )}
        </>
      ) : (
        <Flash tone="warning" title={text.unsound} />
      )}
      <CoursePanel trial={trial} results={play?.done.steps} graph={version.graph} hidden={hidden} language={language} />
    </>,
  )
}
