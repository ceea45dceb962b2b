-- bản nháp quy trình: a version that is being drawn, with every drawing one can go back to
create table process_draft (
  id bigint generated always as identity primary key,
  process_id bigint not null unique references process (id) on delete cascade,
  -- the template has no published version yet: it is bound when this one is published, to the procedure or, without one, to all
  is_first boolean not null,
  procedure_id bigint references procedure (id),
  -- which of its drawings is the one in `process.graph`
  step integer not null default 0 check (step >= 0),
  saved_by_id bigint references officer (id),
  saved_at timestamptz not null,
  created_at timestamptz not null,
  check (is_first or procedure_id is null)
);
create unique index process_draft_first on process_draft (procedure_id) nulls not distinct where is_first;
create index process_draft_procedure_id on process_draft (procedure_id);
create index process_draft_saved_by_id on process_draft (saved_by_id);

create table process_drawing (
  id bigint generated always as identity primary key,
  process_draft_id bigint not null references process_draft (id) on delete cascade,
  step integer not null check (step >= 0),
  graph jsonb not null,
  created_at timestamptz not null,
  unique (process_draft_id, step)
);

-- Who could edit a process could also put it in force; now these are two rights, and nobody loses one.
insert into role_right (role_id, name) select role_id, 'workflow.publish-process' from role_right where name = 'workflow.edit-process' on conflict do nothing;
