/** The hash chain of a dossier: each action's hash covers the one before it, so a date edited afterwards shows. */
import { createHash } from 'node:crypto'
import type { DossierFact } from './facts.ts'

export const CHAIN_START = '0'.repeat(64)

export interface Link {
  dossierId: number
  sequence: number
  at: Date
  actorKind: string
  actorId: number | null
  fact: DossierFact
}

export function linkHash(previous: string, link: Link): string {
  const { dossierId, sequence, at, actorKind, actorId, fact } = link
  return createHash('sha256')
    .update(previous)
    .update(canonical({ dossierId, sequence, at: at.toISOString(), actorKind, actorId, fact }))
    .digest('hex')
}

/** JSON with sorted keys and without undefined: the same bytes before and after a round through jsonb. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}
