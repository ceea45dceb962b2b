/**
 * A trial (kịch bản thử): a dossier that an administrator lets live on a process, with its moments, and what must be true of it after each act. Plain data without any person
 * in it; `replay.ts` says what comes of it.
 */
import { z } from 'zod'
import { type AskedKind, type DossierAction, LIFE_STATE_NAMES, PAPER_KEYS, type TransitionId } from '#modules/dossier/index.ts'
import { MESSAGE_KINDS } from '../announce.ts'
import { legsByHand } from '../legs-by-hand.ts'
import type { Task } from '../tasks.ts'

const key = z.string().min(1).max(130)
const node = z.string().min(1).max(60)
const moment = z.iso.datetime()

/** Transitions that are no step of the process. What passes the dossier on to another authority, whose process is another, is not played. */
export const TRIAL_TRANSITIONS = [
  'ask-supplement-before-reception',
  'resubmit',
  'refuse-online',
  'settle-on-the-spot',
  'settle-at-once',
  'ask-supplement',
  'accept-supplement',
  'close-unanswered',
  'verify',
  'verified',
  'consult',
  'end-consultation',
  'interoperate',
  'end-interoperation',
  'ask-tax',
  'no-obligation',
  'notify-obligation',
  'request-payment',
  'confirm-payment',
  'extend',
  'find-overdue',
  'apologise-late',
  'excuse-lateness',
  'request-withdrawal',
  'confirm-withdrawal',
  'decline-withdrawal',
  'stop-unresolvable',
  'refuse-after-appraisal',
  'post-result',
  'post-delivered',
  'post-came-back',
  'replace-before-return',
  'begin-correction',
  'end-correction',
  'record-loss',
] as const satisfies readonly TransitionId[]

export const isPlayed = (id: TransitionId): id is (typeof TRIAL_TRANSITIONS)[number] =>
  (TRIAL_TRANSITIONS as readonly string[]).includes(id)

/** Transitions that ask other agencies, and what for. */
export const ASKED = { consult: 'consultation', interoperate: 'interoperation', 'ask-tax': 'tax' } as const satisfies Partial<
  Record<TransitionId, AskedKind>
>
export const isAsking = (id: TransitionId): id is keyof typeof ASKED => id in ASKED

const workingDays = z.number().int().min(1).max(60)

/** An agency that is asked for something by hand, and who answers there; absent: one outside the system, whose answer on paper is recorded by who asked. */
export const TrialLeg = z.strictObject({
  workingDays,
  place: z
    .strictObject({
      unitId: z.number().int().positive(),
      /** Code. */
      role: z.string().min(1).max(60),
      /** It was somebody's in particular. */
      isHeld: z.literal(true).optional(),
    })
    .optional(),
})
export type TrialLeg = z.infer<typeof TrialLeg>

/** As many agencies may be asked at once. */
export const MAX_TRIAL_LEGS = 20

export const TrialAct = z.discriminatedUnion('kind', [
  /** The filing on the portal, before anybody has received it. */
  z.strictObject({ kind: z.literal('file') }),
  /** At the desk, or of an online filing. `forwards`: the reception is done in the same moment. */
  z.strictObject({ kind: z.literal('receive'), forwards: z.boolean() }),
  /** A step, another agency's leg, an outside expert's answer. */
  z.strictObject({
    kind: z.literal('complete'),
    node,
    leg: node.optional(),
    verdict: z.enum(['fit', 'unfit']).optional(),
    /** The lead of several branches does not wait for the others. */
    goesOn: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('prepare-result') }),
  z.strictObject({ kind: z.literal('issue'), node }),
  z.strictObject({ kind: z.literal('return'), node }),
  z.strictObject({ kind: z.literal('send-back'), node, toNode: node }),
  /** A transition that is no step of the process. */
  z.strictObject({
    kind: z.literal('transition'),
    id: z.enum(TRIAL_TRANSITIONS),
    /** A leader decided what otherwise could not be done any more. */
    byLeader: z.literal(true).optional(),
    /** Of an extension. */
    newDueAt: moment.optional(),
    /** Of what asks other agencies, all at once. */
    legs: z.array(TrialLeg).min(1).max(MAX_TRIAL_LEGS).optional(),
    /** To correct a result. */
    workingDays: workingDays.optional(),
  }),
  /** What an agency was asked for by hand is in; `leg`: the how-manieth of the dossier, from 1. `next`: they are asked one after the other, and it is this one's turn. */
  z.strictObject({ kind: z.literal('answer'), leg: z.number().int().min(1).max(200), next: TrialLeg.optional() }),
  /** The corrected result is signed and numbered. */
  z.strictObject({ kind: z.literal('issue-correction') }),
  /** Nobody does anything until then; times that pass by themselves pass. */
  z.strictObject({ kind: z.literal('wait') }),
])
export type TrialAct = z.infer<typeof TrialAct>

