import { z } from 'zod'
import { endTemplate } from '#modules/documents/index.ts'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { resultsErrors } from '../errors.ts'
import { isInForce, templateVersions } from '../queries/result-templates.ts'

export const EndResultTemplate = z.object({
  code: z.string().max(100),
  lastDay: z.iso.date('Hãy chọn ngày cuối cùng áp dụng.'),
})

/** Ngừng dùng mẫu kết quả: no new draft is made from it after the day; drafts made before are issued as they are. */
export const endResultTemplate = action('results.edit-template', {
  input: EndResultTemplate,
  scope: () => undefined,
  async work({ tx, now, about }, { code, lastDay }) {
    if (lastDay < localDate(now)) resultsErrors.fail('results.template-in-past', { fields: { lastDay: 'Chọn từ hôm nay trở đi.' } })
    const version = (await templateVersions(tx, code)).find((each) => isInForce(each, lastDay))
    if (!version) return commonErrors.fail('input.invalid', { fields: { lastDay: 'Ngày này mẫu không còn hoặc chưa có hiệu lực.' } })
    about({ kind: 'result-template', id: version.id }, { code, version: version.version, lastDay })
    await endTemplate(tx, code, lastDay)
    return { lastDay }
  },
})
