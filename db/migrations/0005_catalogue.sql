-- The procedure catalogue (domain.md §4.4): procedure → version → case → channel and component. A dossier keeps the version and case it was received
-- under, so a published version never changes; triggers below keep that promise whoever asks.
-- `valid_before` is the first day on which a row is no longer in force ("hết hiệu lực từ ngày"); equal to `valid_from` it was in force on no day.

-- lĩnh vực; the code joins agency code and field code, MX1X2-LV (TT 01/2018/TT-VPCP art. 19–20, TT 03/2025/TT-VPCP annex I)
create table field (
  id bigint generated always as identity primary key,
  code text unique check (code ~ '^[A-Y]\d{2}-[A-Z0-9]{2,8}$'),
  name text not null check (name <> ''),
  name_en text,
  search_text text not null unique,
  created_at timestamptz not null
);

create table procedure (
  id bigint generated always as identity primary key,
  -- mã TTHC quốc gia, always text: spreadsheets drop its last zeros
  national_code text unique check (national_code ~ '^\d\.\d{6}(\.[A-Z0-9.]+)?$'),
  local_codes text[] not null default '{}',
  -- the one code by which the procedure is addressed: the national one, else the first local one
  code text not null unique generated always as (coalesce(national_code, local_codes[1])) stored,
  -- NĐ 224/2026 art. 15(1)i: a province serves only what no ministry system and not the national portal serves
  served_by text not null default 'PROVINCE' check (served_by in ('PROVINCE', 'MINISTRY_CENTRAL', 'NATIONAL_PORTAL')),
  -- TTHC nội bộ giữa các cơ quan: not shown to citizens
  is_internal boolean not null default false,
  is_non_territorial boolean not null default false,
  -- procedures are closed, never deleted (CAT-01)
  status text not null default 'active' check (status in ('active', 'closed')),
  closed_reason text,
  closed_at timestamptz,
  superseded_by_id bigint references procedure (id),
  created_at timestamptz not null,
  check ((status = 'closed') = (closed_at is not null)),
  check (status = 'active' or coalesce(closed_reason, '') <> '')
);
create index procedure_local_codes on procedure using gin (local_codes);
create index procedure_superseded_by_id on procedure (superseded_by_id) where superseded_by_id is not null;

create table procedure_version (
  id bigint generated always as identity primary key,
  procedure_id bigint not null references procedure (id),
  number integer not null check (number > 0),
  status text not null default 'draft' check (status in ('draft', 'published')),
  valid_from date not null,
  valid_before date,
  -- quyết định công bố: number, date, the newest legal basis' day of effect, the day it was made public
  decision_number text,
  decision_date date,
  effective_date date,
  published_on date,

  -- the seven statutory parts (NĐ 63/2010 art. 8(2)); time limit and papers hang on the cases
  name text not null check (name <> ''),
  steps text[] not null default '{}',
  manner text,
  sets integer check (sets between 1 and 99),
  subjects text[] not null default '{}',
  subject_groups text[] not null default '{}' check (subject_groups <@ array['citizen', 'business', 'organisation', 'official']),
  deciding_agency text,

  field_id bigint references field (id),
  levels text[] not null default '{}' check (levels <@ array['ministry', 'province', 'district', 'commune', 'other']),
  executing_agencies text[] not null default '{}',
  coordinating_agency text,
  receiving_place text,
  requirements text,
  forms text[] not null default '{}',
  service_level text not null check (service_level in ('full', 'partial', 'info')),
  -- NĐ 224/2026 art. 14: the reason must be published
  partial_service_reason text check (partial_service_reason in ('presence', 'field-verification', 'technical-incident', 'technical-limit')),
  partial_service_note text,

  -- where the facts came from, what the source did not say, and what is only there to show the system
  source jsonb,
  facts_missing text[] not null default '{}',
  illustrative text[] not null default '{}',
  -- suspicious findings of the import; a version that has some is published only by a person's yes
  findings jsonb not null default '[]',
  findings_accepted_note text,
  approved_at timestamptz,
  approved_kind text check (approved_kind in ('officer', 'partner', 'system', 'public')),
  approved_by_id bigint,
  -- hash of the imported record as a whole and part by part, so that a second import says "same" and a changed one says what changed
  source_hash text,
  source_parts jsonb,
  search_text text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (procedure_id, number),
  check (valid_before >= valid_from),
  check (status = 'draft' or approved_at is not null),
  check (status = 'draft' or findings = '[]' or coalesce(findings_accepted_note, '') <> ''),
  check (service_level = 'partial' or partial_service_reason is null),
  -- one published version on any day
  exclude using gist (procedure_id with =, daterange(valid_from, valid_before) with &&) where (status = 'published')
);
create index procedure_version_field_id on procedure_version (field_id);
create index procedure_version_name on procedure_version (left(name, 200), id) where status = 'published';
create index procedure_version_search_text on procedure_version using gin (search_text gin_trgm_ops);
create index procedure_version_levels on procedure_version using gin (levels);
create unique index procedure_version_draft on procedure_version (procedure_id) where status = 'draft';

