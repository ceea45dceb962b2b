import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { isSqlError, sqlState } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { workflowErrors } from '../errors.ts'
import { MAX_OWN_VIEWS, MAX_ROLE_VIEWS, ViewFilter, ViewName } from '../inbox-views.ts'

export const SaveView = ViewFilter.extend({ name: ViewName })
export const ShareView = SaveView.extend({ roleId: z.coerce.number({ error: 'Hãy chọn vai trò.' }).int().positive() })

const ViewReference = z.object({ viewId: z.coerce.number().int().positive() })

/** Lưu bộ lọc của mình. */
export const saveView = action('workflow.save-view', {
  input: SaveView,
  scope: () => 'own' as const,
  async work(work, input) {
    if (work.actor.kind !== 'officer') return commonErrors.fail('access.denied')
    return insert(work, { ...input, officerId: work.actor.id, roleId: null }, MAX_OWN_VIEWS)
  },
})

/** Lập bộ lọc dùng chung: everybody who holds the role finds it on the work list. For the whole installation. */
export const shareView = action('workflow.share-view', {
  input: ShareView,
  scope: () => undefined,
  work: (work, input) => insert(work, { ...input, officerId: null }, MAX_ROLE_VIEWS),
})

export const deleteView = action('workflow.delete-view', {
  input: ViewReference,
  scope: () => 'own' as const,
  async work({ tx, actor, about }, { viewId }) {
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    await tx.deleteFrom('inboxView').where('id', '=', viewId).where('officerId', '=', actor.id).execute()
    about({ kind: 'officer', id: actor.id }, { viewId })
  },
})

export const deleteSharedView = action('workflow.share-view', {
  input: ViewReference,
  scope: () => undefined,
  async work({ tx, about }, { viewId }) {
    await tx.deleteFrom('inboxView').where('id', '=', viewId).where('roleId', 'is not', null).execute()
    about({ kind: 'inbox-view', id: viewId }, { did: 'delete' })
  },
})

type Owner = { officerId: number; roleId: null } | { officerId: null; roleId: number }

async function insert({ tx, now, about }: Work, input: z.infer<typeof SaveView> & Owner, max: number): Promise<number> {
  const { officerId, roleId, name, list, standing, kind, text, unitId } = input
  // Two saves at once count one after the other.
  await (officerId === null
    ? tx.selectFrom('role').select('id').where('id', '=', roleId).forNoKeyUpdate().execute()
    : tx.selectFrom('officer').select('id').where('id', '=', officerId).forNoKeyUpdate().execute())
  const { count } = await tx
    .selectFrom('inboxView')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => (officerId === null ? eb('roleId', '=', roleId) : eb('officerId', '=', officerId)))
    .executeTakeFirstOrThrow()
  workflowErrors.insist(count < max, 'workflow.views-too-many', {
    parameters: { max },
    fields: { name: `Đã có ${max} bộ lọc. Hãy bỏ bớt một bộ lọc trước khi lưu thêm.` },
  })
  const { id } = await tx
    .insertInto('inboxView')
    .values({
      officerId,
      roleId,
      name,
      list,
      standing: standing ?? null,
      kind: kind ?? null,
      text: text ?? null,
      unitId: unitId ?? null,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      if (isSqlError(error, sqlState.unique))
        return workflowErrors.fail('workflow.view-name-taken', { fields: { name: 'Đã có bộ lọc tên này. Hãy đặt tên khác.' } })
      if (isSqlError(error, sqlState.foreignKey)) return commonErrors.fail('record.not-found')
      throw error
    })
  about({ kind: officerId === null ? 'role' : 'officer', id: officerId ?? roleId }, { did: 'save-view', viewId: id })
  return id
}
