-- Quá hạn không phải xin lỗi: a leader records why no apology is owed, and by what that is proved
create table apology_excuse (
  id bigint generated always as identity primary key,
  dossier_id bigint not null unique references dossier (id),
  reason_id bigint not null references reason (id),
  text text not null check (text <> ''),
  evidence text not null check (evidence <> ''),
  decided_by_id bigint references officer (id),
  decided_at timestamptz not null
);
create index apology_excuse_reason_id on apology_excuse (reason_id);
create index apology_excuse_decided_by_id on apology_excuse (decided_by_id);

alter table reason drop constraint reason_kind_check;
alter table reason add check (kind in ('supplement', 'refusal', 'extension', 'stop', 'withdrawal', 'payment', 'loss', 'correction', 'no-apology'));

insert into reason (code, kind, vi, en, position, created_at) values
  ('calamity', 'no-apology', 'Thiên tai, hỏa hoạn, dịch bệnh, sự cố bất khả kháng', 'Calamity, fire, epidemic, force majeure', 1, now()),
  ('secrecy', 'no-apology', 'Vì lý do quốc phòng, an ninh, bí mật nhà nước', 'Defence, security or a state secret', 2, now()),
  ('applicant-delayed', 'no-apology', 'Người nộp không cung cấp giấy tờ theo yêu cầu', 'The applicant did not provide the papers asked for', 3, now())
on conflict do nothing;
