/** Originals taken for comparison are given back (NĐ 61/2018 art. 20(2)), with the result or when the dossier is stopped. What was only shown went home at the reception. */
import type { Work } from '#platform/action.ts'

/** Whether all of them were originals that the dossier took in; the caller refuses otherwise. `components`: ids of `dossier_component`. */
export async function handBackOriginals(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  dossierId: number,
  components: readonly number[],
): Promise<boolean> {
  if (components.length === 0) return true
  const kept = await tx
    .updateTable('dossierComponent')
    .set({ originalsReturnedAt: now })
    .where('dossierId', '=', dossierId)
    .where('id', 'in', [...components])
    .where('originals', '>', 0)
    .where('isPresentedOnly', '=', false)
    .returning('id')
    .execute()
  return kept.length === components.length
}
