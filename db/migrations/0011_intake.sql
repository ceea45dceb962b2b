-- A reception begun at a desk and not yet finished: what was typed so far survives a dropped line, a reload and an expired session. Emptied when it becomes a
-- dossier, removed after some days when it does not (it holds personal data).
create table reception_draft (
  id bigint generated always as identity primary key,
  -- in the address of the page; a random word that says nothing
  key text not null unique check (key ~ '^[0-9a-f]{20}$'),
  officer_id bigint not null references officer (id),
  unit_id bigint not null references unit (id),
  counter_id bigint references counter (id),
  -- the fields of the form by name, as typed
  form jsonb not null,
  dossier_id bigint references dossier (id),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index reception_draft_officer_id on reception_draft (officer_id, updated_at desc);
create index reception_draft_unit_id on reception_draft (unit_id);
create index reception_draft_counter_id on reception_draft (counter_id) where counter_id is not null;
create index reception_draft_dossier_id on reception_draft (dossier_id) where dossier_id is not null;
create index reception_draft_updated_at on reception_draft (updated_at);
