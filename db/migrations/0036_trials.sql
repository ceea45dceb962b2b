-- kịch bản thử: how a dossier of a process must go, written by its administrator; acts and assertions are plain data (`modules/workflow/trials/trial.ts`)
create table process_trial (
  id bigint generated always as identity primary key,
  process_template_id bigint not null references process_template (id) on delete cascade,
  name text not null check (length(name) between 1 and 200),
  -- whose bindings count; null: those for every procedure
  procedure_id bigint references procedure (id),
  receiving_unit_id bigint not null references unit (id),
  settling_unit_id bigint not null references unit (id),
  channel text not null check (channel in ('counter', 'online', 'post')),
  return_method text not null check (return_method in ('counter', 'post', 'electronic')),
  -- the limit with its counting rules
  promise jsonb not null,
  -- each with its moment, its act and what is asserted after it; the first is the reception
  steps jsonb not null,
  -- goes up with each save; a save says which one it saw
  revision integer not null default 1 check (revision >= 1),
  saved_by_id bigint references officer (id),
  saved_at timestamptz not null,
  created_at timestamptz not null,
  unique (process_template_id, name)
);
create index process_trial_procedure_id on process_trial (procedure_id);
create index process_trial_receiving_unit_id on process_trial (receiving_unit_id);
create index process_trial_settling_unit_id on process_trial (settling_unit_id);
create index process_trial_saved_by_id on process_trial (saved_by_id);

-- what came of it on a version, the last time it ran there
create table process_trial_run (
  id bigint generated always as identity primary key,
  process_trial_id bigint not null references process_trial (id) on delete cascade,
  process_id bigint not null references process (id) on delete cascade,
  -- of what ran: an older one says nothing of the trial or the drawing as they are now
  trial_revision integer not null,
  process_revision integer not null,
  is_green boolean not null,
  -- the first thing that was not so, in both languages
  failure jsonb,
  ran_at timestamptz not null,
  created_at timestamptz not null,
  unique (process_trial_id, process_id),
  check (is_green = (failure is null))
);
create index process_trial_run_process_id on process_trial_run (process_id);
create index process_trial_run_red on process_trial_run (process_id) where not is_green;