-- trường hợp
create table procedure_case (
  id bigint generated always as identity primary key,
  procedure_version_id bigint not null references procedure_version (id) on delete cascade,
  position integer not null check (position > 0),
  code text not null,
  name text not null check (name <> ''),
  unique (procedure_version_id, position),
  unique (procedure_version_id, code)
);

-- cách thức × trường hợp: time limit and fee belong here, not to the procedure
create table procedure_channel (
  id bigint generated always as identity primary key,
  procedure_case_id bigint not null references procedure_case (id) on delete cascade,
  channel text not null check (channel in ('counter', 'online', 'post')),
  limit_amount numeric(7, 2) check (limit_amount > 0),
  limit_unit text check (limit_unit in ('hour', 'working-day', 'calendar-day', 'month')),
  -- carry: to the minute; end: to the end of office time of the last day; null: the unit's or national default
  count_mode text check (count_mode in ('carry', 'end')),
  -- received from this time on counts as the next working day
  cutoff time,
  has_last_hour_rule boolean not null default false,
  limit_text text,
  note text,
  unique (procedure_case_id, channel),
  check ((limit_amount is null) = (limit_unit is null))
);

create table channel_fee (
  id bigint generated always as identity primary key,
  procedure_channel_id bigint not null references procedure_channel (id) on delete cascade,
  position integer not null check (position > 0),
  kind text not null check (kind in ('fee', 'charge')),
  name text not null check (name <> ''),
  -- đồng; null: the source gives no amount in đồng, the text says where it stands
  amount bigint check (amount >= 0),
  cap bigint check (cap >= 0),
  per text,
  condition text,
  moment text not null default 'reception' check (moment in ('reception', 'supplement', 'return')),
  text text,
  unique (procedure_channel_id, position)
);

-- thành phần hồ sơ; a note is a line of explanation between the papers and cannot be handed in
create table component (
  id bigint generated always as identity primary key,
  procedure_case_id bigint not null references procedure_case (id) on delete cascade,
  position integer not null check (position > 0),
  kind text not null default 'paper' check (kind in ('paper', 'note')),
  code text,
  name text not null check (name <> ''),
  originals integer not null check (originals between 0 and 99),
  copies integer not null check (copies between 0 and 99),
  is_presented_only boolean not null default false,
  is_required boolean not null default true,
  form_name text,
  form_file text,
  group_name text,
  unique (procedure_case_id, position),
  check (kind = 'note' or originals + copies > 0 or is_presented_only)
);

create table procedure_result (
  id bigint generated always as identity primary key,
  procedure_version_id bigint not null references procedure_version (id) on delete cascade,
  position integer not null check (position > 0),
  code text,
  name text not null check (name <> ''),
  unique (procedure_version_id, position)
);

create table legal_basis (
  id bigint generated always as identity primary key,
  procedure_version_id bigint not null references procedure_version (id) on delete cascade,
  position integer not null check (position > 0),
  number text,
  title text,
  check (number is not null or title is not null),
  unique (procedure_version_id, position)
);

-- hồ sơ mẫu, hướng dẫn, video (NĐ 118/2025 art. 16); of the procedure, not of a version
create table procedure_guidance (
  id bigint generated always as identity primary key,
  procedure_id bigint not null references procedure (id),
  position integer not null check (position > 0),
  kind text not null check (kind in ('sample', 'guide', 'video')),
  name text not null check (name <> ''),
  url text check (url ~ '^(https?://|/)'),
  content text,
  created_at timestamptz not null,
  unique (procedure_id, position),
  check (url is not null or content is not null)
);

-- who receives and who settles a procedure, through which channels
create table procedure_offer (
  id bigint generated always as identity primary key,
  procedure_id bigint not null references procedure (id),
  receiving_unit_id bigint not null references unit (id),
  settling_unit_id bigint not null references unit (id),
  channels text[] not null default array['counter', 'online', 'post'] check (channels <@ array['counter', 'online', 'post'] and cardinality(channels) > 0),
  -- a point that receives from anywhere in the province
  is_non_territorial boolean not null default false,
  valid_from date not null,
  valid_before date,
  created_at timestamptz not null,
  check (valid_before >= valid_from),
  exclude using gist (procedure_id with =, receiving_unit_id with =, daterange(valid_from, valid_before) with &&)
);
create index procedure_offer_procedure_id on procedure_offer (procedure_id);
create index procedure_offer_receiving_unit_id on procedure_offer (receiving_unit_id);
create index procedure_offer_settling_unit_id on procedure_offer (settling_unit_id);

