-- What the catalogue publishes for counting: the name and field of a procedure as its version says.
create view procedure_fact as
select v.id as version_id, v.procedure_id, p.code, v.name, v.field_id, field.name as field_name, v.service_level
from procedure_version v
  join procedure p on p.id = v.procedure_id
  left join field on field.id = v.field_id;
