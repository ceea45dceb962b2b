import type { Transaction } from '#platform/database.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { organizationErrors } from '../errors.ts'
import { dayAfter, presentSince } from '../queries/unit-past.ts'
import type { Unit } from '../unit.ts'

/** Writes down what the unit was until the day before `from`. @throws AppError `organization.change-too-early` */
export async function keepPast(tx: Transaction, unit: Unit, change: { from: string; decision?: string; now: Date }): Promise<void> {
  const since = await presentSince(tx, unit.id)
  organizationErrors.insist(change.from > since && change.from <= localDate(change.now), 'organization.change-too-early', {
    parameters: { date: formatDate(since) },
    fields: { from: `Ngày áp dụng phải sau ${formatDate(since)} và không sau hôm nay.` },
  })
  const { id: unitId, name, shortName, agencyCode, parentId } = unit
  await tx
    .insertInto('unitPast')
    .values({
      unitId,
      name,
      shortName,
      agencyCode,
      parentId,
      validFrom: since,
      validTo: dayAfter(change.from, -1),
      decision: change.decision ?? null,
      createdAt: change.now,
    })
    .execute()
}
