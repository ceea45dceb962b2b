-- What an obligation is for, and the reference under which whoever took the money knows the payment: a proof that comes twice is one payment.
alter table obligation
  add column reason_id bigint references reason (id),
  add column payment_reference text;
create index obligation_reason_id on obligation (reason_id) where reason_id is not null;
create unique index obligation_payment_reference on obligation (payment_reference) where payment_reference is not null;

-- phần việc của cơ quan khác: an opinion, a part of the matter, the tax agency's notice; each is a task with a clock of its own
create table leg (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  -- null until its turn comes (on paper, one after the other)
  task_number integer,
  kind text not null check (kind in ('consultation', 'interoperation', 'tax', 'outside')),
  -- null for an agency or expert outside the system
  unit_id bigint references unit (id),
  agency text not null check (agency <> ''),
  content text not null default '',
  is_lead boolean not null default false,
  is_in_order boolean not null default false,
  position integer not null check (position > 0),
  -- working days from the moment its turn comes
  working_days integer check (working_days between 1 and 200),
  asked_by_id bigint references officer (id),
  asked_at timestamptz not null,
  sent_at timestamptz,
  -- the partner has opened or claimed it; within two working hours of its sending
  acknowledged_at timestamptz,
  answered_at timestamptz,
  answer text,
  document_id bigint references document (id),
  outcome text check (outcome in ('answered', 'left', 'withdrawn')),
  unique (dossier_id, task_number),
  check ((outcome is null) = (answered_at is null))
);
create index leg_dossier_id on leg (dossier_id, position);
create index leg_unit_id on leg (unit_id) where unit_id is not null;
create index leg_asked_by_id on leg (asked_by_id) where asked_by_id is not null;
create index leg_document_id on leg (document_id) where document_id is not null;
create index leg_open on leg (unit_id, sent_at) where outcome is null;

-- bưu gửi: the result on its way by post
create table parcel (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  tracking_number text not null unique check (tracking_number ~ '^[A-Z0-9-]{6,40}$'),
  receiver_name text not null check (receiver_name <> ''),
  address text not null check (address <> ''),
  sent_at timestamptz not null,
  sent_by_id bigint references officer (id),
  outcome text check (outcome in ('delivered', 'came-back')),
  ended_at timestamptz,
  reason_id bigint references reason (id),
  check ((outcome is null) = (ended_at is null))
);
create index parcel_dossier_id on parcel (dossier_id);
create unique index parcel_under_way on parcel (dossier_id) where outcome is null;
create index parcel_sent_by_id on parcel (sent_by_id) where sent_by_id is not null;
create index parcel_reason_id on parcel (reason_id) where reason_id is not null;

-- đính chính, cấp lại: the agency at fault bears the cost; what the result was before is kept
create table correction (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  number integer not null check (number > 0),
  is_before_return boolean not null,
  reason_id bigint not null references reason (id),
  error text not null check (error <> ''),
  fault_unit_id bigint not null references unit (id),
  decided_by_id bigint references officer (id),
  begun_at timestamptz not null,
  -- the wrong result
  old_name text,
  old_number integer,
  old_symbol text,
  old_year integer,
  old_document_id bigint references document (id),
  -- when the right one was issued, and given out
  issued_at timestamptz,
  ended_at timestamptz,
  receiver_name text,
  proof text check (proof in ('receipt', 'identity', 'authorization')),
  unique (dossier_id, number)
);
create unique index correction_open on correction (dossier_id) where ended_at is null;
create index correction_reason_id on correction (reason_id);
create index correction_fault_unit_id on correction (fault_unit_id);
create index correction_decided_by_id on correction (decided_by_id) where decided_by_id is not null;
create index correction_old_document_id on correction (old_document_id) where old_document_id is not null;

-- biên bản mất, hư hỏng
create table loss (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  reason_id bigint not null references reason (id),
  found_at timestamptz not null,
  place text,
  -- [{name, state: lost|damaged}]
  papers jsonb not null,
  cause text not null check (cause <> ''),
  remedy text not null check (remedy <> ''),
  recorded_by_id bigint references officer (id),
  created_at timestamptz not null
);
create index loss_dossier_id on loss (dossier_id);
create index loss_reason_id on loss (reason_id);
create index loss_recorded_by_id on loss (recorded_by_id) where recorded_by_id is not null;

insert into reason (code, kind, vi, en, position, created_at) values
  ('tax-amount', 'payment', 'Thuế, khoản nộp ngân sách do cơ quan thuế xác định', 'Tax determined by the tax agency', 5, now())
on conflict do nothing;
