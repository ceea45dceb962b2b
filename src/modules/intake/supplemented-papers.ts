/** What a supplement brings: copies and files for papers that are there, and papers that were missing. */
import type { ReceptionCase } from '#modules/catalogue/index.ts'
import type { Work } from '#platform/action.ts'
import { intakeErrors } from './errors.ts'
import { isHandedIn } from './handed-papers.ts'
import type { Resubmit } from './schemas.ts'

export const documentIdsIn = ({ components, extras, documentIds }: Pick<Resubmit, 'components' | 'extras' | 'documentIds'>): number[] => [
  ...documentIds,
  ...components.flatMap((component) => component.documentIds),
  ...extras.flatMap((extra) => extra.documentIds),
]

/** Counts written replace those before where they are higher; nothing that was handed in is taken away. @throws AppError `intake.nothing-supplemented`, `intake.component-unknown` */
export async function addSupplementedPapers(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  { dossierId, procedure, input }: { dossierId: number; procedure: ReceptionCase; input: Resubmit },
): Promise<void> {
  intakeErrors.insist(input.components.length + input.extras.length + input.documentIds.length > 0, 'intake.nothing-supplemented')
  const held = await tx
    .selectFrom('dossierComponent')
    .select(['id', 'componentId', 'position', 'originals', 'copies'])
    .where('dossierId', '=', dossierId)
    .execute()
  let position = Math.max(0, ...held.map((row) => row.position))
  const attached: { documentId: number; dossierComponentId: number | null }[] = input.documentIds.map((documentId) => ({
    documentId,
    dossierComponentId: null,
  }))
  const add = async (row: { componentId: number | null; name: string; originals: number; copies: number; isPresentedOnly: boolean }) => {
    position += 1
    const { id } = await tx
      .insertInto('dossierComponent')
      .values({ ...row, dossierId, position })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  for (const given of input.components) {
    const listed = procedure.components.find(({ id }) => id === given.componentId)
    if (!listed)
      return intakeErrors.fail('intake.component-unknown', {
        fields: { [`components.${given.componentId}`]: 'Giấy tờ này không thuộc trường hợp đã chọn.' },
      })
    if (!isHandedIn(listed, given)) continue
    const known = held.find(({ componentId }) => componentId === given.componentId)
    if (known)
      await tx
        .updateTable('dossierComponent')
        .set({ originals: Math.max(known.originals, given.originals), copies: Math.max(known.copies, given.copies) })
        .where('id', '=', known.id)
        .execute()
    const { name, isPresentedOnly } = listed
    const id = known?.id ?? (await add({ componentId: listed.id, name, originals: given.originals, copies: given.copies, isPresentedOnly }))
    attached.push(...given.documentIds.map((documentId) => ({ documentId, dossierComponentId: id })))
  }
  for (const { documentIds, ...extra } of input.extras) {
    const id = await add({ ...extra, componentId: null, isPresentedOnly: false })
    attached.push(...documentIds.map((documentId) => ({ documentId, dossierComponentId: id })))
  }
  if (attached.length > 0)
    await tx
      .insertInto('dossierDocument')
      .values(attached.map((row) => ({ ...row, dossierId, kind: 'component', createdAt: now })))
      .execute()
}
