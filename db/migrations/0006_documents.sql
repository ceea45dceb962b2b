-- What is on disk (or in S3), by the SHA-256 of its bytes: the same paper sent twice is kept once.
create table file (
  id bigint generated always as identity primary key,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  type text not null check (type in ('pdf', 'png', 'jpeg', 'docx', 'xlsx')),
  created_at timestamptz not null
);

-- giấy tờ: a file under a name, as somebody handed it in or the system made it. What it belongs to (a component of a dossier, a step, a result) is said by
-- the tables that point here.
create table document (
  id bigint generated always as identity primary key,
  file_id bigint not null references file (id),
  name text not null check (name <> '' and length(name) <= 255),
  origin text not null check (origin in ('upload', 'scan', 'template', 'paper')),
  -- both null: the system or the applicant
  officer_id bigint references officer (id),
  partner_id bigint references partner (id),
  created_at timestamptz not null,
  check (officer_id is null or partner_id is null)
);
create index document_file_id on document (file_id);
create index document_officer_id on document (officer_id) where officer_id is not null;
create index document_partner_id on document (partner_id) where partner_id is not null;

-- A Word file with {fields} from which results are made. Versions are never changed; a dossier's result names the version it was made from.
create table document_template (
  id bigint generated always as identity primary key,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]*$'),
  version integer not null check (version > 0),
  name text not null check (name <> ''),
  file_id bigint not null references file (id),
  -- names of the fields found in the file when it was added, in reading order
  fields text[] not null,
  valid_from date not null,
  valid_to date,
  decision text,
  officer_id bigint references officer (id),
  created_at timestamptz not null,
  unique (code, version),
  check (valid_to is null or valid_to >= valid_from)
);
create index document_template_file_id on document_template (file_id);
create index document_template_officer_id on document_template (officer_id) where officer_id is not null;
