/** Which template a procedure runs on at a unit, and who fills its lanes there. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'

/** Who does a lane's work where that is not what the lane says itself. */
export const LaneFill = z.strictObject({
  unitId: z.number().int().positive().optional(),
  roleId: z.number().int().positive().optional(),
  /** Given to this officer at once. */
  officerId: z.number().int().positive().optional(),
})
export type LaneFill = z.infer<typeof LaneFill>

/** By the lane's key; empty where the binding changes nothing. */
export async function laneFills(
  db: Queryable,
  { procedureId, settlingUnitId }: { procedureId: number; settlingUnitId: number },
): Promise<Map<string, LaneFill>> {
  const row = await lanesOf(db, { procedureId, unitId: settlingUnitId }).first()
  return new Map(Object.entries((row?.lanes ?? {}) as Record<string, LaneFill>))
}

/** The binding that counts: the procedure's at the unit, else the procedure's, else the unit's, else the general one. */
export const bindingFor = ({ procedureId, unitId }: { procedureId: number; unitId: number }) => sql`(
  select b.* from process_binding b
  where (b.procedure_id = ${procedureId} or b.procedure_id is null) and (b.unit_id = ${unitId} or b.unit_id is null)
  order by b.procedure_id nulls last, b.unit_id nulls last limit 1)`

const lanesOf = prepared(
  (_db, given: { procedureId: number; unitId: number }) => sql<{ lanes: unknown }>`select lanes from ${bindingFor(given)} b`,
)
