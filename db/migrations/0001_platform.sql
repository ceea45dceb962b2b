-- What any system needs: the audit trail, counters, idempotency keys, settings.
create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- A row that may only be added: changing or deleting it is refused, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('officer', 'partner', 'system', 'public')),
  actor_id bigint,
  name text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  subject_kind text,
  subject_id text,
  unit_id bigint,
  source text,
  detail jsonb
);
create index audit_at on audit using brin (at);
create index audit_subject on audit (subject_kind, subject_id, id);
create index audit_actor on audit (actor_id, id) where actor_id is not null;
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();

create table running_number (
  key text primary key,
  value bigint not null check (value > 0)
);

-- A repeated request with the same key gets the first answer again (API posts, double clicks).
create table idempotency (
  actor_key text not null,
  key text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null,
  primary key (actor_key, key)
);
create index idempotency_created_at on idempotency (created_at);

create table setting (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null
);
