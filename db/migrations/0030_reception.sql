-- How a procedure is received and settled out of the ordinary; null: its texts say nothing (an import never does).
alter table procedure_version
  -- giải quyết, trả kết quả ngay: no receipt unless the applicant asks (NĐ 61/2018 art. 17(4))
  add column is_same_day boolean,
  -- 4 tại chỗ: received, appraised, approved and returned at the one-stop unit (NĐ 61/2018 art. 17(5))
  add column is_four_on_the_spot boolean,
  -- received elsewhere than at the unit, only tracked here (NĐ 61/2018 art. 14(5))
  add column is_outside_the_unit boolean,
  -- the sector law's own periods: to ask for a supplement after reception, and to answer a request
  add column ask_supplement_days integer check (ask_supplement_days between 1 and 365),
  add column ask_supplement_unit text check (ask_supplement_unit in ('working-day', 'calendar-day')),
  add column answer_supplement_days integer check (answer_supplement_days between 1 and 365),
  add column answer_supplement_unit text check (answer_supplement_unit in ('working-day', 'calendar-day')),
  add constraint procedure_version_ask_supplement check ((ask_supplement_days is null) = (ask_supplement_unit is null)),
  add constraint procedure_version_answer_supplement check ((answer_supplement_days is null) = (answer_supplement_unit is null));

-- The standard roles of an installation that is already at work learn the new rights.
insert into role_right (role_id, name)
select r.id, given.name from role r
join (values
  ('receptionist', 'intake.file'), ('centre-head', 'intake.request-supplement'), ('centre-head', 'intake.decide-supplement'),
  ('centre-head', 'intake.refuse'), ('division-head', 'intake.record-outside'), ('specialist', 'intake.record-outside')
) given (code, name) on given.code = r.code
on conflict do nothing;
