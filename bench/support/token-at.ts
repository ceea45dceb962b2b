import { openTokens, type Position } from '#modules/workflow/index.ts'

/** The open token at a step. Throws when the dossier does not wait there. */
export function tokenAt(position: Position, step: string): number {
  const token = openTokens(position).find(({ node }) => node === step)
  if (!token) throw new Error(`Our engine does not wait at ${step}`)
  return token.id
}
