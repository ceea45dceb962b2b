/**
 * The one definition of limbo: each condition is a query of what it finds, named and documented here. The list, its figures, the morning digest and the tests all run these.
 *
 * Every condition yields the columns of `FoundColumns`. Working-hour limits are compared with `patience`, which holds for each unit the moment that lies two and eight working hours
 * before now by its own calendar; whole dates (`due_at`, `reception_due_at`, `send_by`) were counted by calendars when they were set. A step without a due date cannot exist
 * (`task.due_at` is not null).
 */
import { type RawBuilder, sql } from 'kysely'
import { isApologyOwed } from '#modules/settlement/index.ts'
import type { FindingKind } from './finding.ts'

export interface FoundColumns {
  kind: FindingKind
  dossierId: number
  taskNumber: number | null
  messageId: number | null
  unitId: number
  since: Date
  why: string | null
}

interface Today {
  now: Date
  /** `YYYY-MM-DD` */
  today: string
}

/** Columns of what was found. */
const found = (
  kind: FindingKind,
  given: { dossier: RawBuilder<unknown>; unit: RawBuilder<unknown>; since: RawBuilder<unknown> } & Partial<
    Record<'task' | 'message' | 'why', RawBuilder<unknown>>
  >,
): RawBuilder<FoundColumns> => sql<FoundColumns>`
  ${sql.lit(kind)}::text as kind, ${given.dossier} as dossier_id, ${given.task ?? sql`null`}::integer as task_number,
  ${given.message ?? sql`null`}::bigint as message_id, ${given.unit} as unit_id, ${given.since} as since, ${given.why ?? sql`null`}::text as why`

/** The last thing that was done to dossier `d`. */
const lastAct = sql`lateral (select a.at, a.actor_kind from dossier_action a where a.dossier_id = d.id order by a.sequence desc limit 1) last`

const task = { dossier: sql`t.dossier_id`, task: sql`t.number`, unit: sql`t.unit_id` }
const message = { dossier: sql`m.dossier_id`, message: sql`m.id`, unit: sql`m.unit_id`, since: sql`m.send_by` }

