import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { allRights } from '#platform/rights.ts'
import { instantAt, localDate } from '#platform/text/dates.ts'
import { insistMayGive } from '../policy/escalation.ts'
import { MakeToken, TokenReference } from '../schemas.ts'
import { hashSecret, newSecret } from '../sign-in/secret.ts'

/** Begins every token, so that one that leaked can be recognised. */
const PREFIX = 'motcua_'
const HINT_LENGTH = PREFIX.length + 4

/** Cấp mã truy cập for a partner's system, limited to rights within a unit. Returns the token, which is shown once. */
export const makeToken = action('identity.manage-tokens', {
  input: MakeToken,
  scope: (_tx, input) => input.unitId,
  async work({ tx, now, actor, about }, { partnerCode, partnerName, unitId, rights, lastDay }) {
    const known = new Set(allRights().map(([name]) => name))
    commonErrors.insist(
      rights.every((right) => known.has(right)),
      'input.invalid',
      { fields: { rights: 'Có quyền không tồn tại.' } },
    )
    commonErrors.insist(!lastDay || lastDay >= localDate(now), 'input.invalid', {
      fields: { lastDay: 'Ngày dùng cuối cùng phải từ hôm nay trở đi.' },
    })
    await insistMayGive(tx, actor, rights, unitId, now)
    const partner = await tx.selectFrom('partner').select('id').where('code', '=', partnerCode).executeTakeFirst()
    if (!partner && !partnerName) commonErrors.fail('input.invalid', { fields: { partnerName: 'Đối tác mới: hãy điền tên.' } })
    const partnerId =
      partner?.id ??
      (
        await tx
          .insertInto('partner')
          .values({ code: partnerCode, name: partnerName ?? partnerCode, createdAt: now })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    const token = `${PREFIX}${newSecret()}`
    const { id } = await tx
      .insertInto('apiToken')
      .values({
        partnerId,
        hint: token.slice(0, HINT_LENGTH),
        hash: hashSecret(token),
        unitId,
        rights: [...new Set(rights)].sort(),
        expiresAt: lastDay ? instantAt(lastDay, '23:59:59') : null,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    about({ kind: 'api-token', id }, { did: 'make', partnerCode, rights, lastDay })
    return { id, token }
  },
})

/** Thu hồi mã truy cập, at once. */
export const revokeToken = action('identity.manage-tokens', {
  input: TokenReference,
  async scope(tx, { tokenId }) {
    const row = await tx.selectFrom('apiToken').select('unitId').where('id', '=', tokenId).executeTakeFirst()
    return row?.unitId ?? commonErrors.fail('record.not-found')
  },
  async work({ tx, now, about }, { tokenId }) {
    await tx.updateTable('apiToken').set({ revokedAt: now }).where('id', '=', tokenId).where('revokedAt', 'is', null).execute()
    about({ kind: 'api-token', id: tokenId }, { did: 'revoke' })
  },
})
