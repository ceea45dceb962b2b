-- đối chiếu: each night every dossier is computed anew from its actions and compared with what is stored; what came of it is kept
create table reconciliation (
  id bigint generated always as identity primary key,
  created_at timestamptz not null,
  dossier_count integer not null check (dossier_count >= 0),
  action_count integer not null check (action_count >= 0),
  difference_count integer not null check (difference_count >= 0),
  -- the first of them: [{code, what}]
  differences jsonb not null default '[]'
);
create index reconciliation_created_at on reconciliation (created_at desc);