export const conditions: Record<FindingKind, (at: Today) => RawBuilder<FoundColumns>> = {
  /** Open, and neither a step that somebody has to do nor a request to the applicant with a date says how it goes on. */
  'no-next-step': () => sql`
    select ${found('no-next-step', { dossier: sql`d.id`, unit: sql`coalesce(d.settling_unit_id, d.receiving_unit_id)`, since: sql`last.at` })}
    from dossier d cross join ${lastAct}
    where d.outcome is null and case d.state
      when 'DRAFT' then false
      when 'AWAITING_RECEPTION' then d.reception_due_at is null
      when 'RESUBMITTED_AWAITING_RECEPTION' then d.reception_due_at is null
      when 'AWAITING_INTAKE_SUPPLEMENT' then not exists (select from supplement_request r where r.dossier_id = d.id and r.outcome is null)
      when 'AWAITING_SUPPLEMENT' then not exists (select from supplement_request r where r.dossier_id = d.id and r.outcome is null)
      when 'AWAITING_PAYMENT' then not exists (select from obligation o where o.dossier_id = d.id and o.paid_at is null and o.pay_by is not null)
      when 'WITHDRAWAL_REQUESTED' then false
      else not exists (select from task t where t.dossier_id = d.id and t.closed_at is null)
    end`,

  /** An open step whose holder cannot act, or whose role nobody holds who is there today, or whose unit is closed (`unmanned`, made once for all steps). */
  'task-unmanned': () => sql`
    select ${found('task-unmanned', { ...task, since: sql`t.opened_at`, why: sql`post.why` })}
    from task t
    join unmanned post on post.role_id = t.role_id and post.unit_id = t.unit_id and post.assignee_id is not distinct from t.assignee_id
    where t.closed_at is null`,

  /** Filed online two working hours ago or more, and no officer has opened or touched it since (domain.md §2.5: the desk is alerted within two working hours). */
  'filing-unseen': ({ now }) => sql`
    select ${found('filing-unseen', { dossier: sql`d.id`, unit: sql`d.receiving_unit_id`, since: sql`last.at` })}
    from dossier d cross join ${lastAct}
    join patience p on p.unit_id = d.receiving_unit_id
    where d.received_at is null and d.outcome is null and d.state in ('AWAITING_RECEPTION', 'RESUBMITTED_AWAITING_RECEPTION')
      and d.reception_due_at >= ${now} and last.at <= p.two_hours_ago and last.actor_kind <> 'officer'
      and not exists (select from audit a where a.subject_kind = 'dossier' and a.subject_id = d.id::text and a.actor_kind = 'officer'
        and a.outcome = 'done' and a.at >= last.at)`,

  /** Filed online, and not decided within eight working hours: its reception's clock has run out. */
  'filing-undecided': ({ now }) => sql`
    select ${found('filing-undecided', { dossier: sql`d.id`, unit: sql`d.receiving_unit_id`, since: sql`d.reception_due_at` })}
    from dossier d
    where d.received_at is null and d.outcome is null and d.state in ('AWAITING_RECEPTION', 'RESUBMITTED_AWAITING_RECEPTION')
      and d.reception_due_at < ${now}`,

  /** Sent to another agency two working hours ago or more, and nobody there has opened or taken it. */
  'leg-unacknowledged': () => sql`
    select ${found('leg-unacknowledged', { ...task, since: sql`t.opened_at` })}
    from task t join patience p on p.unit_id = t.unit_id
    where t.closed_at is null and t.kind = 'leg' and t.assignee_id is null and t.opened_at <= p.two_hours_ago
      and not exists (select from leg l where l.dossier_id = t.dossier_id and l.task_number = t.number and l.acknowledged_at is not null)`,

  /** An expert outside the house has not answered by the date. */
  'outside-overdue': ({ now }) => sql`
    select ${found('outside-overdue', { ...task, since: sql`t.due_at` })}
    from task t where t.closed_at is null and t.kind = 'outside' and t.paused_at is null and t.due_at < ${now}`,

  /** A time that had to pass has passed, and the process did not go on. */
  'timer-overdue': ({ now }) => sql`
    select ${found('timer-overdue', { ...task, since: sql`t.due_at` })}
    from task t where t.closed_at is null and t.kind = 'timer' and t.paused_at is null and t.due_at < ${now}`,

  /** The applicant has not answered a supplement request in time, and the dossier was not closed with notice. */
  'supplement-unclosed': ({ now }) => sql`
    select ${found('supplement-unclosed', { dossier: sql`d.id`, unit: sql`d.receiving_unit_id`, since: sql`r.answer_by` })}
    from supplement_request r join dossier d on d.id = r.dossier_id
    where r.outcome is null and r.answer_by < ${now} and d.outcome is null`,

  /** The day until which the applicant had to pay is over; it stays with the one-stop unit until there is proof. */
  'payment-overdue': ({ today }) => sql`
    select ${found('payment-overdue', { dossier: sql`d.id`, unit: sql`d.receiving_unit_id`, since: sql`(o.pay_by::timestamp at time zone 'Asia/Ho_Chi_Minh')` })}
    from obligation o join dossier d on d.id = o.dossier_id
    where o.paid_at is null and o.pay_by < ${today}::date and d.state = 'AWAITING_PAYMENT' and d.outcome is null`,

  /** The applicant asked to withdraw eight working hours ago or more; the one-stop unit has neither confirmed nor declined. */
  'withdrawal-undecided': () => sql`
    select ${found('withdrawal-undecided', { dossier: sql`d.id`, unit: sql`d.receiving_unit_id`, since: sql`asked.at` })}
    from dossier d
    cross join lateral (select max(a.at) as at from dossier_action a
      where a.dossier_id = d.id and a.kind = 'transition' and a.facts ->> 'id' = 'request-withdrawal') asked
    join patience p on p.unit_id = d.receiving_unit_id
    where d.outcome is null and d.state = 'WITHDRAWAL_REQUESTED' and asked.at <= p.eight_hours_ago`,

  /** Late, not yet handed over, and nobody has apologised to the applicant: form 04 of TT 03/2025/TT-VPCP is still owed, by no leader's word to the contrary (domain.md §2.3, T18). */
  'late-unapologised': ({ now }) => sql`
    select ${found('late-unapologised', { dossier: sql`d.id`, unit: sql`d.settling_unit_id`, since: sql`d.late_from` })}
    from dossier d
    where ((d.outcome is null and d.finished_at is null and d.late_from <= ${now})
        or (d.outcome in ('result', 'refused') and d.returned_at is null and d.timeliness = 'late'))
      and ${isApologyOwed}`,

  /** Had to leave the house by a time that is over. */
  'message-unsent': ({ now }) => sql`
    select ${found('message-unsent', message)} from outgoing_message m where m.state = 'pending' and m.send_by < ${now}`,

  /** The channel gave it up. */
  'message-failed': () => sql`
    select ${found('message-failed', message)} from outgoing_message m where m.state = 'failed'`,

  /** Its reminders could not be made: the dossier itself is broken. */
  'escalation-failed': () => sql`
    select ${found('escalation-failed', { dossier: sql`f.dossier_id`, unit: sql`d.settling_unit_id`, since: sql`f.first_at`, why: sql`f.error` })}
    from escalation_failure f join dossier d on d.id = f.dossier_id`,
}
