import { z } from 'zod'
import { action } from '#platform/action.ts'
import { catalogueErrors } from '../errors.ts'
import { holdProcedure } from '../hold-draft.ts'

export const CloseProcedure = z.object({
  procedureId: z.coerce.number().int().positive(),
  reason: z.string().trim().min(5, 'Hãy ghi lý do hoặc số quyết định bãi bỏ.').max(1_000),
})

/** Đóng thủ tục: no new dossiers, no public page. Dossiers that are under way go on by their own version. */
export const closeProcedure = action('catalogue.publish', {
  input: CloseProcedure,
  scope: () => undefined,
  async work({ tx, now, about }, { procedureId, reason }) {
    const { status } = await holdProcedure(tx, procedureId)
    catalogueErrors.insist(status === 'active', 'catalogue.closed')
    await tx.updateTable('procedure').set({ status: 'closed', closedReason: reason, closedAt: now }).where('id', '=', procedureId).execute()
    about({ kind: 'procedure', id: procedureId }, { did: 'close', reason })
  },
})

export const ReopenProcedure = z.object({ procedureId: z.coerce.number().int().positive() })

export const reopenProcedure = action('catalogue.publish', {
  input: ReopenProcedure,
  scope: () => undefined,
  async work({ tx, about }, { procedureId }) {
    await holdProcedure(tx, procedureId)
    await tx.updateTable('procedure').set({ status: 'active', closedReason: null, closedAt: null }).where('id', '=', procedureId).execute()
    about({ kind: 'procedure', id: procedureId }, { did: 'reopen' })
  },
})
