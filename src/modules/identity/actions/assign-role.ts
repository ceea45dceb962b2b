import { action, type Work } from '#platform/action.ts'
import { isSqlError } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { identityErrors } from '../errors.ts'
import { insistMayGive, insistOther } from '../policy/escalation.ts'
import { getOfficer } from '../queries/officers.ts'
import { AssignRole, EndAssignment } from '../schemas.ts'

const EXCLUDED = '23P01'

/** Giao vai trò within a unit and everything below it, for a time. */
export const assignRole = action('identity.assign-role', {
  input: AssignRole,
  scope: (_tx, input) => input.unitId,
  async work(work, input) {
    const id = await insertAssignment(work, input)
    work.about(
      { kind: 'officer', id: input.officerId },
      { did: 'assign', roleId: input.roleId, validFrom: input.validFrom, validTo: input.validTo },
    )
    return id
  },
})

/** Thu hồi vai trò: `lastDay` is the last day it holds; one that has not begun is taken back whole. */
export const endAssignment = action('identity.assign-role', {
  input: EndAssignment,
  scope: async (tx, { assignmentId }) => (await getAssignment(tx, assignmentId)).unitId,
  async work({ tx, now, actor, about }, { assignmentId, lastDay }) {
    const { officerId, roleId, validFrom } = await getAssignment(tx, assignmentId)
    insistOther(actor, officerId)
    const yesterday = localDate(new Date(now.getTime() - 86_400_000))
    identityErrors.insist(lastDay >= yesterday, 'identity.date-past', { fields: { lastDay: 'Ngày cuối cùng sớm nhất là hôm qua.' } })
    if (lastDay < validFrom) await tx.deleteFrom('roleAssignment').where('id', '=', assignmentId).execute()
    else await tx.updateTable('roleAssignment').set({ validTo: lastDay }).where('id', '=', assignmentId).execute()
    about({ kind: 'officer', id: officerId }, { did: 'end', roleId, lastDay })
  },
})

/** One assignment, after the checks that hold for every way of giving a role. */
export async function insertAssignment(
  { tx, now, actor }: Pick<Work, 'tx' | 'now' | 'actor'>,
  { officerId, roleId, unitId, validFrom, validTo, secondmentId }: AssignRole & { secondmentId?: number },
): Promise<number> {
  insistOther(actor, officerId)
  await getOfficer(tx, officerId)
  const rights = await tx.selectFrom('roleRight').select('name').where('roleId', '=', roleId).execute()
  await insistMayGive(
    tx,
    actor,
    rights.map(({ name }) => name),
    unitId,
    now,
  )
  const { id } = await tx
    .insertInto('roleAssignment')
    .values({ officerId, roleId, unitId, validFrom, validTo: validTo ?? null, secondmentId: secondmentId ?? null, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      if (isSqlError(error, EXCLUDED))
        identityErrors.fail('identity.assignment-exists', {
          fields: { roleId: 'Cán bộ đã giữ vai trò này tại đơn vị trong thời gian đó.' },
        })
      throw error
    })
  return id
}

async function getAssignment(tx: Work['tx'], id: number) {
  const row = await tx
    .selectFrom('roleAssignment')
    .select(['officerId', 'roleId', 'unitId', 'validFrom'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? commonErrors.fail('record.not-found')
}
