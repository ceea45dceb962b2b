/** From the fields of the form to the input of `receiveDossier`, and its errors back to the fields. Pure. */
import type { ReceptionCase } from '#modules/catalogue/index.ts'
import type { Party } from '#modules/identity/index.ts'
import type { DraftForm } from '#modules/intake/index.ts'
import { many } from '#platform/http/forms.ts'
import { itemCount } from '#ui/index.ts'
import { attachedIds, channelOf, filesForAnother, text } from './form.ts'
import { personInput } from './person-input.ts'

export interface Sources {
  form: DraftForm
  unitId: number
  counterId: number | null
  procedure: ReceptionCase
  owner: Party | undefined
  submitter: Party | undefined
}

export function receptionInput({ form, unitId, counterId, procedure, owner, submitter }: Sources): Record<string, unknown> {
  const isForAnother = filesForAnother(form)
  return {
    procedureCaseId: procedure.caseId,
    channel: channelOf(form),
    receivingUnitId: unitId,
    counterId,
    owner: personInput(form, 'owner', owner),
    submitter: isForAnother ? personInput(form, 'submitter', submitter) : undefined,
    authorizationPaper: isForAnother ? text(form, 'authorizationPaper') : undefined,
    helperId: text(form, 'helperId'),
    subject: text(form, 'subject'),
    sets: text(form, 'sets'),
    components: handedComponents(form, procedure),
    extras: extraPapers(form),
    documentIds: filesOf(form, ''),
    fees: text(form, 'fees.shown') ? many(form.fee) : undefined,
    returnMethod: text(form, 'returnMethod') || 'counter',
    returnAddress: text(form, 'returnAddress'),
    forwards: text(form, 'forwards.shown') ? text(form, 'forwards') === 'on' : true,
  }
}

/** Those with a number, a tick or a file; the others were not handed in. */
function handedComponents(form: DraftForm, procedure: ReceptionCase) {
  return procedure.components.flatMap(({ id, isPresentedOnly }) => {
    const value = (name: string) => text(form, `paper.${id}.${name}`)
    const documentIds = filesOf(form, String(id))
    const isThere = isPresentedOnly ? value('presented') === 'on' : [value('originals'), value('copies')].some(isCount)
    if (!isThere && documentIds.length === 0) return []
    return [{ componentId: id, originals: value('originals'), copies: value('copies'), note: value('note'), documentIds }]
  })
}

const isCount = (typed: string): boolean => typed !== '' && Number(typed) !== 0

/** Rows left wholly empty are no papers. */
function extraPapers(form: DraftForm) {
  return extraNumbers(form).map((number) => ({
    name: text(form, `extras.${number}.name`),
    originals: text(form, `extras.${number}.originals`),
    copies: text(form, `extras.${number}.copies`),
    documentIds: filesOf(form, `extra.${number}`),
  }))
}

const extraNumbers = (form: DraftForm): number[] =>
  Array.from({ length: itemCount(form, 'extras', 0) }, (_, number) => number).filter((number) =>
    ['name', 'originals', 'copies'].some((name) => text(form, `extras.${number}.${name}`)),
  )

/** The files that were put to a paper; `''`: to the dossier as a whole. */
const filesOf = (form: DraftForm, paper: string): number[] => attachedIds(form).filter((id) => text(form, `file.${id}.for`) === paper)

/** `components.2.originals` and `components.41` → the fields of the form. */
export function fieldNames(errors: Record<string, string>, { form, procedure }: Sources): Record<string, string> {
  const handed = handedComponents(form, procedure)
  const extras = extraNumbers(form)
  return Object.fromEntries(Object.entries(errors).map(([name, sentence]) => [fieldName(name), sentence]))

  function fieldName(name: string): string {
    const [head = '', index = '', ...rest] = name.split('.')
    if (head === 'components' && rest.length === 0) return `paper.${index}`
    if (head === 'components') return `paper.${handed[Number(index)]?.componentId}.${rest.join('.')}`
    if (head === 'extras') return `extras.${extras[Number(index)] ?? 0}.${rest.join('.')}`
    if (head === 'procedureCaseId' || head === 'documentIds') return '_'
    return name
  }
}