-- Imports: every row of every file is kept with what was made of it and why.
create table catalogue_import (
  id bigint generated always as identity primary key,
  file_name text not null,
  file_hash text not null,
  format text not null check (format in ('json', 'csv', 'xlsx')),
  -- spreadsheet columns in order, and the field of the record each one fills
  columns text[] not null default '{}',
  mapping jsonb not null default '{}',
  status text not null check (status in ('mapping', 'running', 'done')),
  row_count integer not null default 0,
  done_count integer not null default 0,
  started_kind text not null check (started_kind in ('officer', 'partner', 'system', 'public')),
  started_by_id bigint,
  started_at timestamptz not null,
  finished_at timestamptz,
  check ((status = 'done') = (finished_at is not null))
);
create index catalogue_import_started_at on catalogue_import (started_at desc);

create table catalogue_import_row (
  id bigint generated always as identity primary key,
  catalogue_import_id bigint not null references catalogue_import (id),
  number integer not null check (number > 0),
  payload jsonb not null,
  code text,
  name text,
  verdict text check (verdict in ('new', 'changed', 'same', 'suspicious', 'refused')),
  -- whether it would make a procedure, change one or neither; a suspicious row says it here
  effect text check (effect in ('new', 'changed', 'same')),
  findings jsonb not null default '[]',
  changed_parts text[] not null default '{}',
  record_hash text,
  procedure_id bigint references procedure (id),
  procedure_version_id bigint references procedure_version (id) on delete set null,
  decision text check (decision in ('publish', 'close', 'reject')),
  decision_note text,
  decided_at timestamptz,
  decided_kind text check (decided_kind in ('officer', 'partner', 'system', 'public')),
  decided_by_id bigint,
  unique (catalogue_import_id, number),
  check ((decision is null) = (decided_at is null))
);
create index catalogue_import_row_verdict on catalogue_import_row (catalogue_import_id, verdict, number);
create index catalogue_import_row_procedure_id on catalogue_import_row (procedure_id);
create index catalogue_import_row_procedure_version_id on catalogue_import_row (procedure_version_id);
create index catalogue_import_row_record_hash on catalogue_import_row (record_hash) where verdict = 'suspicious';

-- A published version is frozen: only its end may still be set.
create function refuse_published_change() returns trigger language plpgsql as $$
begin
  if old.status = 'published' and (tg_op = 'DELETE' or to_jsonb(new) - 'valid_before' - 'updated_at' <> to_jsonb(old) - 'valid_before' - 'updated_at') then
    raise exception 'procedure version % is published and frozen', old.id using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger procedure_version_frozen before update or delete on procedure_version for each row execute function refuse_published_change();

create function refuse_published_part_change() returns trigger language plpgsql as $$
declare
  part jsonb := to_jsonb(coalesce(new, old));
  frozen boolean;
begin
  if part ? 'procedure_version_id' then
    select status = 'published' into frozen from procedure_version where id = (part ->> 'procedure_version_id')::bigint;
  elsif part ? 'procedure_case_id' then
    select v.status = 'published' into frozen from procedure_case c join procedure_version v on v.id = c.procedure_version_id
      where c.id = (part ->> 'procedure_case_id')::bigint;
  else
    select v.status = 'published' into frozen from procedure_channel h join procedure_case c on c.id = h.procedure_case_id
      join procedure_version v on v.id = c.procedure_version_id where h.id = (part ->> 'procedure_channel_id')::bigint;
  end if;
  if frozen then
    raise exception 'part of a published procedure version is frozen' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger procedure_case_frozen before insert or update or delete on procedure_case for each row execute function refuse_published_part_change();
create trigger procedure_channel_frozen before insert or update or delete on procedure_channel for each row execute function refuse_published_part_change();
create trigger channel_fee_frozen before insert or update or delete on channel_fee for each row execute function refuse_published_part_change();
create trigger component_frozen before insert or update or delete on component for each row execute function refuse_published_part_change();
create trigger procedure_result_frozen before insert or update or delete on procedure_result for each row execute function refuse_published_part_change();
create trigger legal_basis_frozen before insert or update or delete on legal_basis for each row execute function refuse_published_part_change();
