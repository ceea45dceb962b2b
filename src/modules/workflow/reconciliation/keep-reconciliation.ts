import { z } from 'zod'
import { action } from '#platform/action.ts'

/** So many differences are kept with their words; all are counted. */
const MOST_KEPT = 200

const KeepReconciliation = z.object({
  dossiers: z.int().min(0),
  actions: z.int().min(0),
  differences: z.array(z.object({ code: z.string(), what: z.string() })),
})

/** Lưu kết quả đối chiếu: what a comparison of the stored columns with the lists of actions has found. */
export const keepReconciliation = action('workflow.keep-reconciliation', {
  input: KeepReconciliation,
  scope: () => undefined,
  async work({ tx, now, about }, { dossiers, actions, differences }) {
    const { id } = await tx
      .insertInto('reconciliation')
      .values({
        createdAt: now,
        dossierCount: dossiers,
        actionCount: actions,
        differenceCount: differences.length,
        differences: JSON.stringify(differences.slice(0, MOST_KEPT)),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    about({ kind: 'reconciliation', id }, { differences: differences.length })
    return { id }
  },
})
