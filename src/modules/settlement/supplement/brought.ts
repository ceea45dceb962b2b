/** What the applicant brings for one thing asked for, and how it is added to the dossier's components. */
import { z } from 'zod'
import type { Work } from '#platform/action.ts'
import { blank } from '../fields.ts'
import type { AskedFault } from './queries/open-request.ts'

const count = z.preprocess(
  (value) => blank(value) ?? 0,
  z.coerce.number('Hãy ghi số.').int('Hãy ghi số nguyên.').min(0, 'Không được âm.').max(99, 'Tối đa 99.'),
)

export const Brought = z.object({
  faultId: z.coerce.number().int().positive(),
  /** It is in order now. */
  isDone: z.boolean().default(false),
  originals: count,
  copies: count,
  /** Of files registered when they were uploaded. */
  documentIds: z.array(z.coerce.number().int().positive()).max(40).default([]),
})
export type Brought = z.infer<typeof Brought>

/** New papers come to those that are there; a component that was missing begins to be one of the dossier's. */
export async function addBrought(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  dossierId: number,
  { fault, originals, copies, documentIds }: Brought & { fault: AskedFault },
): Promise<void> {
  if (originals + copies + documentIds.length === 0) return
  const componentId = fault.dossierComponentId ?? (fault.componentId === null ? null : await missingComponent())
  if (componentId !== null && originals + copies > 0)
    await tx
      .updateTable('dossierComponent')
      // Originals that come after others went home lie with the dossier again.
      .set((eb) => ({
        originals: eb('originals', '+', originals),
        copies: eb('copies', '+', copies),
        ...(originals > 0 ? { originalsReturnedAt: null } : {}),
      }))
      .where('id', '=', componentId)
      .where('dossierId', '=', dossierId)
      .execute()
  if (documentIds.length > 0)
    await tx
      .insertInto('dossierDocument')
      .values(
        documentIds.map((documentId) => ({ dossierId, documentId, dossierComponentId: componentId, kind: 'component', createdAt: now })),
      )
      .execute()

  async function missingComponent(): Promise<number> {
    const listed = await tx
      .selectFrom('component')
      .select(['id', 'name', 'isPresentedOnly'])
      .where('id', '=', fault.componentId ?? 0)
      .executeTakeFirstOrThrow()
    const there = await tx
      .selectFrom('dossierComponent')
      .select('id')
      .where('dossierId', '=', dossierId)
      .where('componentId', '=', listed.id)
      .executeTakeFirst()
    if (there) return there.id
    const { last } = await tx
      .selectFrom('dossierComponent')
      .select((eb) => eb.fn.max('position').as('last'))
      .where('dossierId', '=', dossierId)
      .executeTakeFirstOrThrow()
    const { id } = await tx
      .insertInto('dossierComponent')
      .values({ dossierId, componentId: listed.id, position: (last ?? 0) + 1, name: listed.name, isPresentedOnly: listed.isPresentedOnly })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
}
