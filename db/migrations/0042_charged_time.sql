-- who may record that minutes of a dossier were the post's or a broken exchange's
insert into role_right (role_id, name)
select r.id, 'workflow.charge-time' from role r where r.code in ('centre-head', 'division-head', 'agency-leader')
on conflict do nothing;
