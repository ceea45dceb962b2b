/**
 * Which acts the holder of a step may make beside completing it. A process may keep these to some of its steps; what the law gives leaders, applicants or the system (extension,
 * refusal, stop, withdrawal, lateness) is not a process's to withhold. Pure.
 */
import type { DossierAction, TransitionId } from '#modules/dossier/index.ts'
import { workflowErrors } from './errors.ts'
import type { ProcessGraph } from './graph/graph.ts'
import { isStepAct, type StepAct } from './graph/step-acts.ts'
import { openTasks } from './tasks.ts'

/** The steps that are open, none of which lets this be done; nothing where one does, or nothing is said of it. */
export function stepsWithholding(
  { nodes }: Pick<ProcessGraph, 'nodes'>,
  actions: readonly DossierAction[],
  id: TransitionId,
): { stepName: string }[] {
  if (!isStepAct(id)) return []
  const open = openTasks(actions).flatMap((task) => {
    const node = nodes.find((each) => each.id === task.node)
    return node?.kind === 'step' ? [{ stepName: task.stepName, allows: allows(node.actions, id) }] : []
  })
  return open.some(({ allows: isAllowed }) => isAllowed) ? [] : open
}

const allows = (listed: readonly string[] | undefined, id: StepAct): boolean => listed === undefined || listed.includes(id)

/** @throws AppError `workflow.not-of-step` */
export function insistOfStep(graph: Pick<ProcessGraph, 'nodes'>, actions: readonly DossierAction[], id: TransitionId): void {
  const [step] = stepsWithholding(graph, actions, id)
  if (step) workflowErrors.fail('workflow.not-of-step', { parameters: { step: step.stepName } })
}
