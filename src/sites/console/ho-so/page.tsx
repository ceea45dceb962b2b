/** One dossier: where it stands, what can be done now and by whom, and its parts in tabs that are links. */
import { calendarOf } from '#modules/calendar/index.ts'
import { getDossier, stateWords } from '#modules/dossier/index.ts'
import { dueLights } from '#modules/organization/index.ts'
import { findDraft } from '#modules/results/index.ts'
import { latenessExcuseOf, legsOf } from '#modules/settlement/index.ts'
import { situationOf } from '#modules/workflow/index.ts'
import type { AppError } from '#platform/errors.ts'
import { fieldErrors } from '#platform/http/forms.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { ErrorSummary, type FormState, failedForm, PageHead, Panel, TabLinks } from '#ui/index.ts'
import { leftWords, unitIdsOf } from '../due.tsx'
import { consolePage } from '../layout.tsx'
import { LegsTable } from '../lien-thong/legs-table.tsx'
import { choicesFor } from './choices.ts'
import { routes as expertRoutes, mayAskExperts } from './chuyen-gia/page.tsx'
import { ClockPanel, readCharged } from './clock-panel.tsx'
import { DossierDue } from './dossier-due.tsx'
import { routes as undoRoutes } from './hoan-tac/page.tsx'
import { routes as fromTemplate } from './lap-tu-mau/page.tsx'
import { LateExcuse } from './late-excuse.tsx'
import { Moves } from './moves.tsx'
import { NoStep } from './no-step.tsx'
import { postRoutes } from './posts.ts'
import { readTab } from './read-tab.ts'
import { ResultFiles } from './result-files.tsx'
import { searchRoutes } from './search.tsx'
import { readSteering, SteeringPanel } from './steering.tsx'
import { TabContent, type TabName, tabNames } from './tabs.tsx'
import { CHARGE_RIGHT, routes as chargeRoutes } from './tinh-cho/page.tsx'
import { OfferedActs, offeredTo } from './viec/offered.tsx'
import { routes as actRoutes } from './viec/registry.ts'
import { copy } from './words.ts'

export const routes: Route[] = [
  ...searchRoutes,
  { method: 'GET', url: '/ho-so/:code', permission: 'signed-in', handle: (request) => dossierPage(request) },
  ...postRoutes(dossierPage),
  ...fromTemplate,
  ...undoRoutes,
  ...expertRoutes,
  ...chargeRoutes,
  ...actRoutes,
]

/** A move that was refused: which one, what was typed, and why. */
export interface RefusedMove {
  move: string
  values: FormState['values']
  error: AppError
}

async function dossierPage(request: PageRequest, refused?: RefusedMove): Promise<Reply> {
  const { services, viewer, now, language, params, query } = request
  const { database } = services
  const text = copy(language)
  const dossier = await getDossier(database, params.code ?? '', { actor: viewer.actor, now })
  const legs = dossier.actions.some(({ fact }) => fact.kind === 'task-opened' && fact.task.kind === 'leg')
    ? await legsOf(database, dossier.id)
    : []
  const situation = await situationOf(database, dossier, viewer.actor, now, Number(query.buoc) || undefined)
  const tab = tabNames.find((name) => name === query.phan) ?? 'noi-dung'
  const choices = await choicesFor(database, dossier, situation, now, language)
  const state = refused && failedForm(refused.values, fieldErrors(refused.error, language))
  const left = await leftWords(database, now, language)
  const [calendar, thresholds] = await Promise.all([calendarOf(database, unitIdsOf(dossier.settlingUnit.path)), dueLights(database)])
  const charged = await readCharged(request, dossier)
  const excuse = dossier.state.isLatenessAnswered ? await latenessExcuseOf(database, dossier.id) : undefined
  const labels: Record<TabName, string> = {
    'noi-dung': text.content,
    'thanh-phan': text.components,
    'qua-trinh': text.course,
    'giay-to': text.papers,
    'trao-doi': text.notes,
  }
  return consolePage(
    request,
    { title: text.title(dossier.code), hasErrors: state !== undefined, status: refused?.error.status },
    <>
      {state && <ErrorSummary state={state} />}
      <PageHead
        kicker={dossier.procedure.name}
        title={
          <>
            <span class="code">{dossier.code}</span>: {dossier.owner.name}
          </>
        }
        state={stateWords(language)[dossier.state.state]}
        facts={<DossierDue dossier={dossier} left={left} now={now} calendar={calendar} thresholds={thresholds} language={language} />}
      />
      {charged && (
        <ClockPanel
          view={charged}
          language={language}
          chargeHref={viewer.holds(CHARGE_RIGHT) ? `/ho-so/${dossier.code}/tinh-cho` : undefined}
        />
      )}
      {excuse && <LateExcuse excuse={excuse} language={language} />}
      <Panel title={text.now} id="viec" boxed>
        {situation.open ? (
          <p>
            {text.holder(
              situation.open.task.stepName,
              situation.open.unitName,
              situation.open.holderName ? text.heldBy(situation.open.holderName) : text.nobody,
            )}
          </p>
        ) : (
          <NoStep dossier={dossier} mayReceive={viewer.holds('intake.receive')} language={language} />
        )}
        <ResultFiles dossier={dossier} draft={await findDraft(database, dossier.id)} language={language} />
        <Moves
          situation={situation}
          dossier={dossier}
          choices={choices}
          language={language}
          refused={refused && state ? { move: refused.move, state } : undefined}
        />
        <OfferedActs offered={await offeredTo(request, dossier)} language={language} />
        {(await mayAskExperts(request, dossier)) && (
          <p>
            <a href={`/ho-so/${dossier.code}/chuyen-gia`}>{text.experts}</a>
          </p>
        )}
      </Panel>
      <SteeringPanel
        request={request}
        dossier={dossier}
        {...(await readSteering(request, dossier))}
        officers={choices.readers}
        state={refused?.move === 'instruct' ? state : undefined}
      />
      {legs.length > 0 && (
        <Panel title={text.legs} id="phoi-hop">
          <LegsTable rows={legs} language={language} now={now} withAnswers />
        </Panel>
      )}
      <TabLinks
        label={text.tabs}
        tabs={tabNames.map((name) => ({ label: labels[name], href: `/ho-so/${dossier.code}?phan=${name}`, current: name === tab }))}
      />
      <TabContent tab={tab} request={request} dossier={dossier} view={await readTab(request, dossier, tab)} />
    </>,
  )
}
