/** Sổ theo dõi hồ sơ (form 07): one receiving unit, a period by the day of reception, one field or all. The page, the PDF and the XLSX read the same rows. */
import { formatPhone, permittedUnitIds, type Reading } from '#modules/identity/index.ts'
import { recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import { instantAt } from '#platform/text/dates.ts'
import type { RegisterRow } from '../register.ts'

export interface RegisterFilter {
  unitId: number
  /** `YYYY-MM-DD`, both included. */
  from: string
  to: string
  fieldId?: number
}

const DAY_MS = 86_400_000

const inRegister = (db: Queryable, { unitId, from, to, fieldId }: RegisterFilter) =>
  db
    .selectFrom('dossier as d')
    .innerJoin('procedureVersion as v', 'v.id', 'd.procedureVersionId')
    .where('d.receivingUnitId', '=', unitId)
    .where('d.receivedAt', '>=', instantAt(from))
    .where('d.receivedAt', '<', new Date(instantAt(to).getTime() + DAY_MS))
    .$if(fieldId !== undefined, (query) => query.where('v.fieldId', '=', fieldId ?? null))

export async function countRegister(db: Queryable, filter: RegisterFilter): Promise<number> {
  const { count } = await inRegister(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** In the order of reception. The reading is recorded. */
export async function readRegister(
  db: Queryable,
  filter: RegisterFilter,
  page: { limit: number; offset: number } | undefined,
  { actor, now }: Reading,
): Promise<RegisterRow[]> {
  let query = inRegister(db, filter)
    .innerJoin('party as o', 'o.id', 'd.ownerId')
    .innerJoin('unit as s', 's.id', 'd.settlingUnitId')
    .select(['d.code', 'v.name as procedureName', 'o.name', 'o.address', 'o.phone', 's.name as settlingOffice'])
    .select(['d.receivedAt', 'd.dueAt', 'd.returnedAt', 'd.returnMethod'])
    .orderBy('d.receivedAt')
    .orderBy('d.id')
  if (page) query = query.limit(page.limit).offset(page.offset)
  const rows = await query.execute()
  await recordRead(db, {
    actor,
    at: now,
    name: 'papers.read-register',
    subject: { kind: 'unit', id: filter.unitId },
    unitId: filter.unitId,
    detail: { from: filter.from, to: filter.to, fieldId: filter.fieldId, rows: rows.length },
  })
  return rows.map((row) => ({
    dossierCode: row.code,
    procedureName: row.procedureName,
    applicantName: row.name,
    address: row.address ?? undefined,
    phone: row.phone ? formatPhone(row.phone) : undefined,
    settlingOffice: row.settlingOffice,
    // The register holds what was received in the period, so neither is missing.
    receivedAt: row.receivedAt ?? now,
    dueAt: row.dueAt ?? now,
    returnedAt: row.returnedAt ?? undefined,
    returnMethod: row.returnMethod as RegisterRow['returnMethod'],
  }))
}

/** The fields (lĩnh vực) of the procedures a unit receives, for the filter. */
export const registerFields = (db: Queryable, unitId: number): Promise<{ id: number; name: string }[]> =>
  db
    .selectFrom('field as f')
    .select(['f.id', 'f.name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('procedureVersion as v')
          .innerJoin('procedureOffer as o', 'o.procedureId', 'v.procedureId')
          .select('v.id')
          .whereRef('v.fieldId', '=', 'f.id')
          .where('o.receivingUnitId', '=', unitId),
      ),
    )
    .orderBy('f.name')
    .execute()

/** The receiving units whose register the actor may make: those that some procedure is or was offered at. */
export async function registerUnits(db: Queryable, { actor, now }: Reading): Promise<{ id: number; name: string }[]> {
  const unitIds = await permittedUnitIds(db, actor, 'papers.register', now)
  if (unitIds.length === 0) return []
  return db
    .selectFrom('unit as u')
    .select(['u.id', 'u.name'])
    .where('u.id', 'in', unitIds)
    .where((eb) => eb.exists(eb.selectFrom('procedureOffer as o').select('o.id').whereRef('o.receivingUnitId', '=', 'u.id')))
    .orderBy('u.path')
    .execute()
}
