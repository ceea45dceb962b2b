-- The internal process (quy trình nội bộ): for now one line of steps per procedure, versioned by decision; a dossier stays on the version it started with.
create table process (
  id bigint generated always as identity primary key,
  -- null: the line used where a procedure has none of its own
  procedure_id bigint references procedure (id),
  version integer not null check (version > 0),
  name text not null,
  -- quyết định phê duyệt quy trình: number and date
  decision text,
  decision_date date,
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  unique nulls not distinct (procedure_id, version),
  check (valid_to is null or valid_to >= valid_from)
);

create table process_step (
  id bigint generated always as identity primary key,
  process_id bigint not null references process (id),
  position integer not null check (position > 0),
  kind text not null check (kind in ('reception', 'assignment', 'appraisal', 'review', 'signature', 'issue', 'return')),
  name text not null,
  role_id bigint not null references role (id),
  -- which of the dossier's units does it
  place text not null check (place in ('receiving', 'settling')),
  limit_hours numeric(7, 2) not null check (limit_hours > 0),
  unique (process_id, position)
);
create index process_step_role_id on process_step (role_id);

-- A step somebody has to do now or has done: a projection of the dossier's actions.
create table task (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  number integer not null check (number > 0),
  step_id bigint not null references process_step (id),
  kind text not null,
  unit_id bigint not null references unit (id),
  role_id bigint not null references role (id),
  assignee_id bigint references officer (id),
  opened_at timestamptz not null,
  due_at timestamptz not null,
  closed_at timestamptz,
  closed_by_id bigint references officer (id),
  outcome text check (outcome in ('completed', 'sent-back')),
  check ((closed_at is null) = (outcome is null)),
  unique (dossier_id, number)
);
create unique index task_one_open on task (dossier_id) where closed_at is null;
create index task_inbox on task (unit_id, role_id, due_at) where closed_at is null;
create index task_assignee_id on task (assignee_id, due_at) where closed_at is null;
create index task_assignee_history on task (assignee_id);
create index task_closed_by_id on task (closed_by_id, closed_at) where closed_at is not null;
create index task_step_id on task (step_id);
create index task_unit_id on task (unit_id);
create index task_role_id on task (role_id);

create table task_note (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  task_id bigint references task (id),
  officer_id bigint not null references officer (id),
  text text not null check (text <> ''),
  created_at timestamptz not null
);
create index task_note_dossier_id on task_note (dossier_id, created_at);
create index task_note_task_id on task_note (task_id);
create index task_note_officer_id on task_note (officer_id);
