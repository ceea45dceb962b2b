-- Thời gian thực tế of a procedure: read without touching the dossiers themselves
create index dossier_usual_time on dossier (procedure_id, finished_at) include (received_at) where outcome in ('result', 'refused');
