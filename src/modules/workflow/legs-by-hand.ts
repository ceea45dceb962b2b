/** The facts of asking other agencies by hand, outside the process: each is asked by a task of its own with a clock of its own, out of the process's way. Pure. */
import type { UnitCalendars } from '#modules/calendar/index.ts'
import type { AskedKind, DossierAction, DossierFact, HeldDossier, OpenedTask, Way } from '#modules/dossier/index.ts'
import { openedTask } from './advance.ts'
import { openTasks, positionOf, type Task, tasksOf } from './tasks.ts'

/** Who has to answer. */
export interface LegPlace {
  unitId: number
  roleId?: number
  assigneeId?: number
}

/** `workingDays`: to answer, from now, by the calendar of the unit that has to. */
export function legTask(
  at: { calendars: UnitCalendars; now: Date },
  { asked, agency, workingDays }: { asked: AskedKind; agency: string; workingDays: number },
  { unitId, roleId, assigneeId }: LegPlace,
  number: number,
): OpenedTask {
  return openedTask(at, {
    number,
    kind: 'leg',
    asked,
    stepName: `${LEG_NAMES[asked]}: ${agency}`,
    unitId,
    ...(roleId === undefined ? {} : { roleId }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
    limit: { amount: workingDays, unit: 'working-day' },
  })
}

const LEG_NAMES: Record<AskedKind, string> = {
  consultation: 'Cho ý kiến',
  interoperation: 'Phối hợp giải quyết',
  tax: 'Xác định nghĩa vụ tài chính',
}

/** Of an agency that does not work in this system: who asked waits for its answer on paper and records it. */
export function whoAsks(dossier: Pick<HeldDossier, 'actions' | 'settlingUnitId'>, officerId?: number): LegPlace {
  const open = openTasks(dossier.actions)
  const own = officerId === undefined ? undefined : open.find(({ assigneeId }) => assigneeId === officerId)
  const last = own ?? open[0] ?? tasksOf(dossier.actions).at(-1)
  return { unitId: last?.unitId ?? dossier.settlingUnitId, roleId: last?.roleId, assigneeId: own?.assigneeId }
}

/** The process stands where it stood; the numbers of the new tasks are used up. */
export function wayBesides({ actions }: Pick<HeldDossier, 'actions'>, opened: number): Way {
  const position = positionOf(actions)
  return { position: { ...position, next: position.next + opened }, taken: [] }
}

/** `next`: of agencies asked one after the other, the one whose turn it is now; it is open before this one is closed, so that the dossier is never seen without them. */
export function answeredFacts(
  dossier: Pick<HeldDossier, 'actions'>,
  { number }: Pick<Task, 'number'>,
  { comment, next }: { comment?: string; next?: OpenedTask },
): DossierFact[] {
  const done: DossierFact = { kind: 'task-completed', number, comment }
  return next
    ? [
        { kind: 'task-opened', task: next },
        { ...done, way: wayBesides(dossier, 1) },
      ]
    : [done]
}

/** Ends what was asked for without a word from those asked: the transition is the answer itself, or they are left behind. `numbers`: of the tasks. */
export function endedLegs(dossier: Pick<HeldDossier, 'actions'>, numbers: readonly number[], outcome: 'answered' | 'left'): DossierFact[] {
  const open = new Set(openTasks(dossier.actions).map(({ number }) => number))
  return numbers
    .filter((number) => open.has(number))
    .map((number) => (outcome === 'answered' ? { kind: 'task-completed', number } : { kind: 'task-cancelled', number, reason: 'branch' }))
}

/** Opinions are in by themselves when the last one is; liên thông by hand ends when its last task closes, because the state is read from what is open. */
export const isLastOpinion = ({ actions, state }: Pick<HeldDossier, 'actions' | 'state'>): boolean =>
  state.state === 'IN_CONSULTATION' && openLegsByHand(actions).length === 0

/** What was asked of other agencies by hand, in the order of its asking, answered or not. */
export const legsByHand = (actions: readonly DossierAction[]): Task[] =>
  tasksOf(actions).filter(({ kind, node }) => kind === 'leg' && node === undefined)

export const openLegsByHand = (actions: readonly DossierAction[]): Task[] => legsByHand(actions).filter(({ closedAt }) => !closedAt)

/** What the process asks other agencies for is the process's to end; all else its lead may end. */
export const areLegsByHandAlone = (actions: readonly DossierAction[]): boolean =>
  openTasks(actions).every(({ kind, node }) => kind !== 'leg' || node === undefined)
