-- An expert who is no officer is asked by a link that ends. The link's secret is known to whoever has the link; here stands its hash.
create table expert_invitation (
  id bigint generated always as identity primary key,
  dossier_id bigint not null references dossier (id),
  -- the task that waits for the answer: a process's call-out, or a part asked of somebody outside the system
  task_number integer not null,
  name text not null check (name <> ''),
  organisation text check (organisation <> ''),
  contact text not null check (contact <> ''),
  question text not null check (question <> ''),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null,
  invited_by_id bigint references officer (id),
  created_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  answered_at timestamptz,
  verdict text check (verdict in ('agree', 'agree-if', 'disagree', 'none')),
  answer text,
  document_id bigint references document (id),
  foreign key (dossier_id, task_number) references task (dossier_id, number),
  check (expires_at > created_at),
  check ((answered_at is null) = (verdict is null) and (answered_at is null) = (answer is null)),
  check (answered_at is null or revoked_at is null)
);
-- whoever asks again withdraws the link before
create unique index expert_invitation_task on expert_invitation (dossier_id, task_number) where revoked_at is null;
create index expert_invitation_dossier_id on expert_invitation (dossier_id);
create index expert_invitation_invited_by_id on expert_invitation (invited_by_id);
create index expert_invitation_document_id on expert_invitation (document_id);

-- what of the dossier the expert may read; nothing else
create table expert_invitation_component (
  id bigint generated always as identity primary key,
  expert_invitation_id bigint not null references expert_invitation (id),
  dossier_component_id bigint not null references dossier_component (id),
  unique (expert_invitation_id, dossier_component_id)
);
create index expert_invitation_component_dossier_component_id on expert_invitation_component (dossier_component_id);
