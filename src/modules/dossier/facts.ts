/**
 * What can be said in a dossier's list of actions. Each entry is a fact that happened, in words that never change their meaning: state, dates and tasks are computed
 * from them. Facts hold references, dates and official acts; people's personal data stays in `party`.
 */
import type { ClockAction } from './clock/entries.ts'
import type { TransitionId } from './transitions/table.ts'

export type Channel = 'counter' | 'online' | 'post'
export type ReturnMethod = 'counter' | 'post' | 'electronic'

/** The limit and counting rules the dossier was received under; later changes of the catalogue do not touch it (domain.md §2.3). */
export interface TimePromise {
  /** When the clock starts (cut-off rules applied). */
  clockStartedAt: string
  limit: { amount: number; unit: 'hour' | 'working-day' | 'calendar-day' | 'month' }
  mode: 'carry' | 'end'
  cutoff?: string
  lastHourRule?: boolean
  dueAt: string
}

/** A step of the process. */
export type StepKind = 'reception' | 'assignment' | 'appraisal' | 'review' | 'signature' | 'issue' | 'return'
/** leg: another agency's part, or its opinion · timer: a time that must pass · outside: an expert who is no officer. */
export type TaskKind = StepKind | 'leg' | 'timer' | 'outside'

/** What another agency is asked for by hand, outside the process: its opinion, its part of the matter, what is to be paid. */
export type AskedKind = 'consultation' | 'interoperation' | 'tax'

export interface OpenedTask {
  /** Of the process's token; never used twice in a dossier. */
  number: number
  /** In the graph; absent for a leg that the process does not know (asked for by hand), and in facts of before graphs. */
  node?: string
  /** In facts of before graphs, instead of the node. */
  stepId?: number
  /** Of the node's legs, which one. */
  leg?: string
  kind: TaskKind
  /** Of a leg that was asked for by hand. */
  asked?: AskedKind
  stepName: string
  unitId: number
  /** None for a timer. */
  roleId?: number
  assigneeId?: number
  dueAt: string
  /** How the due time was counted; absent in facts of before graphs. */
  promise?: TimePromise
}

/** Where a dossier stands in its process after a fact, and the ways taken to there (`workflow/graph/position.ts`). */
export interface Way {
  position: { next: number; tokens: { id: number; node: string; leg?: string; branch?: string }[]; ended?: string }
  taken: string[]
}

/** What was given for a transition: references and official acts; the long texts stand in the transition's own table. */
export interface TransitionFact {
  kind: 'transition'
  id: TransitionId
  /** Of the list of reasons. */
  reasonCode?: string
  text?: string
  /** Which request, leg, obligation or apology of the dossier it is about. */
  number?: number
  /** The officer who decided, where that is not who recorded it. */
  decidedById?: number
  /** An amount in đồng. */
  amount?: number
  /** Passed on: the one-stop unit that has it now. */
  unitId?: number
  /** Passed on: who settles it now. */
  settlingUnitId?: number
  way?: Way
}

export type DossierFact =
  /** Online, with the clock of its reception; the dossier exists before it is received. */
  | {
      kind: 'filed'
      code: string
      channel: Channel
      procedureVersionId: number
      procedureCaseId: number
      receivingUnitId: number
      settlingUnitId: number
      /** Of the reception's clock; absent where the desk refuses at once. */
      promise?: TimePromise
    }
  | TransitionFact
  | ClockAction
  | {
      kind: 'received'
      code: string
      channel: Channel
      procedureVersionId: number
      procedureCaseId: number
      receivingUnitId: number
      settlingUnitId: number
      processId: number
      promise: TimePromise
    }
  | { kind: 'task-opened'; task: OpenedTask }
  | { kind: 'task-claimed'; number: number; officerId: number }
  | { kind: 'task-handed-over'; number: number; toOfficerId: number; reason: string }
  /** Back to its role: whoever holds the role may claim it. */
  | { kind: 'task-released'; number: number; fromOfficerId: number; reason: string }
  | { kind: 'task-completed'; number: number; officerId?: number; comment?: string; verdict?: Verdict; way?: Way }
  | { kind: 'task-sent-back'; number: number; officerId?: number; reason: string; toStepId?: number; toNode?: string; way?: Way }
  /** Another branch came first, the work went back before it, or the dossier ended. */
  | { kind: 'task-cancelled'; number: number; reason: 'branch' | 'sent-back' | 'ended' }
  | { kind: 'noted'; noteId: number; taskNumber?: number }
  /** Ý kiến chỉ đạo and what became of it; its words and addressee stand in `instruction`. */
  | { kind: 'instructed'; instructionId: number; dueAt: string }
  | { kind: 'instruction-acknowledged' | 'instruction-withdrawn'; instructionId: number }
  | { kind: 'instruction-answered'; instructionId: number; answerId: number; isFinal: boolean }
  /** Somebody who is no officer was asked, by a link that ends; her name and the question stand in `expert_invitation`. */
  | { kind: 'expert-invited' | 'expert-uninvited' | 'expert-answered'; invitationId: number; taskNumber: number }
  | { kind: 'document-added'; documentId: number; purpose: 'component' | 'working' | 'result'; taskNumber?: number }
  | { kind: 'result-prepared'; resultId: number; name: string; documentId?: number }
  /** The number from the unit's register; from here the result exists and the legal clock has stopped. */
  | { kind: 'result-issued'; resultId: number; number: number; symbol: string; finishedAt: string }
  | {
      kind: 'result-returned'
      method: ReturnMethod
      /** How the receiver was known: the receipt, an identity paper, or an authorisation. */
      proof: 'receipt' | 'identity' | 'authorization'
      originalsReturned: boolean
    }
  /** Minutes that were the post's or a broken exchange's, whoever had the dossier; no date moves. */
  | { kind: 'time-charged'; payer: (typeof CHARGEABLE)[number]; from: string; to: string; reason: string }
  /** The act of these actions, the last one then, was taken back: nothing is computed from it any more (`in-force.ts`). */
  | { kind: 'undone'; from: number; to: number; reason: string }
  | { kind: 'paper-issued'; paperId: number; form: string; number: string }

/** Payers that no step of a dossier names: somebody has to say so. */
export const CHARGEABLE = ['post', 'exchange-fault'] as const

/** What an appraisal finds; processes ask about it. */
export type Verdict = 'fit' | 'unfit'

export type FactOf<Kind extends DossierFact['kind']> = Extract<DossierFact, { kind: Kind }>

/** One entry of the list as it is stored. */
export interface DossierAction {
  sequence: number
  at: Date
  actorKind: string
  actorId: number | null
  fact: DossierFact
  hash: string
}
