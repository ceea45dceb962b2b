import { z } from 'zod'
import { action } from '#platform/action.ts'
import { isSqlError, sqlState } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { catalogueErrors } from '../errors.ts'
import { PROCEDURE_CODE } from '../procedure-code.ts'
import { SERVED_BY, VersionContent } from '../schemas.ts'
import { storeDrafts } from '../store-drafts.ts'

const flag = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())

export const AddProcedure = z.object({
  nationalCode: z.string().trim().regex(PROCEDURE_CODE, 'Mã gồm một chữ số, dấu chấm, sáu chữ số. Ví dụ: 1.004628.'),
  name: z.string().trim().min(5, 'Hãy ghi tên thủ tục.').max(3_000),
  servedBy: z.enum(SERVED_BY).default('PROVINCE'),
  isInternal: flag.default(false),
  isNonTerritorial: flag.default(false),
})

/** Thêm thủ tục: a new procedure with an empty first draft. */
export const addProcedure = action('catalogue.edit', {
  input: AddProcedure,
  scope: () => undefined,
  async work({ tx, now, about }, { name, ...identity }) {
    const { id, code } = await tx
      .insertInto('procedure')
      .values({ ...identity, localCodes: [], createdAt: now })
      .returning(['id', 'code'])
      .executeTakeFirstOrThrow()
      .catch((error: unknown) => {
        if (!isSqlError(error, sqlState.unique)) throw error
        return catalogueErrors.fail('catalogue.code-taken', {
          parameters: { code: identity.nationalCode },
          fields: { nationalCode: 'Mã này đã có trong danh mục.' },
        })
      })
    const content = VersionContent.parse({ name, cases: [{ code: `${code}.01`, name: 'Trường hợp chung', channels: [], components: [] }] })
    const procedure = { id, nationalCode: identity.nationalCode, localCodes: [] }
    const [versionId = 0] = await storeDrafts(tx, [{ procedure, number: 1, validFrom: localDate(now), content }], now)
    about({ kind: 'procedure', id }, { did: 'add', code })
    return { procedureId: id, code, versionId }
  },
})
