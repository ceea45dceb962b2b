/**
 * The one way to make a transition that is no step of the process (T1–T23, docs/transitions.md): refuses it with the reason and the article, moves the dossier's clock and the
 * clocks of its open steps with it, and closes what nobody needs to do any more.
 */
import { type UnitCalendars, unitCalendars } from '#modules/calendar/index.ts'
import type { DossierAction, DossierFact, HeldDossier, TransitionFact, TransitionId } from '#modules/dossier/index.ts'
import type { Work } from '#platform/action.ts'
import { appendWithTasks } from './advance.ts'
import { isStepAct } from './graph/step-acts.ts'
import { getProcess } from './queries/process.ts'
import { insistOfStep } from './step-acts.ts'
import { openTasks } from './tasks.ts'
import { type Given, transitionFacts } from './transition-facts.ts'

export interface TransitOptions {
  details?: Omit<TransitionFact, 'kind' | 'id' | 'way'>
  /** Facts that belong to the same act, after the transition: tasks that open, papers that were laid. */
  also?(calendars: UnitCalendars): DossierFact[] | Promise<DossierFact[]>
  /** Where the process stands after it. */
  way?: TransitionFact['way']
}

/**
 * @throws AppError `workflow.not-of-step`; `workflow.refused` with the sentence and the article of the first guard that does not hold
 * @returns the actions that were added, the transition first
 */
export async function transit(
  work: Pick<Work, 'tx' | 'send' | 'actor' | 'now'>,
  dossier: HeldDossier,
  id: TransitionId,
  given: Given = {},
  { details = {}, also, way }: TransitOptions = {},
): Promise<DossierAction[]> {
  const { processId } = dossier.state
  if (processId !== undefined && isStepAct(id)) insistOfStep((await getProcess(work.tx, processId)).graph, dossier.actions, id)
  const tasks = openTasks(dossier.actions)
  const calendars = await unitCalendars(work.tx, [
    ...new Set([dossier.settlingUnitId, dossier.receivingUnitId, ...tasks.map(({ unitId }) => unitId)]),
  ])
  const facts = transitionFacts(dossier, id, { calendars, now: work.now }, given, { details, way })
  return appendWithTasks(work, dossier, ...facts, ...((await also?.(calendars)) ?? []))
}
