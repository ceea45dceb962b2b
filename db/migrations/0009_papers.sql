-- Every legal paper that was issued (TT 03/2025/TT-VPCP, appendix I), with the facts it was printed from: a reprint shows the same facts, whatever changed since.
create table paper (
  id bigint generated always as identity primary key,
  form text not null check (form in (
    'RECEIPT_APPOINTMENT', 'SUPPLEMENT_REQUEST', 'REFUSAL', 'APOLOGY_EXTENSION', 'STOP_NOTICE', 'PROCESS_CONTROL_SLIP', 'DOSSIER_REGISTER',
    'RETURN_SLIP', 'REPORT_II_06A')),
  -- which set of forms: its circular, e.g. TT-03-2025
  form_set text not null,
  -- null for papers about many dossiers (the register, reports)
  dossier_id bigint references dossier (id),
  unit_id bigint not null references unit (id),
  year integer not null,
  -- Số: number/symbol, e.g. 12/TTPVHCC
  number integer not null check (number > 0),
  symbol text not null,
  -- what the template was given
  data jsonb not null,
  -- the signed or archived file, when there is one
  document_id bigint references document (id),
  officer_id bigint references officer (id),
  issued_at timestamptz not null,
  print_count integer not null default 0 check (print_count >= 0),
  unique (unit_id, form, year, number),
  check (dossier_id is not null or form in ('DOSSIER_REGISTER', 'REPORT_II_06A'))
);
create index paper_dossier_id on paper (dossier_id, issued_at) where dossier_id is not null;
create index paper_document_id on paper (document_id) where document_id is not null;
create index paper_officer_id on paper (officer_id) where officer_id is not null;

-- Each print: 1 is the first, the n-th after it carries "BẢN IN LẠI LẦN n".
create table paper_print (
  id bigint generated always as identity primary key,
  paper_id bigint not null references paper (id),
  number integer not null check (number > 0),
  officer_id bigint references officer (id),
  reason text,
  printed_at timestamptz not null,
  unique (paper_id, number)
);
create index paper_print_officer_id on paper_print (officer_id) where officer_id is not null;
create trigger paper_print_append_only before update or delete on paper_print for each row execute function refuse_change();
