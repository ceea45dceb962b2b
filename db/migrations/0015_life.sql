-- The legal life of a dossier (docs/transitions.md): filed online before it is received, interrupted, ended in other ways than by a result.
alter table dossier drop constraint dossier_state_check;
alter table dossier add constraint dossier_state_check check (state in (
  'DRAFT', 'AWAITING_RECEPTION', 'AWAITING_INTAKE_SUPPLEMENT', 'RESUBMITTED_AWAITING_RECEPTION', 'NOT_ACCEPTED', 'RECEIVED', 'FORWARDED', 'AWAITING_ASSIGNMENT',
  'IN_APPRAISAL', 'IN_VERIFICATION', 'IN_CONSULTATION', 'INTEROPERATING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT_NOTICE', 'AWAITING_PAYMENT', 'AWAITING_SIGNATURE',
  'AWAITING_ISSUE', 'WITHDRAWAL_REQUESTED', 'STOPPED_BY_APPLICANT', 'CLOSED_NO_SUPPLEMENT', 'UNRESOLVABLE', 'REFUSED_AFTER_APPRAISAL', 'RESULT_AVAILABLE', 'POSTING',
  'RESULT_RETURNED', 'CORRECTING'));
alter table dossier
  -- null until it is received: an online filing has a clock of its own, of eight working hours
  alter column received_at drop not null,
  alter column clock_started_at drop not null,
  alter column original_due_at drop not null,
  alter column due_at drop not null,
  -- null too while the clock stands still: what waits for the applicant does not become late
  alter column early_before drop not null,
  alter column late_from drop not null,
  add column filed_at timestamptz,
  -- by when the desk must decide on an online filing; null once it has
  add column reception_due_at timestamptz,
  -- since when the clock stands still
  add column paused_at timestamptz,
  add column outcome text check (outcome in ('result', 'refused', 'withdrawn', 'unanswered', 'unresolvable', 'not-accepted')),
  -- the states that an interruption goes back to, outermost first
  add column interrupted text[] not null default '{}',
  add column financial_status text not null default 'none' check (financial_status in ('none', 'due', 'partly', 'paid', 'refunded')),
  add column delivery_status text not null default 'none' check (delivery_status in ('none', 'at-counter', 'in-post', 'electronic', 'undelivered', 'delivered')),
  add constraint dossier_begun check (received_at is not null or filed_at is not null),
  add constraint dossier_promised check ((received_at is null) = (due_at is null));
alter table dossier
  -- the version it was received under; it stays on it
  add column process_id bigint references process (id);
update dossier d set process_id = (select (facts ->> 'processId')::bigint from dossier_action a where a.dossier_id = d.id and a.kind = 'received');
create index dossier_process_id on dossier (process_id) where outcome is null;
create index dossier_process_history on dossier (process_id);
update dossier set outcome = 'result', delivery_status = case when returned_at is null then 'at-counter' else 'delivered' end where finished_at is not null;
alter table dossier add constraint dossier_ended check (finished_at is null or outcome is not null);
create index dossier_filed on dossier (receiving_unit_id, filed_at) where received_at is null and outcome is null;
drop index dossier_awaiting_return;
create index dossier_awaiting_return on dossier (receiving_unit_id, finished_at) where outcome in ('result', 'refused') and returned_at is null;

drop view dossier_fact;
create view dossier_fact as
select d.id, d.code, d.procedure_id, d.procedure_version_id, d.channel, d.receiving_unit_id, d.settling_unit_id, d.state, d.national_status, d.filed_at,
       d.received_at, d.due_at, d.original_due_at, d.early_before, d.late_from, d.paused_at, d.finished_at, d.returned_at, d.outcome, d.timeliness
from dossier d;

-- lý do: why something is asked for, refused, extended; a list that the controller keeps
create table reason (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  kind text not null check (kind in ('supplement', 'refusal', 'extension', 'stop', 'withdrawal', 'payment', 'loss', 'correction')),
  vi text not null check (vi <> ''),
  en text not null check (en <> ''),
  position integer not null,
  is_active boolean not null default true,
  created_at timestamptz not null
);
create index reason_kind on reason (kind, position);

