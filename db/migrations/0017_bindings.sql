-- Who may write processes may bind them.
insert into role_right (role_id, name) select role_id, 'workflow.bind-process' from role_right where name = 'workflow.edit-process' on conflict do nothing;
