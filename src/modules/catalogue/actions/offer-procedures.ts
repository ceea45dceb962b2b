import { sql } from 'kysely'
import { z } from 'zod'
import { getReceivingUnit } from '#modules/organization/index.ts'
import { action } from '#platform/action.ts'
import { isSqlError } from '#platform/database.ts'
import { catalogueErrors } from '../errors.ts'
import { CHANNELS } from '../schemas.ts'

const EXCLUSION_VIOLATION = '23P01'

export const OfferProcedures = z.object({
  procedureIds: z.array(z.coerce.number().int().positive()).min(1).max(5_000),
  /** Every procedure is offered at each of these. */
  at: z
    .array(z.object({ receivingUnitId: z.coerce.number().int().positive(), settlingUnitId: z.coerce.number().int().positive() }))
    .min(1)
    .max(1_000),
  channels: z
    .array(z.enum(CHANNELS))
    .min(1)
    .default([...CHANNELS]),
  isNonTerritorial: z.boolean().default(false),
  validFrom: z.iso.date(),
})

/** Giao đơn vị tiếp nhận và giải quyết: from a day on, these units receive these procedures. @throws AppError `organization.cannot-receive` */
export const offerProcedures = action('catalogue.edit-offers', {
  input: OfferProcedures,
  scope: () => undefined,
  async work({ tx, now, about }, { procedureIds, at, channels, isNonTerritorial, validFrom }) {
    for (const id of new Set(at.map(({ receivingUnitId }) => receivingUnitId))) await getReceivingUnit(tx, id, validFrom)
    const rows = procedureIds.flatMap((procedureId) =>
      at.map((units) => ({ procedure_id: procedureId, receiving: units.receivingUnitId, settling: units.settlingUnitId })),
    )
    await sql`
      insert into procedure_offer (procedure_id, receiving_unit_id, settling_unit_id, channels, is_non_territorial, valid_from, created_at)
      select n.procedure_id, n.receiving, n.settling, ${channels}::text[], ${isNonTerritorial}, ${validFrom}::date, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(procedure_id bigint, receiving bigint, settling bigint)`
      .execute(tx)
      .catch((error: unknown) => {
        if (isSqlError(error, EXCLUSION_VIOLATION)) return catalogueErrors.fail('catalogue.offer-overlap')
        throw error
      })
    about(
      { kind: 'procedure', id: procedureIds[0] ?? 0 },
      { did: 'offer', procedures: procedureIds.length, units: at.length, from: validFrom },
    )
    return { offers: rows.length }
  },
})