-- yêu cầu bổ sung: what must be completed, all in one request
create table supplement_request (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  -- 1 is the first; every further one needs a leader's decision
  number integer not null check (number > 0),
  is_before_reception boolean not null,
  asked_at timestamptz not null,
  asked_by_id bigint references officer (id),
  decided_by_id bigint references officer (id),
  decision_text text,
  guide_name text,
  guide_phone text,
  -- until when the applicant may answer; then the system closes the dossier
  answer_by timestamptz not null,
  answered_at timestamptz,
  outcome text check (outcome in ('completed', 'unanswered', 'withdrawn')),
  unique (dossier_id, number),
  check ((outcome is null) = (answered_at is null))
);
create unique index supplement_request_open on supplement_request (dossier_id) where outcome is null;
create index supplement_request_answer_by on supplement_request (answer_by) where outcome is null;
create index supplement_request_asked_by_id on supplement_request (asked_by_id);
create index supplement_request_decided_by_id on supplement_request (decided_by_id);

create table supplement_fault (
  id bigint generated always as identity primary key,
  supplement_request_id bigint not null references supplement_request (id),
  position integer not null check (position > 0),
  -- what is wrong: a component handed in, one of the case that is missing, or an answer of the form
  dossier_component_id bigint references dossier_component (id),
  component_id bigint references component (id),
  answer text,
  reason_id bigint not null references reason (id),
  text text not null check (text <> ''),
  unique (supplement_request_id, position)
);
create index supplement_fault_dossier_component_id on supplement_fault (dossier_component_id) where dossier_component_id is not null;
create index supplement_fault_component_id on supplement_fault (component_id) where component_id is not null;
create index supplement_fault_reason_id on supplement_fault (reason_id);

-- xin lỗi, gia hạn: both dates are kept; an apology for a dossier already late has no new legal date, only a word when
create table apology (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  kind text not null check (kind in ('extension', 'lateness')),
  due_before timestamptz not null,
  due_after timestamptz not null,
  reason_id bigint not null references reason (id),
  text text not null check (text <> ''),
  proposed_by_id bigint references officer (id),
  approved_by_id bigint references officer (id),
  approved_at timestamptz not null,
  check (due_after > due_before)
);
create unique index apology_one_extension on apology (dossier_id) where kind = 'extension';
create index apology_dossier_id on apology (dossier_id);
create index apology_reason_id on apology (reason_id);
create index apology_proposed_by_id on apology (proposed_by_id);
create index apology_approved_by_id on apology (approved_by_id);

-- nghĩa vụ tài chính
create table obligation (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  -- đồng
  amount bigint not null check (amount > 0),
  notice_number text not null check (notice_number <> ''),
  document_id bigint references document (id),
  notified_at timestamptz not null,
  pay_by date,
  paid_at timestamptz,
  paid_amount bigint check (paid_amount > 0),
  voucher text,
  confirmed_by_id bigint references officer (id),
  check ((paid_at is null) = (paid_amount is null))
);
create unique index obligation_open on obligation (dossier_id) where paid_at is null;
create index obligation_dossier_id on obligation (dossier_id);
create index obligation_document_id on obligation (document_id) where document_id is not null;
create index obligation_confirmed_by_id on obligation (confirmed_by_id);

-- chờ gửi: what must leave the house; its channels come later
create table outgoing_message (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  kind text not null,
  -- the sequence of the dossier's action that it tells of
  sequence integer not null,
  data jsonb not null default '{}',
  state text not null default 'pending' check (state in ('pending', 'sent', 'acknowledged', 'failed')),
  -- by when it must have gone
  send_by timestamptz not null,
  created_at timestamptz not null,
  unique (dossier_id, kind, sequence)
);
create index outgoing_message_pending on outgoing_message (send_by) where state = 'pending';

-- Processes as graphs: a template names steps and lanes, its versions are rows of `process`, a binding says which template a procedure runs on at which unit and who
-- fills the lanes.
create table process_template (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  created_at timestamptz not null
);
create table process_binding (
  id bigint generated always as identity primary key,
  -- null: every procedure; every settling unit. The narrower one counts, a procedure before a unit.
  procedure_id bigint references procedure (id),
  unit_id bigint references unit (id),
  process_template_id bigint not null references process_template (id),
  -- {laneKey: {unitId?, roleId?, officerId?}}: where it differs from what the lane says itself
  lanes jsonb not null default '{}',
  created_at timestamptz not null,
  unique nulls not distinct (procedure_id, unit_id)
);
create index process_binding_unit_id on process_binding (unit_id);
create index process_binding_process_template_id on process_binding (process_template_id);

