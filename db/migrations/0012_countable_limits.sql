-- A limit is one the working calendar can count (modules/calendar/due.ts): days and months in wholes and halves, an hour in any fraction that makes a minute.
-- Not validated against versions published before; no new one can break it.
alter table procedure_channel add constraint procedure_channel_limit_countable
  check (limit_unit = 'hour' or limit_amount * 2 = trunc(limit_amount * 2)) not valid;

comment on column procedure_channel.cutoff is 'received after this minute counts from the next working day';
