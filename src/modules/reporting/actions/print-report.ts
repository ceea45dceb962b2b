import { z } from 'zod'
import { findOfficerName } from '#modules/identity/index.ts'
import { getUnit } from '#modules/organization/index.ts'
import { issuePaper, paperOffice, recordPrint, report06aPaper } from '#modules/papers/index.ts'
import { action } from '#platform/action.ts'
import { totalOf } from '../measures.ts'
import { periodName, spanOf } from '../period.ts'
import { type FigureRow, figuresByUnitAndField } from '../queries/figures.ts'

export const ReportRequest = z.object({
  unitId: z.coerce.number({ error: 'Hãy chọn đơn vị.' }).int().positive('Hãy chọn đơn vị.'),
  from: z.iso.date({ error: 'Hãy chọn ngày bắt đầu.' }),
  to: z.iso.date({ error: 'Hãy chọn ngày kết thúc.' }),
})

/** Lập biểu II.06a: an issued paper with its number, keeping the figures of its day, so that it can be said later what was reported. */
export const printReport06a = action('reporting.export', {
  input: ReportRequest,
  scope: (_tx, { unitId }) => unitId,
  async work(work, { unitId, from, to }) {
    const { tx, actor, now } = work
    const unit = await getUnit(tx, unitId)
    const above = unit.parentId === null ? undefined : await getUnit(tx, unit.parentId)
    const rows = await figuresByUnitAndField(tx, { unitId, span: spanOf({ from, to }, now) })
    const office = await paperOffice(tx, unitId)
    const officerId = actor.kind === 'officer' ? actor.id : undefined
    const preparerName = (officerId && (await findOfficerName(tx, officerId))) || ''
    const issued = await issuePaper(tx, {
      form: 'REPORT_II_06A',
      unitId,
      office,
      officerId,
      now,
      make: (head) =>
        report06aPaper({
          ...head,
          office,
          periodName: periodName({ from, to }),
          from,
          to,
          reportingOffice: unit.name,
          receivingOffice: above?.name ?? 'Bộ Tư pháp',
          groups: groupsOf(rows),
          preparerName,
          headName: '',
        }),
    })
    await recordPrint(tx, { paperId: issued.id, officerId, now })
    work.about({ kind: 'paper', id: issued.id }, { from, to })
    return { paperId: issued.id, sheet: issued.sheet }
  },
})

function groupsOf(rows: (FigureRow & { unitName: string })[]) {
  const groups = new Map<string, FigureRow[]>()
  for (const row of rows) groups.set(row.unitName, [...(groups.get(row.unitName) ?? []), row])
  return [...groups].map(([name, parts]) => ({
    name,
    rows: parts.map((row) => ({
      name: row.name,
      receivedOnline: row.receivedOnline,
      receivedOther: totalOf(row, 'receivedOther'),
      carriedOver: row.carriedOver,
      settledEarly: row.settledEarly,
      settledOnTime: row.settledOnTime,
      settledLate: row.settledLate,
      openInTime: row.openInTime,
      openLate: row.openLate,
    })),
  }))
}
