-- What the agency asked may read besides its own part; none listed: all components handed in.
create table leg_component (
  id bigint generated always as identity primary key,
  leg_id bigint not null references leg (id),
  dossier_component_id bigint not null references dossier_component (id),
  unique (leg_id, dossier_component_id)
);
create index leg_component_dossier_component_id on leg_component (dossier_component_id);
-- the head of the one-stop unit has been told that it is late
alter table leg add column late_told_at timestamptz;

-- An act that is taken back: its paper keeps its number and is void; its message, if it has not gone, is withdrawn.
alter table paper add column voided_at timestamptz;
alter table outgoing_message drop constraint outgoing_message_state_check;
alter table outgoing_message add constraint outgoing_message_state_check check (state in ('pending', 'sent', 'acknowledged', 'failed', 'withdrawn'));
alter table obligation add column withdrawn_at timestamptz;
drop index obligation_open;
create unique index obligation_open on obligation (dossier_id) where paid_at is null and withdrawn_at is null;

insert into role_right (role_id, name)
select r.id, given.name from role r
join (values
  ('receptionist', 'settlement.answer-leg'), ('centre-head', 'settlement.answer-leg'), ('division-head', 'settlement.answer-leg'), ('specialist', 'settlement.answer-leg'),
  ('agency-leader', 'settlement.answer-leg'), ('clerk', 'settlement.answer-leg'),
  ('centre-head', 'workflow.undo'), ('division-head', 'workflow.undo'), ('agency-leader', 'workflow.undo')
) given (code, name) on given.code = r.code
on conflict do nothing;
