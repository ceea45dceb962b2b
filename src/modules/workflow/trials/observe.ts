/** What can be seen of a dossier after an act: the same of a trial and of a real one, so that what was recorded can be compared. Pure. */
import {
  type DossierState,
  type LifeState,
  nationalCodeOf,
  type PaperKey,
  pausedSince,
  type TaskKind,
  type TransitionId,
  transitionById,
} from '#modules/dossier/index.ts'
import type { DossierUnits } from '../advance.ts'
import type { MessageKind } from '../announce.ts'
import { ANNOUNCED } from '../announced.ts'
import type { LaneFill } from '../bindings.ts'
import { type Process, waitingAt } from '../process.ts'
import { openTasks, type Task } from '../tasks.ts'
import { type Holder, keyOf, keyOfTask, type TrialAct } from './trial.ts'

export interface Observation {
  state: LifeState
  national: number
  open: OpenSeen[]
  /** Nothing before reception, and while the clock stands still. */
  dueAt: Date | null
  /** Of the act that was just done. */
  papers: PaperKey[]
  messages: MessageKind[]
}

export interface OpenSeen {
  key: string
  name: string
  kind: TaskKind
  role?: string
  place: 'receiving' | 'settling' | 'other'
  holder: Holder
  dueAt: Date
}

interface Seen {
  actions: Parameters<typeof openTasks>[0]
  state: DossierState
}

export function observe(
  { actions, state }: Seen,
  given: { process: Process; units: DossierUnits; fills: ReadonlyMap<string, LaneFill> },
  told: { papers: PaperKey[]; messages: MessageKind[] },
): Observation {
  return {
    state: state.state,
    national: nationalCodeOf(state.state) ?? 1,
    open: openTasks(actions).map((task) => openSeen(keyOfTask(actions, task), task, given)),
    dueAt: state.clock && !pausedSince(state) ? state.clock.dueAt : null,
    ...told,
  }
}

function openSeen(key: string, task: Task, { process, units, fills }: Parameters<typeof observe>[1]): OpenSeen {
  const role = [...process.roleIds].find(([, id]) => id === task.roleId)?.[0]
  const place = task.unitId === units.settlingUnitId ? 'settling' : task.unitId === units.receivingUnitId ? 'receiving' : 'other'
  return {
    key,
    name: task.stepName,
    kind: task.kind,
    ...(role === undefined ? {} : { role }),
    place,
    holder: holderOf(task, process, fills),
    dueAt: task.dueAt,
  }
}

function holderOf({ assigneeId, node, leg }: Task, process: Process, fills: ReadonlyMap<string, LaneFill>): Holder {
  if (assigneeId === undefined) return 'role'
  const lane = node === undefined ? undefined : waitingAt(process, node, leg).lane
  return lane && fills.get(lane.key)?.officerId === assigneeId ? 'binding' : 'person'
}

/** Which rows of the table of transitions the act is. */
export function transitionsOf(act: TrialAct, before: Seen | undefined, after: Seen): TransitionId[] {
  switch (act.kind) {
    case 'file':
      return ['file-online']
    case 'receive':
      return [before ? 'accept-online' : 'receive-at-desk', ...(act.forwards ? (['forward'] as const) : [])]
    case 'complete':
      return stepTransition(before && openTasks(before.actions).find((task) => keyOf(task) === keyOf(act))?.kind, after.state.state)
    case 'issue':
      return ['issue-result']
    case 'return':
      return ['return-result']
    case 'send-back':
      return ['send-back']
    case 'transition':
      return [act.id]
    case 'answer':
      return before?.state.state === 'IN_CONSULTATION' && after.state.state !== 'IN_CONSULTATION' ? ['end-consultation'] : []
    case 'issue-correction':
    case 'prepare-result':
    case 'wait':
      return []
  }
}

function stepTransition(kind: TaskKind | undefined, after: LifeState): TransitionId[] {
  if (kind === 'reception') return ['forward']
  if (kind === 'assignment') return ['assign']
  if (kind === 'signature') return ['approve']
  return (kind === 'appraisal' || kind === 'review') && after === 'AWAITING_SIGNATURE' ? ['submit'] : []
}

/** The papers that an act lays and the messages it announces, as the table of transitions says. */
export function toldBy(act: TrialAct, before: Seen | undefined, after: Seen): { papers: PaperKey[]; messages: MessageKind[] } {
  const ids = transitionsOf(act, before, after)
  const tells = act.kind === 'transition' ? [] : besideTheTable(act, before, after)
  return {
    papers: [
      ...new Set([
        ...ids.flatMap((id) => transitionById(id).papers),
        ...(asksOpinion(act, before) ? (['CONSULTATION_LETTER'] as const) : []),
      ]),
    ],
    messages: [...ids.flatMap((id) => ANNOUNCED[id] ?? []), ...tells],
  }
}

/** Messages of acts that are no transition. */
function besideTheTable(act: TrialAct, before: Seen | undefined, after: Seen): MessageKind[] {
  if (act.kind === 'issue-correction') return ['result-available']
  return (act.kind === 'complete' || act.kind === 'answer') && opensLegs(before, after) ? ['leg-sent'] : []
}

/** The next of those who are asked for their opinion one after the other gets its letter. */
const asksOpinion = (act: TrialAct, before: Seen | undefined): boolean =>
  act.kind === 'answer' && act.next !== undefined && before?.state.state === 'IN_CONSULTATION'

const opensLegs = (before: Seen | undefined, after: Seen): boolean => {
  const known = new Set(before ? openTasks(before.actions).map(({ number }) => number) : [])
  return openTasks(after.actions).some(({ number, kind }) => kind === 'leg' && !known.has(number))
}
