-- Nghỉ, vắng mặt: from the first to the last day, both included, a named colleague stands in. It ends by itself.
create table absence (
  id bigint generated always as identity primary key,
  officer_id bigint not null references officer (id),
  substitute_id bigint not null references officer (id),
  first_day date not null,
  last_day date not null,
  reason text not null check (reason <> ''),
  -- taken back before its first day was over; one that ends early gets another last day
  cancelled_at timestamptz,
  created_at timestamptz not null,
  check (last_day >= first_day),
  check (officer_id <> substitute_id),
  exclude using gist (officer_id with =, daterange(first_day, last_day, '[]') with &&) where (cancelled_at is null)
);
create index absence_officer_id on absence (officer_id, last_day);
create index absence_substitute_id on absence (substitute_id, last_day);

-- The standard roles of an installation that is already at work learn what is new.
insert into role_right (role_id, name)
select r.id, given.name from role r
join (values
  ('centre-head', 'identity.manage-absences'), ('division-head', 'identity.manage-absences'), ('agency-leader', 'identity.manage-absences'),
  ('agency-admin', 'identity.manage-absences'),
  ('centre-head', 'workflow.hand-over-all'), ('division-head', 'workflow.hand-over-all'), ('agency-leader', 'workflow.hand-over-all'),
  ('agency-admin', 'workflow.hand-over-all')) given (code, name) on given.code = r.code
on conflict do nothing;
