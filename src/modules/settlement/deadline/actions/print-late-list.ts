import { z } from 'zod'
import { findOfficerName } from '#modules/identity/index.ts'
import { getUnit } from '#modules/organization/index.ts'
import { issuePaper, lateListPaper, paperOffice, recordPrint } from '#modules/papers/index.ts'
import { action } from '#platform/action.ts'
import { settlementErrors } from '../../errors.ts'
import { readLateList } from '../late-list.ts'
import { countLate } from '../queries/late-dossiers.ts'

/** What one PDF may hold. */
export const MAX_LATE_ROWS = 1_000

export const LateListRequest = z
  .object({
    unitId: z.coerce.number({ error: 'Hãy chọn đơn vị.' }).int().positive('Hãy chọn đơn vị.'),
    which: z.enum(['all', 'open', 'finished']).default('all'),
    from: z.iso.date({ error: 'Hãy chọn ngày bắt đầu.' }),
    to: z.iso.date({ error: 'Hãy chọn ngày kết thúc.' }),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' })

/** Lập và in danh sách hồ sơ quá hạn: an issued paper with its number, keeping who owed how much that day. */
export const printLateList = action('reporting.export', {
  input: LateListRequest,
  scope: (_tx, { unitId }) => unitId,
  async work(work, filter) {
    const { tx, actor, now } = work
    const count = await countLate(tx, work, filter)
    settlementErrors.insist(count <= MAX_LATE_ROWS, 'settlement.late-list-too-long', {
      parameters: { count: count.toLocaleString('vi-VN'), most: MAX_LATE_ROWS.toLocaleString('vi-VN') },
    })
    const [list, office, unit] = await Promise.all([
      readLateList(tx, work, filter, { size: MAX_LATE_ROWS, number: 1 }, 'vi'),
      paperOffice(tx, filter.unitId),
      getUnit(tx, filter.unitId),
    ])
    const officerId = actor.kind === 'officer' ? actor.id : undefined
    const preparerName = (officerId && (await findOfficerName(tx, officerId))) || ''
    const issued = await issuePaper(tx, {
      form: 'LATE_LIST',
      unitId: filter.unitId,
      office,
      officerId,
      now,
      make: (head) => lateListPaper({ ...head, office, unitName: unit.name, from: filter.from, to: filter.to, ...list, preparerName }),
    })
    await recordPrint(tx, { paperId: issued.id, officerId, now })
    work.about({ kind: 'paper', id: issued.id }, { ...filter, rows: list.rows.length })
    return { paperId: issued.id, sheet: issued.sheet }
  },
})
