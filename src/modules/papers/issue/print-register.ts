import { z } from 'zod'
import { action } from '#platform/action.ts'
import { issuePaper, recordPrint } from '../issue.ts'
import { registerPaper } from '../register.ts'
import { issueErrors } from './errors.ts'
import { paperOffice } from './paper-office.ts'
import { countRegister, readRegister } from './register.ts'

/** What one PDF may hold: about a hundred pages. */
export const MAX_REGISTER_ROWS = 2_000

export const RegisterRequest = z
  .object({
    unitId: z.coerce.number({ error: 'Hãy chọn nơi tiếp nhận.' }).int().positive('Hãy chọn nơi tiếp nhận.'),
    from: z.iso.date({ error: 'Hãy chọn ngày bắt đầu.' }),
    to: z.iso.date({ error: 'Hãy chọn ngày kết thúc.' }),
    fieldId: z.preprocess((value) => (value === '' || value === null ? undefined : value), z.coerce.number().int().positive().optional()),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' })
export type RegisterRequest = z.infer<typeof RegisterRequest>

/** Lập và in sổ theo dõi: each printing is an issued paper with its own number, so that it can be said what a register showed on its day. */
export const printRegister = action('papers.register', {
  input: RegisterRequest,
  scope: (_tx, { unitId }) => unitId,
  async work(work, filter) {
    const { tx, actor, now } = work
    const count = await countRegister(tx, filter)
    issueErrors.insist(count <= MAX_REGISTER_ROWS, 'papers.register-too-long', {
      parameters: { count: count.toLocaleString('vi-VN'), most: MAX_REGISTER_ROWS.toLocaleString('vi-VN') },
    })
    const rows = await readRegister(tx, filter, undefined, work)
    const office = await paperOffice(tx, filter.unitId)
    const field = filter.fieldId
      ? (await tx.selectFrom('field').select('name').where('id', '=', filter.fieldId).executeTakeFirst())?.name
      : undefined
    const officerId = actor.kind === 'officer' ? actor.id : undefined
    const issued = await issuePaper(tx, {
      form: 'DOSSIER_REGISTER',
      unitId: filter.unitId,
      office,
      officerId,
      now,
      make: (head) => registerPaper({ ...head, office, field, from: filter.from, to: filter.to, rows }),
    })
    await recordPrint(tx, { paperId: issued.id, officerId, now })
    work.about({ kind: 'paper', id: issued.id }, { from: filter.from, to: filter.to, rows: rows.length })
    return { paperId: issued.id }
  },
})
