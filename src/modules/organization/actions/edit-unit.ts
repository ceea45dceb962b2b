import { action } from '#platform/action.ts'
import { getUnit } from '../queries/units.ts'
import { EditUnit } from '../schemas.ts'
import { refuseTakenCode, unitSearchName } from './add-unit.ts'
import { keepPast } from './keep-past.ts'

/** Sửa đơn vị. A new name or agency code with a date keeps the old one for the papers of its time. */
export const editUnit = action('organization.edit-unit', {
  input: EditUnit,
  scope: (_tx, input) => input.unitId,
  async work({ tx, now, about }, { unitId, from, decision, ...input }) {
    const before = await getUnit(tx, unitId)
    const isRenamed = before.name !== input.name || (before.agencyCode ?? undefined) !== input.agencyCode
    if (from && isRenamed) await keepPast(tx, before, { from, decision, now })
    const after = {
      ...input,
      shortName: input.shortName ?? null,
      agencyCode: input.agencyCode ?? null,
      agencyCodeSource: input.agencyCodeSource ?? null,
      address: input.address ?? null,
      phone: input.phone ?? null,
      email: input.email ?? null,
      website: input.website ?? null,
      headTitle: input.headTitle ?? null,
    }
    await tx
      .updateTable('unit')
      .set({ ...after, searchName: unitSearchName({ ...input, code: before.code }), ...(decision ? { decision } : {}) })
      .where('id', '=', unitId)
      .execute()
      .catch(refuseTakenCode)
    about({ kind: 'unit', id: unitId }, { did: 'edit', changed: changedKeys(before, after), from, decision })
  },
})

const changedKeys = <Fields extends object>(before: Partial<Record<keyof Fields, unknown>>, after: Fields): string[] =>
  (Object.keys(after) as (keyof Fields & string)[]).filter((key) => before[key] !== after[key])
