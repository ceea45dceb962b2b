/** The figures of a unit tree and a period, row by row, in one statement. */
import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { belongs, type Counts, counts, MEASURES } from '../measures.ts'
import type { Span } from '../period.ts'

export const GROUPINGS = ['unit', 'field', 'procedure'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface FigureRow extends Counts {
  /** Id of the unit, field or procedure of the row; null where a procedure has no field. */
  key: number | null
  name: string
}

export interface Scope {
  /** The unit whose tree is counted: dossiers that it or a unit below it settles. */
  unitId: number
  span: Span
}

/** One row for each direct part of the unit (or each field, or procedure) that has dossiers in the period; a part's dossiers count in one row only. */
export async function figures(db: Queryable, { unitId, span }: Scope, grouping: Grouping): Promise<FigureRow[]> {
  const { key, name, join } = groupings[grouping]
  const { rows } = await sql<FigureRow>`
    select ${key} as key, max(${name}) as name,
      ${measures(span)}
    from dossier_fact f
      join unit s on s.id = f.settling_unit_id
      join unit root on root.id = ${unitId} and s.path <@ root.path
      ${join}
    where ${belongs(span)}
    group by 1
    order by 2`.execute(db)
  return rows
}

/** For form II.06a: the parts of the unit, each with its fields. */
export async function figuresByUnitAndField(db: Queryable, { unitId, span }: Scope): Promise<(FigureRow & { unitName: string })[]> {
  const { rows } = await sql<FigureRow & { unitName: string }>`
    select part.name as unit_name, v.field_id as key, max(coalesce(v.field_name, 'Chưa xếp lĩnh vực')) as name, ${measures(span)}
    from dossier_fact f
      join unit s on s.id = f.settling_unit_id
      join unit root on root.id = ${unitId} and s.path <@ root.path
      ${groupings.unit.join}
      ${groupings.field.join}
    where ${belongs(span)}
    group by part.level, part.name, v.field_id
    order by part.level desc, part.name, 3`.execute(db)
  return rows
}

const measures = (span: Span): RawBuilder<unknown> =>
  sql.join(MEASURES.map((measure) => sql`count(*) filter (where ${counts(measure, span)})::int as ${sql.ref(measure)}`))

export const inScope = ({ unitId, span }: Scope): RawBuilder<boolean> =>
  sql`(${belongs(span)} and exists (select 1 from unit s join unit root on root.id = ${unitId} and s.path <@ root.path where s.id = f.settling_unit_id))`

const groupings: Record<Grouping, { key: RawBuilder<number | null>; name: RawBuilder<string>; join: RawBuilder<unknown> }> = {
  unit: {
    key: sql`part.id`,
    name: sql`part.name`,
    // The direct child of the root above the settling unit, or the root where it settles itself.
    join: sql`join unit part on part.id = (subpath(s.path, least(nlevel(s.path) - 1, nlevel(root.path)), 1))::text::bigint`,
  },
  field: {
    key: sql`v.field_id`,
    name: sql`coalesce(v.field_name, 'Chưa xếp lĩnh vực')`,
    join: sql`join procedure_fact v on v.version_id = f.procedure_version_id`,
  },
  procedure: { key: sql`v.procedure_id`, name: sql`v.name`, join: sql`join procedure_fact v on v.version_id = f.procedure_version_id` },
}

/** The rows behind a row of the grouping; a null key is "no field". */
export const keyIs: Record<Grouping, (key: number | null, unitId: number) => RawBuilder<boolean>> = {
  unit: (key, unitId) =>
    key === unitId
      ? sql`f.settling_unit_id = ${unitId}`
      : sql`exists (select 1 from unit s join unit part on part.id = ${key} and s.path <@ part.path where s.id = f.settling_unit_id)`,
  field: (key) =>
    sql`exists (select 1 from procedure_fact v where v.version_id = f.procedure_version_id and v.field_id is not distinct from ${key}::bigint)`,
  procedure: (key) => sql`f.procedure_id = ${key}`,
}
