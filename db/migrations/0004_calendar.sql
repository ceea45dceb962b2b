-- The working calendar (domain.md §2.8): office hours and the days that do not follow them, for the country (unit_id null), a unit and all below it.

-- Whether a text is office hours, `08:00-12:00,13:00-17:00`: each session ends after it begins and begins after the one before it ended. Empty: closed.
create function is_office_hours(value text) returns boolean language sql immutable as $$
  select value = '' or (
    value ~ '^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d(,([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)*$'
    and not exists (
      select 1 from (
        select moment, lag(moment) over (order by position) as before
        from regexp_split_to_table(value, '[-,]') with ordinality as split (moment, position)
      ) as moments where moment <= before))
$$;

-- giờ làm việc
create table office_week (
  id bigint generated always as identity primary key,
  unit_id bigint references unit (id),
  valid_from date not null,
  valid_to date,
  monday text not null check (is_office_hours(monday)),
  tuesday text not null check (is_office_hours(tuesday)),
  wednesday text not null check (is_office_hours(wednesday)),
  thursday text not null check (is_office_hours(thursday)),
  friday text not null check (is_office_hours(friday)),
  saturday text not null check (is_office_hours(saturday)),
  sunday text not null check (is_office_hours(sunday)),
  source text not null check (source <> ''),
  created_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from),
  -- a week without any hours would mean that nothing is ever due
  check (monday || tuesday || wednesday || thursday || friday || saturday || sunday <> ''),
  constraint office_week_one_at_a_time exclude using gist (coalesce(unit_id, 0) with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index office_week_unit_id on office_week (unit_id);

-- ngày nghỉ, ngày làm bù, nửa ngày; each with the document behind it. Not confirmed: a proposal that still counts, until it is changed.
create table calendar_day (
  id bigint generated always as identity primary key,
  unit_id bigint references unit (id),
  date date not null check (date between '1900-01-01' and '2199-12-31'),
  kind text not null check (kind in ('off', 'working', 'half-day')),
  -- its own hours; null: a full day, or the first session for a half day
  hours text check (is_office_hours(hours) and hours <> ''),
  name text not null check (name <> ''),
  name_en text not null default '',
  source text not null check (source <> ''),
  is_confirmed boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (kind <> 'off' or hours is null),
  unique nulls not distinct (unit_id, date)
);

-- Years whose national days are all rows above; in any other year the program's own proposal is added.
create table calendar_year (
  year integer primary key check (year between 1900 and 2199),
  created_at timestamptz not null
);

-- One row that changes with every edit, whoever makes it, in the same transaction: a process keeps a compiled calendar only as long as this stays the same.
create table calendar_version (
  is_only boolean primary key default true check (is_only),
  version uuid not null default gen_random_uuid()
);
insert into calendar_version default values;

create function calendar_changed() returns trigger language plpgsql as $$
begin
  update calendar_version set version = gen_random_uuid();
  return null;
end $$;
create trigger office_week_changed after insert or update or delete or truncate on office_week execute function calendar_changed();
create trigger calendar_day_changed after insert or update or delete or truncate on calendar_day execute function calendar_changed();
create trigger calendar_year_changed after insert or update or delete or truncate on calendar_year execute function calendar_changed();