alter table process
  add column process_template_id bigint references process_template (id),
  add column status text not null default 'published' check (status in ('draft', 'published')),
  add column graph jsonb,
  -- goes up with each save of a draft, so that two people do not overwrite each other
  add column revision integer not null default 1,
  -- a draft has no day yet
  alter column valid_from drop not null;
do $$
declare
  line record;
  template bigint;
begin
  for line in select distinct procedure_id from process loop
    insert into process_template (name, created_at)
      select name, created_at from process where procedure_id is not distinct from line.procedure_id order by version desc limit 1 returning id into template;
    update process set process_template_id = template where procedure_id is not distinct from line.procedure_id;
    insert into process_binding (procedure_id, process_template_id, created_at) select line.procedure_id, template, min(created_at) from process where process_template_id = template;
  end loop;
end $$;
-- the same as src/modules/workflow/graph/line-graph.ts makes of a line
update process p set graph = jsonb_build_object(
  'lanes', (select jsonb_agg(distinct jsonb_build_object('key', 'role_' || s.role_id || '_' || s.place, 'name', r.name, 'place', s.place, 'roleCode', r.code))
    from process_step s join role r on r.id = s.role_id where s.process_id = p.id),
  'nodes', jsonb_build_array(jsonb_build_object('id', 'start', 'kind', 'start', 'name', 'Bắt đầu'))
    || (select jsonb_agg(jsonb_build_object('id', 'step_' || s.id, 'kind', 'step', 'name', s.name, 'step', s.kind, 'lane', 'role_' || s.role_id || '_' || s.place,
        'limit', jsonb_build_object('amount', s.limit_hours, 'unit', 'hour')) order by s.position) from process_step s where s.process_id = p.id)
    || jsonb_build_array(jsonb_build_object('id', 'end', 'kind', 'end', 'name', 'Kết thúc')),
  'flows', (select jsonb_agg(jsonb_build_object('id', 'flow_' || n, 'from', one, 'to', next) order by n) from (
    select row_number() over (order by position) as n, one, lead(one) over (order by position) as next from (
      select 0 as position, 'start' as one union all select s.position, 'step_' || s.id from process_step s where s.process_id = p.id union all select 1000000, 'end') ways) flows
    where next is not null))
  where graph is null;
alter table process alter column process_template_id set not null, alter column graph set not null;
alter table process drop constraint process_procedure_id_version_key, drop column procedure_id;
alter table process add constraint process_template_version unique (process_template_id, version), add constraint process_decided check (status = 'draft' or (decision is not null and valid_from is not null));
create unique index process_one_draft on process (process_template_id) where status = 'draft';
create index process_in_force on process (process_template_id, valid_from desc) where status = 'published';

create function refuse_published_process_change() returns trigger language plpgsql as $$
begin
  if old.status = 'published' and (tg_op = 'DELETE' or to_jsonb(new) - 'valid_to' <> to_jsonb(old) - 'valid_to') then
    raise exception 'process % is published and frozen', old.id using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger process_frozen before update or delete on process for each row execute function refuse_published_process_change();

-- A task stands at a node of the graph; its number is its token's. Legs of other agencies, timers and outside experts are tasks too.
alter table task add column node text, add column leg text, add column name text, add column paused_at timestamptz;
update task t set node = 'step_' || t.step_id, name = s.name from process_step s where s.id = t.step_id;
alter table task alter column name set not null;
-- A timer is nobody's role.
alter table task alter column role_id drop not null;
alter table task drop column step_id;
drop table process_step;
drop index task_one_open;
create index task_open on task (dossier_id, number) where closed_at is null;
alter table task drop constraint task_outcome_check;
alter table task add constraint task_outcome_check check (outcome in ('completed', 'sent-back', 'cancelled'));
alter table task add constraint task_kind_check check (kind in ('reception', 'assignment', 'appraisal', 'review', 'signature', 'issue', 'return', 'leg', 'timer', 'outside'));
