/** What can be done to a dossier, as the simulation and the random walks do it: one act is one request to a real action. */
import type { DossierAction, DossierState } from '../../../src/modules/dossier/index.ts'
import type { Task } from '../../../src/modules/workflow/index.ts'
import type { Action, Perform, PerformOptions } from '../../../src/platform/action.ts'
import type { Actor } from '../../../src/platform/actor.ts'
import type { Random } from '../random.ts'
import type { About } from './look.ts'
import type { World } from './world.ts'

/** A dossier as it stands at a moment. */
export interface Look {
  now: Date
  about: About
  actions: readonly DossierAction[]
  state: DossierState
  /** The oldest first. */
  open: readonly Task[]
}

export interface Request {
  actor: Actor
  /** Of the action. */
  name: string
  input: Record<string, unknown>
  /** As it is, or with what is given instead. */
  send(perform: Perform, instead?: { actor?: Actor; input?: Record<string, unknown>; options?: PerformOptions }): Promise<unknown>
}

export interface Act {
  name: string
  /** Whether it may be done now, said here apart from the action that decides it; undefined where the dossier's own facts do not say. */
  isLegal(look: Look, world: World): boolean | undefined
  /** Doing it again has no further effect, or replaces what was done: two at the same moment may both be answered. */
  isRepeatable?: true
  /** As somebody would send it who may, whether it is legal or not; undefined where there is nothing it could be about. */
  request(look: Look, world: World, random: Random): Promise<Request | undefined> | Request | undefined
}

export const ask = <Input, Result>(actor: Actor, action: Action<Input, Result>, input: Record<string, unknown>): Request => ({
  actor,
  name: action.name,
  input,
  send: (perform, instead = {}) => perform(instead.actor ?? actor, action, instead.input ?? input, instead.options),
})

export const officer = (id: number): Actor => ({ kind: 'officer', id, source: 'dữ liệu minh họa' })
