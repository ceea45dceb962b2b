-- The trail is read by days, the newest first: without order by time a week of last year is found by going through everything since.
drop index audit_at;
create index audit_at on audit (at desc, id desc);

-- Figures of a unit and a period are counted in the index alone: what a measure looks at stands in it (modules/reporting/measures.ts).
drop index dossier_settling_unit_id;
create index dossier_settling_unit_id on dossier (settling_unit_id, received_at desc)
  include (id, procedure_id, procedure_version_id, channel, late_from, finished_at, timeliness);
