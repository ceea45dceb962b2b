-- People who work here, their rights, and the people and organisations we serve.
create table officer (
  id bigint generated always as identity primary key,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  full_name text not null check (full_name <> ''),
  search_name text not null,
  -- cán bộ, công chức, viên chức, nhân viên hợp đồng (NĐ 118/2025 art. 11)
  staff_kind text not null check (staff_kind in ('cadre', 'civil-servant', 'public-employee', 'contract')),
  home_unit_id bigint not null references unit (id),
  position_id bigint references position (id),
  phone text,
  email text,
  password_hash text,
  must_change_password boolean not null default true,
  password_changed_at timestamptz,
  totp_secret text,
  -- null: enrolment begun but the first code not yet entered
  totp_confirmed_at timestamptz,
  -- last accepted time step, so that one code opens one session
  totp_last_step bigint,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  -- false: locked by an administrator, or left
  is_active boolean not null default true,
  is_invented boolean not null default false,
  created_at timestamptz not null,
  check (totp_confirmed_at is null or totp_secret is not null)
);
create index officer_home_unit_id on officer (home_unit_id);
create index officer_position_id on officer (position_id);
create index officer_search_name on officer using gin (search_name gin_trgm_ops);

create table role (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z][a-z-]+$'),
  name text not null,
  name_en text not null,
  description text not null
);

-- What a role may do: names of actions and readings.
create table role_right (
  role_id bigint not null references role (id),
  name text not null check (name ~ '^[a-z-]+\.[a-z-]+$'),
  primary key (role_id, name)
);

-- A role is held within a unit and everything below it, for a time. Several per person.
create table role_assignment (
  id bigint generated always as identity primary key,
  officer_id bigint not null references officer (id),
  role_id bigint not null references role (id),
  unit_id bigint not null references unit (id),
  valid_from date not null,
  valid_to date,
  -- biệt phái: 12–36 months (NĐ 118/2025 art. 11)
  secondment_id bigint,
  created_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from),
  exclude using gist (officer_id with =, role_id with =, unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index role_assignment_officer_id on role_assignment (officer_id);
create index role_assignment_role_id on role_assignment (role_id, unit_id);
create index role_assignment_unit_id on role_assignment (unit_id);

create table secondment (
  id bigint generated always as identity primary key,
  officer_id bigint not null references officer (id),
  from_unit_id bigint not null references unit (id),
  to_unit_id bigint not null references unit (id),
  starts_on date not null,
  ends_on date not null,
  -- when it ended before its time
  ended_on date,
  decision text not null,
  created_at timestamptz not null,
  check (ends_on >= starts_on),
  check (from_unit_id <> to_unit_id)
);
create index secondment_officer_id on secondment (officer_id);
create index secondment_from_unit_id on secondment (from_unit_id);
create index secondment_to_unit_id on secondment (to_unit_id);
alter table role_assignment add foreign key (secondment_id) references secondment (id);
create index role_assignment_secondment_id on role_assignment (secondment_id);

-- For a time, one officer also holds what another holds. Delegated rights are not delegated on.
create table delegation (
  id bigint generated always as identity primary key,
  from_officer_id bigint not null references officer (id),
  to_officer_id bigint not null references officer (id),
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  revoked_at timestamptz,
  created_at timestamptz not null,
  check (valid_to >= valid_from),
  check (from_officer_id <> to_officer_id)
);
create index delegation_from_officer_id on delegation (from_officer_id);
create index delegation_to_officer_id on delegation (to_officer_id);

create table session (
  id bigint generated always as identity primary key,
  -- SHA-256 of the cookie; the cookie itself is nowhere
  hash text not null unique,
  officer_id bigint not null references officer (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- the password was right, the code of the second factor is still to come
  awaits_code boolean not null default false,
  source text,
  device text
);
create index session_officer_id on session (officer_id);
create index session_expires_at on session (expires_at);

-- For rate limits that several processes share.
create table sign_in_attempt (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- hash of a user name or an address
  key text not null
);
create index sign_in_attempt_key on sign_in_attempt (key, at);
create index sign_in_attempt_at on sign_in_attempt (at);

create table partner (
  id bigint generated always as identity primary key,
  code text not null unique,
  name text not null,
  is_active boolean not null default true,
  created_at timestamptz not null
);

create table api_token (
  id bigint generated always as identity primary key,
  partner_id bigint not null references partner (id),
  -- the first characters, to tell tokens apart
  hint text not null,
  -- SHA-256 of the token; shown once when made
  hash text not null unique,
  unit_id bigint not null references unit (id),
  rights text[] not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null
);
create index api_token_partner_id on api_token (partner_id);
create index api_token_unit_id on api_token (unit_id);

-- tổ chức, cá nhân
create table party (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null check (name <> ''),
  search_name text not null,
  -- số định danh cá nhân, CMND 9 số, hộ chiếu, mã số thuế/doanh nghiệp
  identifier_kind text check (identifier_kind in ('personal-id', 'old-id', 'passport', 'tax-code')),
  identifier text,
  birth_date date,
  sex text check (sex in ('female', 'male')),
  representative text,
  phone text,
  email text,
  address text,
  area_code text references area (code),
  is_invented boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((identifier is null) = (identifier_kind is null)),
  unique (identifier_kind, identifier)
);
create index party_area_code on party (area_code);
create index party_search_name on party using gin (search_name gin_trgm_ops);
create index party_phone on party (phone);
create index party_identifier on party (identifier text_pattern_ops);
