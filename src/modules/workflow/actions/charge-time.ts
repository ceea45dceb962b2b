import { z } from 'zod'
import { appendFacts, CHARGEABLE, holdDossier } from '#modules/dossier/index.ts'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { instantAt } from '#platform/text/dates.ts'
import { workflowErrors } from '../errors.ts'
import { unitsOfDossier } from '../hold.ts'
import { Reason } from './reference.ts'

const day = (missing: string) => z.iso.date(missing)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Hãy ghi giờ dạng 08:30.')

export const ChargeTime = z.object({
  dossierId: z.coerce.number().int().positive(),
  payer: z.enum(CHARGEABLE, 'Hãy chọn thời gian này do đâu.'),
  fromDay: day('Hãy ghi ngày bắt đầu.'),
  fromTime: time,
  toDay: day('Hãy ghi ngày kết thúc.'),
  toTime: time,
  reason: Reason,
})

/**
 * Ghi nhận thời gian của bưu chính, của lỗi kết nối: minutes in which papers travelled or a system did not deliver are charged to neither the officer nor the unit that had the
 * dossier meanwhile. No date moves: what is promised to the applicant stays. A leader's act, because it takes time off her own people.
 */
export const chargeTime = action('workflow.charge-time', {
  input: ChargeTime,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, payer, reason, ...when }) {
    const dossier = await holdDossier(work.tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { payer })
    const { receivedAt, clock } = dossier.state
    if (!receivedAt) return workflowErrors.fail('workflow.not-received')
    const from = instantAt(when.fromDay, when.fromTime)
    const to = instantAt(when.toDay, when.toTime)
    const end = clock?.finishedAt ?? work.now
    if (to <= from) commonErrors.fail('input.invalid', { fields: { toDay: 'Thời điểm kết thúc phải sau thời điểm bắt đầu.' } })
    if (from < receivedAt) commonErrors.fail('input.invalid', { fields: { fromDay: 'Phải sau khi hồ sơ được tiếp nhận.' } })
    if (to > end) commonErrors.fail('input.invalid', { fields: { toDay: 'Không được sau hiện tại, hoặc sau khi hồ sơ đã có kết quả.' } })
    appendFacts(work, dossier, { kind: 'time-charged', payer, from: from.toISOString(), to: to.toISOString(), reason })
    return { dossierId }
  },
})