/** Who holds a step: whoever has the role, the officer whom the binding names, or somebody it was given to (assigned, or had it before). */
export const HOLDERS = ['role', 'binding', 'person'] as const
export type Holder = (typeof HOLDERS)[number]

export const Assertion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), state: z.enum(LIFE_STATE_NAMES as [string, ...string[]]) }),
  z.strictObject({ kind: z.literal('national'), code: z.number().int().min(1).max(10) }),
  /** Exactly these steps are open; keys as `keyOf`. */
  z.strictObject({ kind: z.literal('open'), nodes: z.array(key).max(40) }),
  z.strictObject({
    kind: z.literal('who'),
    node: key,
    /** Code of the role; none for a timer. */
    role: z.string().max(60).optional(),
    place: z.enum(['receiving', 'settling', 'other']),
    holder: z.enum(HOLDERS),
  }),
  z.strictObject({ kind: z.literal('step-due'), node: key, at: moment }),
  /** Nothing: no date is promised. */
  z.strictObject({ kind: z.literal('due'), at: moment.nullable() }),
  /** Laid by the act that was just done. */
  z.strictObject({
    kind: z.literal('paper'),
    form: z
      .string()
      .max(60)
      .refine((form) => (PAPER_KEYS as readonly string[]).includes(form)),
  }),
  /** Announced by the act that was just done. */
  z.strictObject({ kind: z.literal('message'), message: z.enum(MESSAGE_KINDS) }),
])
export type Assertion = z.infer<typeof Assertion>

export const TrialStep = z.strictObject({ at: moment, act: TrialAct, assertions: z.array(Assertion).max(60) })
export type TrialStep = z.infer<typeof TrialStep>

export const MAX_STEPS = 200

/** The first act brings the dossier into the world. */
export const TrialSteps = z.array(TrialStep).min(1).max(MAX_STEPS)

/** The limit that the receipt promises, with its counting rules. */
export const TrialPromise = z.strictObject({
  limit: z.strictObject({ amount: z.number().positive().max(1_000), unit: z.enum(['hour', 'working-day', 'calendar-day', 'month']) }),
  mode: z.enum(['carry', 'end']),
  cutoff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  lastHourRule: z.literal(true).optional(),
})
export type TrialPromise = z.infer<typeof TrialPromise>

/** A step as trials name it: its node, and of other agencies which leg. */
export const keyOf = ({ node, leg }: { node?: string; leg?: string }): string => (leg === undefined ? (node ?? '') : `${node}.${leg}`)

/** The same of any task of a dossier, also of those outside the process: numbers of tasks change with the drawing, these names do not. */
export function keyOfTask(actions: readonly DossierAction[], task: Task): string {
  if (task.node !== undefined) return keyOf(task)
  if (task.kind !== 'leg') return task.kind === 'return' ? CORRECTED_KEY : CORRECTION_KEY
  return `${LEG_KEY}${legsByHand(actions).findIndex(({ number }) => number === task.number) + 1}`
}

export const LEG_KEY = 'leg-by-hand.'
export const CORRECTION_KEY = 'correction'
export const CORRECTED_KEY = 'correction-return'
