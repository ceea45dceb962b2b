-- đề xuất yêu cầu bổ sung: what a specialist lays before the leader; it becomes a supplement request when the leader approves (NĐ 61/2018 art. 19(4))
create table supplement_proposal (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  status text not null default 'proposed' check (status in ('proposed', 'asked', 'declined')),
  proposed_at timestamptz not null,
  proposed_by_id bigint references officer (id),
  -- [{subject, reasonCode, text}], as the request will have them
  faults jsonb not null check (jsonb_array_length(faults) > 0),
  guide_name text,
  guide_phone text,
  decided_at timestamptz,
  decided_by_id bigint references officer (id),
  -- why it was declined
  decision_text text,
  supplement_request_id bigint references supplement_request (id),
  check ((status = 'proposed') = (decided_at is null)),
  check ((status = 'asked') = (supplement_request_id is not null))
);
create unique index supplement_proposal_open on supplement_proposal (dossier_id) where status = 'proposed';
create index supplement_proposal_dossier_id on supplement_proposal (dossier_id);
create index supplement_proposal_proposed_by_id on supplement_proposal (proposed_by_id);
create index supplement_proposal_decided_by_id on supplement_proposal (decided_by_id);
create index supplement_proposal_supplement_request_id on supplement_proposal (supplement_request_id);

-- what has come of each thing asked for; the request is over when nothing is missing
alter table supplement_fault add column completed_at timestamptz;

-- rút hồ sơ
create table withdrawal (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  requested_at timestamptz not null,
  channel text not null check (channel in ('counter', 'online', 'post')),
  reason_id bigint not null references reason (id),
  text text,
  recorded_by_id bigint references officer (id),
  decision text check (decision in ('confirmed', 'declined')),
  decided_at timestamptz,
  decided_by_id bigint references officer (id),
  decision_text text,
  check ((decision is null) = (decided_at is null))
);
create unique index withdrawal_open on withdrawal (dossier_id) where decision is null;
create index withdrawal_dossier_id on withdrawal (dossier_id);
create index withdrawal_reason_id on withdrawal (reason_id);
create index withdrawal_recorded_by_id on withdrawal (recorded_by_id);
create index withdrawal_decided_by_id on withdrawal (decided_by_id);

-- thẩm tra, xác minh: what is to be verified where; its findings stand in the minutes (paper)
create table verification (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  begun_at timestamptz not null,
  begun_by_id bigint references officer (id),
  planned_at timestamptz not null,
  place text not null check (place <> ''),
  content text not null check (content <> ''),
  ended_at timestamptz,
  ended_by_id bigint references officer (id),
  conclusion text,
  paper_id bigint references paper (id),
  -- broken off without minutes when the dossier ended or went to its applicant
  check (ended_at is not null or paper_id is null)
);
create unique index verification_open on verification (dossier_id) where ended_at is null;
create index verification_dossier_id on verification (dossier_id);
create index verification_begun_by_id on verification (begun_by_id);
create index verification_ended_by_id on verification (ended_by_id);
create index verification_paper_id on verification (paper_id);

-- Late dossiers of a unit, open and finished: the late list, and who is still owed an apology.
create index dossier_late_open on dossier (settling_unit_id, late_from) where finished_at is null and late_from is not null;
create index dossier_late_finished on dossier (settling_unit_id, finished_at) where timeliness = 'late';
create index apology_lateness on apology (dossier_id) where kind = 'lateness';

-- Which way a dossier ended is looked at by the figures too.
drop index dossier_settling_unit_id;
create index dossier_settling_unit_id on dossier (settling_unit_id, received_at desc)
  include (id, procedure_id, procedure_version_id, channel, late_from, finished_at, timeliness, outcome);

-- danh sách hồ sơ quá hạn is printed too
alter table paper drop constraint paper_form_check;
alter table paper add constraint paper_form_check check (form in (
  'RECEIPT_APPOINTMENT', 'SUPPLEMENT_REQUEST', 'REFUSAL', 'APOLOGY_EXTENSION', 'STOP_NOTICE', 'PROCESS_CONTROL_SLIP', 'DOSSIER_REGISTER',
  'ACKNOWLEDGEMENT', 'TRANSFER_SLIP', 'CONSULTATION_LETTER', 'VERIFICATION_MINUTES', 'REFUSAL_LETTER', 'CLOSING_NOTICE', 'FINANCIAL_NOTICE', 'RETURN_SLIP',
  'HANDOVER_LIST', 'LOSS_RECORD', 'APOLOGY_LETTER', 'BARCODE_LABEL', 'ARCHIVE_COVER', 'ARCHIVE_INDEX', 'REPORT_II_06A', 'LATE_LIST'));
alter table paper drop constraint paper_dossier_id_check;
alter table paper add constraint paper_dossier_id_check check (
  dossier_id is not null or form in ('DOSSIER_REGISTER', 'REPORT_II_06A', 'HANDOVER_LIST', 'SUPPLEMENT_REQUEST', 'REFUSAL', 'LATE_LIST'));

insert into role_right (role_id, name)
select r.id, given.name from role r
join (values ('specialist', 'settlement.propose-supplement'), ('division-head', 'settlement.propose-supplement')) given (code, name) on given.code = r.code
on conflict do nothing;
