/**
 * What can be said in a dossier's list of actions. Each entry is a fact that happened, in words that never change their meaning: state, dates and tasks are computed
 * from them. Facts hold references, dates and official acts; people's personal data stays in `party`.
 */
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

export type StepKind = 'reception' | 'assignment' | 'appraisal' | 'review' | 'signature' | 'issue' | 'return'

export interface OpenedTask {
  number: number
  stepId: number
  kind: StepKind
  stepName: string
  unitId: number
  roleId: number
  assigneeId?: number
  dueAt: string
}

export type DossierFact =
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
  | { kind: 'task-completed'; number: number; officerId?: number; comment?: string }
  | { kind: 'task-sent-back'; number: number; officerId?: number; reason: string; toStepId: number }
  | { kind: 'noted'; noteId: number; taskNumber?: number }
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
  | { kind: 'paper-issued'; paperId: number; form: string; number: string }

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
