/**
 * The real figure of Quảng Trị is 75,288 electronic processes for 3,072 procedures (its own report), a procedure × unit each. The demonstration has as many: beside the real procedures of culture, procedures
 * that only stand for the rest, internal (no citizen sees them) and marked as illustrative, and a binding for every procedure at every unit that settles it.
 */
import { sql } from 'kysely'
import type { Database } from '../../src/platform/database.ts'

export const PROCEDURES = 3_072
export const BINDINGS = 75_288

/** One statement each, so that it takes seconds. */
export async function seedBindings(database: Database, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`
      insert into procedure (local_codes, is_internal, status, created_at)
      select array['MH.' || lpad(n::text, 4, '0')], true, 'active', ${now}
      from generate_series(1, ${PROCEDURES}::int - (select count(*)::int from procedure)) n`.execute(tx)
    await sql`
      insert into procedure_version (procedure_id, number, status, valid_from, decision_number, name, subjects, service_level, illustrative, levels, approved_at, approved_kind, search_text, created_at, updated_at)
      select p.id, 1, 'published', ${now}::date, 'minh họa', named.name, '{}', 'info', array['name', 'limit', 'components'], named.levels, ${now}, 'system',
        lower(unaccented.text), ${now}, ${now}
      from procedure p
        cross join lateral (select substr(p.code, 4)::int as n) numbered
        cross join lateral (select
          (array['Cấp', 'Cấp lại', 'Gia hạn', 'Điều chỉnh', 'Thu hồi'])[1 + n % 5] || ' ' ||
          (array['giấy phép', 'giấy chứng nhận', 'chứng chỉ hành nghề', 'quyết định', 'văn bản chấp thuận'])[1 + n / 5 % 5] || ' ' ||
          (array['xây dựng', 'đất đai', 'hộ tịch', 'y tế', 'giáo dục', 'nông nghiệp', 'giao thông', 'lao động', 'công thương', 'tài chính', 'tư pháp', 'môi trường'])[1 + n / 25 % 12] ||
          ' (minh họa ' || p.code || ')' as name,
          case when n <= ${COMMUNE_PROCEDURES} then array['commune'] else array['province'] end as levels) named
        cross join lateral (select ${searchable('named.name')} as text) unaccented
      where p.code like 'MH.%'`.execute(tx)
    // Of a commune's procedures every commune settles its own; of the province's each department in turn.
    await sql`
      insert into process_binding (procedure_id, unit_id, process_template_id, lanes, created_at)
      select p.id, u.id, b.process_template_id, '{}', ${now}
      from procedure p
        cross join (select process_template_id from process_binding where procedure_id is null and unit_id is null) b
        join lateral (
          select id from unit where kind = 'commune' and substr(p.code, 4)::int <= ${COMMUNE_PROCEDURES}
          union all
          (select id from (select id, row_number() over (order by id) - 1 as n, count(*) over () as total from unit where kind = 'department') d
            where substr(p.code, 4)::int > ${COMMUNE_PROCEDURES} and d.n = substr(p.code, 4)::int % d.total)) u on true
      where p.code like 'MH.%'`.execute(tx)
    // And the real ones at the units that settle them, with the template each has already.
    await sql`
      insert into process_binding (procedure_id, unit_id, process_template_id, lanes, created_at)
      select distinct o.procedure_id, o.settling_unit_id, coalesce(own.process_template_id, general.process_template_id), '{}'::jsonb, ${now}::timestamptz
      from procedure_offer o
        cross join (select process_template_id from process_binding where procedure_id is null and unit_id is null) general
        left join process_binding own on own.procedure_id = o.procedure_id and own.unit_id is null
      on conflict do nothing`.execute(tx)
  })
  await sql`analyze procedure, procedure_version, process_binding`.execute(database)
}

/** So many that the sum reaches the figure with 78 communes and each of the rest at one department. */
const COMMUNE_PROCEDURES = 945

/** As `platform/text/searchable.ts` folds Vietnamese letters, for names that are made here. */
const searchable = (column: string) =>
  sql.raw(`translate(lower(${column}), 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')`)
