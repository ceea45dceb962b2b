/**
 * The audit trail: who did or read what, on which record, when and from where. Append-only (a trigger refuses change), written in the transaction of the act.
 * It says *that* something was done and which fields; it repeats no personal data.
 */
import type { Actor } from './actor.ts'
import { actorColumns } from './actor.ts'
import type { Queryable } from './database.ts'
import { prepared } from './prepared.ts'

export interface AuditEntry {
  actor: Actor
  at: Date
  /** The action or reading, e.g. `dossier.receive`, `dossier.read`. */
  name: string
  outcome?: 'done' | 'refused'
  /** What it was done to: kind and id as text, e.g. `dossier` `42`. */
  subject?: { kind: string; id: string | number }
  unitId?: number
  /** Facts worth keeping without personal data: changed fields, before and after of settings, reason of refusal. */
  detail?: Record<string, unknown>
}

export async function recordAudit(tx: Queryable, entry: AuditEntry): Promise<void> {
  await auditLine(tx, entry).execute()
}

/** The statement, not yet executed. */
export const auditLine = (tx: Queryable, entry: AuditEntry) => insertLine(tx, auditRow(entry))

const insertLine = prepared((db, row: ReturnType<typeof auditRow>) => db.insertInto('audit').values(row))

/** Records that a personal record was read. Call it in the query that returns the record. */
export const recordRead = (tx: Queryable, entry: Omit<AuditEntry, 'outcome'>): Promise<void> => recordAudit(tx, entry)

export const auditRow = (entry: AuditEntry) => ({
  ...actorColumns(entry.actor),
  at: entry.at,
  name: entry.name,
  outcome: entry.outcome ?? 'done',
  subjectKind: entry.subject?.kind ?? null,
  subjectId: entry.subject ? String(entry.subject.id) : null,
  unitId: entry.unitId ?? null,
  source: entry.actor.source ?? null,
  detail: entry.detail ? JSON.stringify(entry.detail) : null,
})
