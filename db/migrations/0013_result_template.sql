-- mẫu kết quả: what a version of a Word template is for and what it asks of whoever prepares the result. Like the version it belongs to, it is never changed.
create table result_template (
  id bigint generated always as identity primary key,
  document_template_id bigint not null unique references document_template (id),
  -- null: for every procedure
  procedure_id bigint references procedure (id),
  -- [{name, label, kind}]: the fields a person types, in the order of the form
  questions jsonb not null,
  -- ký hiệu proposed when the number is given, e.g. GP-SVHTTDL
  symbol text check (symbol <> ''),
  created_at timestamptz not null
);
create index result_template_procedure_id on result_template (procedure_id);

-- Dự thảo lập từ mẫu: what the document was made from. At issue it is made once more from the same, with number, date and signer.
create table result_draft (
  id bigint generated always as identity primary key,
  dossier_result_id bigint not null unique references dossier_result (id),
  result_template_id bigint not null references result_template (id),
  -- as typed, for the next time the form is opened
  answers jsonb not null,
  -- what the template was filled with
  data jsonb not null,
  word_document_id bigint not null references document (id),
  -- the draft counts while this is the document of the result: an uploaded one takes its place
  pdf_document_id bigint not null references document (id),
  created_at timestamptz not null
);
create index result_draft_result_template_id on result_draft (result_template_id);
create index result_draft_word_document_id on result_draft (word_document_id);
create index result_draft_pdf_document_id on result_draft (pdf_document_id);
