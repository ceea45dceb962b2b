-- Units of the administration and the places where people are received. Names, parents and codes change by decision, so every unit has validity dates.
create table unit (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,34}$'),
  -- mã định danh điện tử cơ quan (QĐ 20/2020/QĐ-TTg), without which no dossier code can be issued
  agency_code text check (agency_code ~ '^[A-Z0-9]{2,3}(\.[A-Z0-9]{2,3})*$'),
  -- the decision that gave the code, or a word that it is only illustrative
  agency_code_source text,
  name text not null check (name <> ''),
  short_name text,
  kind text not null check (kind in ('province', 'centre', 'department', 'division', 'commune', 'commune-centre', 'branch', 'reception-point', 'vertical-agency', 'office')),
  level text not null check (level in ('province', 'commune')),
  parent_id bigint references unit (id),
  path ltree not null unique default '',
  -- official 5-digit commune or 2-digit province code of the statistics office
  area_code text,
  address text,
  phone text,
  email text,
  website text,
  head_title text,
  search_name text not null,
  valid_from date not null,
  valid_to date,
  decision text,
  -- which unit goes on with its work after it was closed (sáp nhập)
  successor_id bigint references unit (id),
  created_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from),
  check (successor_id is null or valid_to is not null)
);
create index unit_successor_id on unit (successor_id) where successor_id is not null;
create index unit_search_name on unit using gin (search_name gin_trgm_ops);
create index unit_parent_id on unit (parent_id);
create index unit_path on unit using gist (path);
create unique index unit_agency_code on unit (agency_code) where agency_code is not null and valid_to is null;

-- The path is the chain of ids from the root; kept by the database so that it cannot lie.
create function unit_set_path() returns trigger language plpgsql as $$
begin
  if new.parent_id is null then
    new.path := new.id::text::ltree;
  else
    select path || new.id::text into strict new.path from unit where id = new.parent_id;
    if subpath(new.path, 0, -1) ~ ('*.' || new.id || '.*')::lquery then
      raise exception 'unit % cannot stand below itself', new.id using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger unit_path_insert before insert on unit for each row execute function unit_set_path();
create trigger unit_path_update before update of parent_id on unit for each row execute function unit_set_path();
create function unit_move_children() returns trigger language plpgsql as $$
begin
  if new.path <> old.path then
    update unit set parent_id = parent_id where parent_id = new.id;
  end if;
  return null;
end $$;
create trigger unit_children_follow after update of parent_id on unit for each row execute function unit_move_children();

-- What a unit was called and where it stood before it was renamed, moved or given another agency code.
create table unit_past (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit (id),
  name text not null,
  short_name text,
  agency_code text,
  parent_id bigint references unit (id),
  valid_from date not null,
  valid_to date not null,
  -- of the change that ended it
  decision text,
  created_at timestamptz not null,
  check (valid_to >= valid_from),
  exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index unit_past_unit_id on unit_past (unit_id, valid_from);
create index unit_past_parent_id on unit_past (parent_id);

-- quầy
create table counter (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit (id),
  number integer not null check (number > 0),
  name text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from),
  exclude using gist (unit_id with =, number with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index counter_unit_id on counter (unit_id, number);

-- chức danh
create table position (
  id bigint generated always as identity primary key,
  code text not null unique,
  name text not null,
  name_en text not null
);

-- Administrative areas for addresses: two levels since 1/7/2025, with validity.
create table area (
  code text primary key check (code ~ '^\d{2}$|^\d{5}$'),
  parent_code text references area (code),
  name text not null,
  search_name text not null,
  valid_from date not null,
  valid_to date
);
create index area_parent_code on area (parent_code, search_name);
create index area_search_name on area using gin (search_name gin_trgm_ops);
