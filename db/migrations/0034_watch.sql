-- Nothing stays without a next actor and a date: what was reminded, what could not be, what each officer reads in the morning, and how messages left the house.

-- The unit whose people see to it that the message goes out: the one that received the dossier. Filled before the column is closed; few rows so far.
alter table outgoing_message add column unit_id bigint references unit (id);
update outgoing_message m set unit_id = d.receiving_unit_id from dossier d where d.id = m.dossier_id;
alter table outgoing_message alter column unit_id set not null;
drop index outgoing_message_pending;
create index outgoing_message_pending on outgoing_message (send_by, id) where state in ('pending', 'failed');
create index outgoing_message_unit_id on outgoing_message (unit_id, send_by, id) where state in ('pending', 'failed');
create index outgoing_message_history on outgoing_message (unit_id, id desc);

-- lần gửi: one try to bring a message to its receiver, by a channel of the program or by hand
create table message_delivery (
  id bigint generated always as identity primary key,
  outgoing_message_id bigint not null references outgoing_message (id),
  at timestamptz not null,
  channel text not null check (channel in ('in-person', 'phone', 'sms', 'email', 'zalo', 'post', 'portal', 'document-axis')),
  outcome text not null check (outcome in ('sent', 'failed')),
  -- why somebody did it by hand, or what the channel answered
  reason text,
  -- null: the program
  officer_id bigint references officer (id),
  check (officer_id is null or reason <> '')
);
create index message_delivery_outgoing_message_id on message_delivery (outgoing_message_id, id);
create index message_delivery_officer_id on message_delivery (officer_id) where officer_id is not null;

-- nhắc việc: a limit is used to a level; once for each level of a step or (without a number) of the dossier itself
create table escalation (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  task_number integer,
  level text not null check (level in ('half', 'near', 'late')),
  used_percent integer not null check (used_percent >= 0),
  due_at timestamptz not null,
  created_at timestamptz not null,
  unique nulls not distinct (dossier_id, task_number, level)
);

-- who is told of it
create table reminder (
  id bigint generated always as identity primary key,
  escalation_id bigint not null references escalation (id),
  officer_id bigint not null references officer (id),
  rung text not null check (rung in ('officer', 'head', 'one-stop-leader')),
  created_at timestamptz not null,
  read_at timestamptz,
  unique (escalation_id, officer_id)
);
create index reminder_officer_id on reminder (officer_id, id desc);
create index reminder_unread on reminder (officer_id, id desc) where read_at is null;

-- a dossier whose reminders could not be made: it stops nobody else, and stands on the watchdog's list until it succeeds
create table escalation_failure (
  dossier_id bigint primary key references dossier (id),
  error text not null,
  attempts integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null
);

-- bản tin đầu ngày
create table digest (
  id bigint generated always as identity primary key,
  officer_id bigint not null references officer (id),
  day date not null,
  content jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  unique (officer_id, day)
);

-- The watchdog looks for these among everything that is open.
create index obligation_pay_by on obligation (pay_by) where paid_at is null;
create index task_timed on task (due_at) where closed_at is null and kind in ('timer', 'outside', 'leg');

-- The standard roles of an installation that is already at work learn the new rights.
insert into role_right (role_id, name)
select r.id, given.name from role r
join (values
  ('centre-head', 'watch.read'), ('division-head', 'watch.read'), ('agency-leader', 'watch.read'), ('procedure-controller', 'watch.read'),
  ('centre-head', 'watch.answer-for-unit'), ('division-head', 'watch.answer-for-unit'), ('agency-leader', 'watch.answer-for-unit'),
  ('centre-head', 'watch.answer-for-one-stop'),
  ('receptionist', 'notification.read-outgoing'), ('return-officer', 'notification.read-outgoing'), ('centre-head', 'notification.read-outgoing'),
  ('agency-leader', 'notification.read-outgoing'), ('procedure-controller', 'notification.read-outgoing'),
  ('receptionist', 'notification.deliver-by-hand'), ('return-officer', 'notification.deliver-by-hand'), ('centre-head', 'notification.deliver-by-hand')
) given (code, name) on given.code = r.code
on conflict do nothing;
