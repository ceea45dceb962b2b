/** One message with everything its wording needs, and how it was brought to its receiver so far. */
import { sql } from 'kysely'
import { permittedUnitIds } from '#modules/identity/index.ts'
import type { MessageKind } from '#modules/workflow/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import type { DeliveryChannel } from '../channels.ts'
import type { MessageFacts } from '../wording.ts'
import { type OutgoingState, READ_OUTGOING } from './outgoing.ts'

export interface OutgoingMessage {
  id: number
  kind: MessageKind
  state: OutgoingState
  dossierId: number
  unitId: number
  unitPath: string
  createdAt: Date
  sendBy: Date
  facts: Omit<MessageFacts, 'lookupUrl'>
  /** Oldest first. */
  deliveries: MessageDelivery[]
}

export interface MessageDelivery {
  at: Date
  channel: DeliveryChannel
  outcome: 'sent' | 'failed'
  reason: string | null
  /** Null: the program. */
  officerName: string | null
}

/** @throws AppError `record.not-found`, also for a unit whose messages the actor may not read */
export async function getOutgoing(db: Queryable, { actor, now }: { actor: Actor; now: Date }, id: number): Promise<OutgoingMessage> {
  const [row, deliveries, unitIds] = await Promise.all([
    readRow(db, id),
    readDeliveries(db, id),
    permittedUnitIds(db, actor, READ_OUTGOING, now),
  ])
  if (!row || !unitIds.includes(row.unitId)) return commonErrors.fail('record.not-found')
  const { kind, state, dossierId, unitId, unitPath, createdAt, sendBy } = row
  return { id, kind, state, dossierId, unitId, unitPath, createdAt, sendBy, facts: factsOf(row), deliveries }
}

interface Row {
  kind: MessageKind
  state: OutgoingState
  data: Record<string, unknown>
  dossierId: number
  unitId: number
  unitPath: string
  createdAt: Date
  sendBy: Date
  code: string
  procedureName: string
  unitName: string
  unitAddress: string | null
  unitPhone: string | null
  returnMethod: MessageFacts['returnMethod']
  dueAt: Date | null
  answerBy: Date | null
  isBeforeReception: boolean | null
  guideName: string | null
  guidePhone: string | null
  faults: number | null
  reason: string | null
  toUnitName: string | null
}

/** The request is the one the message tells of, else the last that there was then. */
async function readRow(db: Queryable, id: number): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select m.kind, m.state, m.data, m.dossier_id, m.unit_id, u.path::text as unit_path, m.created_at, m.send_by, d.code, v.name as procedure_name,
      u.name as unit_name, u.address as unit_address, u.phone as unit_phone, d.return_method, d.due_at, r.answer_by, r.is_before_reception, r.guide_name,
      r.guide_phone, (select count(*)::int from supplement_fault f where f.supplement_request_id = r.id) as faults,
      coalesce(named.vi, told.vi) as reason, passed.name as to_unit_name
    from outgoing_message m
      join dossier d on d.id = m.dossier_id
      join unit u on u.id = m.unit_id
      join procedure_version v on v.id = d.procedure_version_id
      left join lateral (select * from supplement_request r where r.dossier_id = m.dossier_id and r.asked_at <= m.created_at
        order by r.number = coalesce((m.data ->> 'number')::integer, 0) desc, r.number desc limit 1) r on true
      left join reason named on named.code = m.data ->> 'reasonCode'
      left join dossier_action act on act.dossier_id = m.dossier_id and act.sequence = (
        select max(a.sequence) from dossier_action a where a.dossier_id = m.dossier_id and a.sequence <= m.sequence and a.kind = 'transition')
      left join reason told on told.code = act.facts ->> 'reasonCode'
      left join unit passed on passed.id = coalesce((m.data ->> 'unitId')::bigint, (act.facts ->> 'unitId')::bigint)
    where m.id = ${id}`.execute(db)
  return rows[0]
}

async function readDeliveries(db: Queryable, id: number): Promise<MessageDelivery[]> {
  const rows = await db
    .selectFrom('messageDelivery as y')
    .leftJoin('officer as o', 'o.id', 'y.officerId')
    .select(['y.at', 'y.channel', 'y.outcome', 'y.reason', 'o.fullName as officerName'])
    .where('y.outgoingMessageId', '=', id)
    .orderBy('y.id')
    .execute()
  return rows as MessageDelivery[]
}

/** What the act said of itself goes before what is true now. */
function factsOf({ data, ...row }: Row): Omit<MessageFacts, 'lookupUrl'> {
  const date = (name: string): Date | undefined => (typeof data[name] === 'string' ? new Date(data[name]) : undefined)
  const text = (name: string): string | undefined => (typeof data[name] === 'string' ? data[name] : undefined)
  const amount = typeof data.amount === 'number' ? data.amount : undefined
  const isOfRequest = row.kind === 'supplement-asked' || row.kind === 'closed'
  return {
    code: row.code,
    procedureName: row.procedureName,
    unitName: row.unitName,
    unitAddress: row.unitAddress ?? undefined,
    unitPhone: row.unitPhone ?? undefined,
    returnMethod: row.returnMethod,
    dueAt: date('dueAfter') ?? date('promisedAt') ?? date('dueAt') ?? row.dueAt ?? undefined,
    dueBefore: date('dueBefore'),
    answerBy: date('answerBy') ?? (isOfRequest ? (row.answerBy ?? undefined) : undefined),
    supplement:
      row.kind === 'supplement-asked' && row.isBeforeReception !== null
        ? {
            faults: row.faults ?? 0,
            isBeforeReception: row.isBeforeReception,
            guideName: row.guideName ?? undefined,
            guidePhone: row.guidePhone ?? undefined,
          }
        : undefined,
    reason: row.reason ?? undefined,
    payment: row.kind.startsWith('payment') ? { amount, noticeNumber: text('noticeNumber'), payBy: text('payBy') } : undefined,
    trackingNumber: text('trackingNumber'),
    toUnitName: row.toUnitName ?? undefined,
    isEarly: data.isEarly === true,
    cameBack: data.cameBack === true,
    isCorrection: data.isCorrection === true,
  }
}
