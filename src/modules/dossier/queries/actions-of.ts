/** A dossier's actions as one value of the statement that reads the dossier. */
import { type RawBuilder, sql } from 'kysely'
import type { DossierAction, DossierFact } from '../facts.ts'

export type StoredAction = [
  sequence: number,
  at: string,
  actorKind: DossierAction['actorKind'],
  actorId: number | null,
  fact: DossierFact,
  hash: string,
]

/** SQL of the actions of the dossier whose row is `d`, in order. */
export const actionsOf: RawBuilder<StoredAction[]> = sql`(
  select json_agg(json_build_array(sequence, at, actor_kind, actor_id, facts, hash) order by sequence) from dossier_action where dossier_id = d.id)`

export const toActions = (stored: readonly StoredAction[]): DossierAction[] =>
  stored.map(([sequence, at, actorKind, actorId, fact, hash]) => ({ sequence, at: new Date(at), actorKind, actorId, fact, hash }))
