/** What was handed in, from the form to the rows of the dossier. */
import type { ReceptionCase, ReceptionComponent } from '#modules/catalogue/index.ts'
import type { Work } from '#platform/action.ts'
import { preparedRows } from '#platform/prepared.ts'
import type { HandedComponent, HandedDossier } from './schemas.ts'

/** A paper counts when it is there in some form; one to be presented counts when it was ticked, that is, named at all. */
export const isHandedIn = (component: ReceptionComponent, given: HandedComponent | undefined): given is HandedComponent =>
  given !== undefined && (component.isPresentedOnly || given.originals + given.copies + given.documentIds.length > 0)

export const documentIdsOf = ({ components, extras, documentIds }: HandedDossier): number[] => [
  ...documentIds,
  ...components.flatMap((component) => component.documentIds),
  ...extras.flatMap((extra) => extra.documentIds),
]

export function insertHandedPapers(
  { tx, send, now }: Pick<Work, 'tx' | 'send' | 'now'>,
  { dossierId, procedure, input }: { dossierId: number; procedure: ReceptionCase; input: HandedDossier },
): void {
  const papers = handedPapers(procedure, input).map((paper, index) => ({ ...paper, position: index + 1 }))
  if (papers.length > 0)
    send(
      insertComponents(
        tx,
        papers.map(({ documentIds: _, ...row }) => ({ ...row, dossierId })),
      ),
    )
  const idAt = (position: number) =>
    tx.selectFrom('dossierComponent').select('id').where('dossierId', '=', dossierId).where('position', '=', position)
  const attached = [
    ...papers.flatMap(({ documentIds, position }) => documentIds.map((documentId) => ({ documentId, dossierComponentId: idAt(position) }))),
    ...input.documentIds.map((documentId) => ({ documentId, dossierComponentId: null })),
  ]
  if (attached.length > 0)
    send(tx.insertInto('dossierDocument').values(attached.map((row) => ({ ...row, dossierId, kind: 'component', createdAt: now }))))
}

type HandedPaper = ReturnType<typeof handedPapers>[number]

const insertComponents = preparedRows((tx, rows: (Omit<HandedPaper, 'documentIds'> & { dossierId: number; position: number })[]) =>
  tx.insertInto('dossierComponent').values(rows),
)

/** In the order of the catalogue, then the further papers. */
function handedPapers(procedure: ReceptionCase, input: HandedDossier) {
  const given = new Map(input.components.map((component) => [component.componentId, component]))
  const listed = procedure.components.flatMap((component) => {
    const handed = given.get(component.id)
    if (!isHandedIn(component, handed)) return []
    const { originals, copies, documentIds, note = null } = handed
    return [
      { componentId: component.id, name: component.name, originals, copies, isPresentedOnly: component.isPresentedOnly, note, documentIds },
    ]
  })
  return [...listed, ...input.extras.map((extra) => ({ ...extra, componentId: null, isPresentedOnly: false, note: null }))]
}
