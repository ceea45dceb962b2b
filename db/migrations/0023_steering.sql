-- Nhắc đến: an officer whom a note calls; she sees it until she has read it.
create table note_mention (
  note_id bigint not null references task_note (id),
  officer_id bigint not null references officer (id),
  read_at timestamptz,
  created_at timestamptz not null,
  primary key (note_id, officer_id)
);
create index note_mention_officer_id on note_mention (officer_id, created_at);
create index note_mention_unread on note_mention (officer_id) where read_at is null;

-- Ý kiến chỉ đạo: what a leader asks of an officer or of a unit on one dossier, with a due time of its own.
create table instruction (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  given_by_id bigint not null references officer (id),
  to_officer_id bigint references officer (id),
  to_unit_id bigint references unit (id),
  text text not null check (text <> ''),
  due_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by_id bigint references officer (id),
  done_at timestamptz,
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  check ((to_officer_id is null) <> (to_unit_id is null)),
  check (done_at is null or withdrawn_at is null)
);
create index instruction_dossier_id on instruction (dossier_id, id);
create index instruction_given_by_id on instruction (given_by_id, id);
create index instruction_to_officer_id on instruction (to_officer_id, due_at);
create index instruction_to_unit_id on instruction (to_unit_id, due_at);
create index instruction_acknowledged_by_id on instruction (acknowledged_by_id);

-- Trả lời: reports on the way, and the one that says it is done.
create table instruction_answer (
  id bigint generated always as identity primary key,
  instruction_id bigint not null references instruction (id),
  officer_id bigint not null references officer (id),
  text text not null check (text <> ''),
  is_final boolean not null,
  created_at timestamptz not null
);
create index instruction_answer_instruction_id on instruction_answer (instruction_id, id);
create index instruction_answer_officer_id on instruction_answer (officer_id);

-- Bộ lọc đã lưu of the work list: an officer's own, or one that everybody of a role sees.
create table inbox_view (
  id bigint generated always as identity primary key,
  officer_id bigint references officer (id),
  role_id bigint references role (id),
  name text not null check (name <> ''),
  list text not null check (list in ('mine', 'waiting', 'all')),
  standing text check (standing in ('late', 'near', 'within')),
  kind text,
  text text,
  unit_id bigint references unit (id),
  created_at timestamptz not null,
  check ((officer_id is null) <> (role_id is null)),
  unique nulls not distinct (officer_id, role_id, name)
);
create index inbox_view_role_id on inbox_view (role_id);
create index inbox_view_unit_id on inbox_view (unit_id);

insert into role_right (role_id, name)
select r.id, given.name from role r
join (values
  ('centre-head', 'workflow.instruct'), ('division-head', 'workflow.instruct'), ('agency-leader', 'workflow.instruct'),
  ('procedure-controller', 'workflow.share-view')) given (code, name) on given.code = r.code
on conflict do nothing;
