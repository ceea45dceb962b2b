/** Invitations as the officer sees them, and one as the expert sees it who has its link. */
import { sql } from 'kysely'
import { hashSecret } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { recordRead } from '#platform/audit.ts'
import type { Database, Queryable } from '#platform/database.ts'
import type { ExpertVerdict } from './verdict.ts'

export interface InvitationLine {
  id: number
  taskNumber: number
  stepName: string
  name: string
  organisation: string | null
  contact: string
  question: string
  createdAt: Date
  expiresAt: Date
  openedAt: Date | null
  revokedAt: Date | null
  answeredAt: Date | null
  verdict: ExpertVerdict | null
  answer: string | null
  documentId: number | null
  /** The task was closed without an answer by the link. */
  isTaskClosed: boolean
}

/** For who may read the dossier; the newest first. */
export async function invitationsOf(db: Queryable, dossierId: number): Promise<InvitationLine[]> {
  const { rows } = await sql<InvitationLine>`
    select i.id, i.task_number, t.name as step_name, i.name, i.organisation, i.contact, i.question, i.created_at, i.expires_at, i.opened_at, i.revoked_at, i.answered_at, i.verdict, i.answer,
      i.document_id, t.closed_at is not null as is_task_closed
    from expert_invitation i join task t on t.dossier_id = i.dossier_id and t.number = i.task_number
    where i.dossier_id = ${dossierId} order by i.id desc`.execute(db)
  return rows
}

/** What stands behind a link: what is asked and the papers that were chosen, nothing else of the dossier or of anybody. */
export interface Invitation {
  /** `expired`: its last day is over; everything else that opens nothing is as if it had never been. */
  state: 'open' | 'answered' | 'expired'
  code: string
  procedureName: string
  /** Of the agency that asks. */
  agency: string
  agencyPhone: string | null
  name: string
  question: string
  /** By when the answer is hoped for. */
  answerBy: Date
  expiresAt: Date
  answeredAt: Date | null
  verdict: ExpertVerdict | null
  answer: string | null
  papers: { name: string; documents: { documentId: number; name: string }[] }[]
}

interface Row extends Omit<Invitation, 'state'> {
  id: number
  dossierId: number
  revokedAt: Date | null
  isTaskClosed: boolean
  openedAt: Date | null
}

/** Undefined for a link that opens nothing. The reading is recorded; the first one is noted. */
export async function readInvitation(
  db: Database,
  token: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Invitation | undefined> {
  const { rows } = await sql<Row>`
    select i.id, i.dossier_id, d.code, v.name as procedure_name, s.name as agency, s.phone as agency_phone, i.name, i.question, t.due_at as answer_by, i.expires_at, i.answered_at, i.verdict,
      i.answer, i.revoked_at, i.opened_at, t.closed_at is not null as is_task_closed,
      coalesce((select json_agg(json_build_object('name', c.name, 'documents', coalesce((select json_agg(json_build_object('documentId', m.id, 'name', m.name) order by m.id)
            from dossier_document x join document m on m.id = x.document_id where x.dossier_component_id = c.id), '[]')) order by c.position)
        from expert_invitation_component k join dossier_component c on c.id = k.dossier_component_id where k.expert_invitation_id = i.id), '[]') as papers
    from expert_invitation i join dossier d on d.id = i.dossier_id join task t on t.dossier_id = i.dossier_id and t.number = i.task_number
      join procedure_version v on v.id = d.procedure_version_id join unit s on s.id = d.settling_unit_id
    where i.token_hash = ${hashSecret(token)}`.execute(db)
  const [row] = rows
  if (!row || row.revokedAt || (row.isTaskClosed && !row.answeredAt)) return undefined
  const { id, dossierId, revokedAt: _, isTaskClosed: __, openedAt, ...invitation } = row
  const state = row.answeredAt ? 'answered' : row.expiresAt <= now ? 'expired' : 'open'
  if (state !== 'open') return { ...invitation, papers: [], state }
  await recordRead(db, {
    actor,
    at: now,
    name: 'settlement.read-invitation',
    subject: { kind: 'dossier', id: dossierId },
    detail: { invitation: id },
  })
  if (!openedAt)
    await db.updateTable('expertInvitation').set({ openedAt: now }).where('id', '=', id).where('openedAt', 'is', null).execute()
  return { ...invitation, state }
}
