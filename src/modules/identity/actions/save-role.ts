import { action } from '#platform/action.ts'
import { isSqlError, sqlState } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { allRights } from '#platform/rights.ts'
import { identityErrors } from '../errors.ts'
import { workRoles } from '../policy/work-roles.ts'
import { SaveRole } from '../schemas.ts'

/** Thêm hoặc sửa vai trò và quyền của vai trò. Nobody adds rights to a role that she holds. */
export const saveRole = action('identity.manage-roles', {
  input: SaveRole,
  scope: () => undefined,
  async work({ tx, now, actor, about }, { roleId, rights, ...role }) {
    const known = new Set(allRights().map(([name]) => name))
    const wanted = [...new Set(rights)].filter((right) => known.has(right))
    const before = roleId
      ? (await tx.selectFrom('roleRight').select('name').where('roleId', '=', roleId).execute()).map(({ name }) => name)
      : []
    const added = wanted.filter((right) => !before.includes(right))
    const removed = before.filter((right) => !wanted.includes(right))
    if (roleId && added.length > 0 && actor.kind === 'officer') {
      const own = await workRoles(tx, actor.id, now)
      identityErrors.insist(!own.some((held) => held.roleId === roleId), 'identity.own-role')
    }
    const saved = roleId
      ? tx.updateTable('role').set(role).where('id', '=', roleId).returning('id')
      : tx.insertInto('role').values(role).returning('id')
    const row = await saved.executeTakeFirst().catch((error: unknown) => {
      if (isSqlError(error, sqlState.unique, 'role_code_key'))
        identityErrors.fail('identity.role-code-taken', { fields: { code: 'Mã vai trò này đã có.' } })
      throw error
    })
    if (!row) return commonErrors.fail('record.not-found')
    if (removed.length > 0) await tx.deleteFrom('roleRight').where('roleId', '=', row.id).where('name', 'in', removed).execute()
    if (added.length > 0)
      await tx
        .insertInto('roleRight')
        .values(added.map((name) => ({ roleId: row.id, name })))
        .execute()
    about({ kind: 'role', id: row.id }, { did: roleId ? 'edit' : 'add', code: role.code, added, removed })
    return row.id
  },
})
