-- All papers of domain.md §3 and §4.7. The two that are given across the counter before there is a dossier, and lists about many, stand without one.
alter table paper drop constraint paper_form_check;
alter table paper drop constraint paper_check;
alter table paper add constraint paper_form_check check (form in (
  'RECEIPT_APPOINTMENT', 'SUPPLEMENT_REQUEST', 'REFUSAL', 'APOLOGY_EXTENSION', 'STOP_NOTICE', 'PROCESS_CONTROL_SLIP', 'DOSSIER_REGISTER',
  'ACKNOWLEDGEMENT', 'TRANSFER_SLIP', 'CONSULTATION_LETTER', 'VERIFICATION_MINUTES', 'REFUSAL_LETTER', 'CLOSING_NOTICE', 'FINANCIAL_NOTICE', 'RETURN_SLIP',
  'HANDOVER_LIST', 'LOSS_RECORD', 'APOLOGY_LETTER', 'BARCODE_LABEL', 'ARCHIVE_COVER', 'ARCHIVE_INDEX', 'REPORT_II_06A'));
alter table paper add constraint paper_dossier_id_check check (
  dossier_id is not null or form in ('DOSSIER_REGISTER', 'REPORT_II_06A', 'HANDOVER_LIST', 'SUPPLEMENT_REQUEST', 'REFUSAL'));

-- What a unit passed on during a day (danh sách bàn giao); serves the foreign key as the index before did.
drop index task_unit_id;
create index task_unit_id on task (unit_id, closed_at);
