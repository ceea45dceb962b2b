/** Who acts. Rights are not kept here: they are decided when the action runs. */
export type Actor = { source?: string } & (
  | { kind: 'officer'; id: number }
  | { kind: 'partner'; id: number }
  | { kind: 'system'; name: string }
  | { kind: 'public' }
)

export const systemActor = (name: string): Actor => ({ kind: 'system', name })
export const publicActor: Actor = { kind: 'public' }

export const actorColumns = (actor: Actor) => ({
  actorKind: actor.kind,
  actorId: actor.kind === 'officer' || actor.kind === 'partner' ? actor.id : null,
})
