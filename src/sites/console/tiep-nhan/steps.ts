/** What each button of the reception does to its form. Nothing here receives anything: that is the page's last step. */
import { getReceptionCase } from '#modules/catalogue/index.ts'
import { normaliseIdentifier, normalisePhone, type Party, searchParties } from '#modules/identity/index.ts'
import { type DraftForm, offeredCases, readCardScan } from '#modules/intake/index.ts'
import { attempt, many } from '#platform/http/forms.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { searchable } from '#platform/text/searchable.ts'
import { pressFormButton } from '#ui/index.ts'
import {
  attachedIds,
  channelOf,
  completed,
  filesForAnother,
  isSettled,
  isTyping,
  scannedPerson,
  stageOf,
  text,
  type Who,
  without,
} from './form.ts'
import { personErrors, typedPerson } from './person-input.ts'

export interface Pressed {
  form: DraftForm
  errors: Record<string, string>
  /** `check`: the form is to be looked at as a whole; `receive`: it is to become a dossier; `discard`: it is to be thrown away; `refuse`: its refusal is to be written. */
  wants?: 'check' | 'receive' | 'discard' | 'refuse'
}

/** `posted` holds the button: `_action` is a verb, or a verb and an id (`pick-owner:12`). */
export async function press(request: PageRequest, unitId: number, form: DraftForm, posted: DraftForm): Promise<Pressed> {
  const again = pressFormButton({ ...form, ...buttonsOf(posted) })
  if (again) return { form: { ...defined(again), checked: '' }, errors: {} }
  const [verb = 'next', id = ''] = text(posted, '_action').split(':')
  const stay = (next: DraftForm): Pressed => ({ form: next, errors: {} })
  switch (verb) {
    case 'pick-owner':
      return stay(pick(form, 'owner', id))
    case 'pick-submitter':
      return stay(pick(form, 'submitter', id))
    case 'new-owner':
      return stay({ ...form, ...typedPerson('owner', text(form, 'owner.find')) })
    case 'new-submitter':
      return stay({ ...form, ...typedPerson('submitter', text(form, 'submitter.find')) })
    case 'change-owner':
      return stay({ ...without(form, /^owner\./), checked: '' })
    case 'change-submitter':
      return stay(without(form, /^submitter\./))
    case 'edit-owner':
      return stay({ ...form, 'owner.mode': 'new', checked: '' })
    case 'edit-submitter':
      return stay({ ...form, 'submitter.mode': 'new' })
    case 'pick-case':
      return stay(pickCase(form, id))
    case 'change-case':
      return stay({ ...without(form, /^paper\.|^fee|^caseId$/), checked: '' })
    case 'complete-papers':
      return stay(await completePapers(request, unitId, form))
    case 'drop-file':
      return stay({ ...without(form, new RegExp(`^file\\.${Number(id)}\\.`)), files: many(form.files).filter((each) => each !== id) })
    case 'attach':
      return stay(form)
    case 'change-papers':
      return stay({ ...form, checked: '' })
    case 'receive':
    case 'refuse':
    case 'discard':
      return { form, errors: {}, wants: verb }
    default:
      return next(request, unitId, form)
  }
}

/** Enter, and the main button of the open part. */
async function next(request: PageRequest, unitId: number, form: DraftForm): Promise<Pressed> {
  switch (stageOf(form)) {
    case 'owner':
      return settle(request, unitId, form, 'owner')
    case 'procedure':
      return findCase(request, unitId, form)
    case 'papers': {
      if (filesForAnother(form) && !isSettled(form, 'submitter')) {
        const settled = await settle(request, unitId, form, 'submitter')
        if (!isSettled(settled.form, 'submitter') || Object.keys(settled.errors).length > 0) return settled
        return { ...settled, wants: 'check' }
      }
      return { form, errors: {}, wants: 'check' }
    }
    case 'check':
      return { form, errors: {}, wants: 'receive' }
  }
}

async function settle(request: PageRequest, unitId: number, form: DraftForm, who: Who): Promise<Pressed> {
  if (isTyping(form, who)) {
    const errors = personErrors(form, who)
    return { form: Object.keys(errors).length > 0 ? form : { ...form, [`${who}.mode`]: 'typed' }, errors }
  }
  const asked = text(form, `${who}.find`)
  if (!asked) return { form, errors: { [`${who}.find`]: FIND[request.language] } }
  const card = readCardScan(asked)
  const reading = { actor: request.viewer.actor, now: request.now, unitId }
  const found = await searchParties(request.services.database, card?.identifier ?? asked, reading)
  if (card) {
    const known = found.find(({ identifier, name }) => identifier === card.identifier && searchable(name) === searchable(card.name))
    return { form: known ? pick(form, who, String(known.id)) : { ...form, ...scannedPerson(who, card) }, errors: {} }
  }
  const exact = found.filter((party) => isExactly(party, asked))
  if (exact.length === 1 && exact[0]) return { form: pick(form, who, String(exact[0].id)), errors: {} }
  return { form: found.length > 0 ? form : { ...form, ...typedPerson(who, asked) }, errors: {} }
}

const FIND = {
  vi: 'Hãy quét thẻ căn cước, hoặc gõ số định danh, số điện thoại, mã số thuế hay họ tên.',
  en: 'Scan the identity card, or type the ID number, phone, tax code or name.',
}

const isExactly = ({ identifier, identifierKind, phone }: Party, asked: string): boolean =>
  (identifierKind !== null && normaliseIdentifier(identifierKind, asked).identifier === identifier) ||
  (phone !== null && normalisePhone(asked) === phone)

/** A known person's own record counts; what was typed before goes. */
const pick = (form: DraftForm, who: Who, id: string): DraftForm => ({ ...without(form, new RegExp(`^${who}\\.`)), [`${who}.id`]: id })

async function findCase({ services, now }: PageRequest, unitId: number, form: DraftForm): Promise<Pressed> {
  const wanted = { unitId, channel: channelOf(form), day: localDate(now), text: text(form, 'procedure.find') }
  const found = wanted.text ? await offeredCases(services.database, wanted) : []
  return { form: found.length === 1 && found[0] ? pickCase(form, String(found[0].caseId)) : form, errors: {} }
}

const pickCase = (form: DraftForm, id: string): DraftForm => ({ ...without(form, /^paper\.|^fee/), caseId: id, checked: '' })

async function completePapers({ services, now }: PageRequest, unitId: number, form: DraftForm): Promise<DraftForm> {
  const found = await attempt(() =>
    getReceptionCase(services.database, Number(text(form, 'caseId')), {
      receivingUnitId: unitId,
      channel: channelOf(form),
      day: localDate(now),
    }),
  )
  return found.ok ? completed(form, found.value.components) : form
}

/** Uploaded just now: each goes to the paper it was chosen for (`scan.12`), the others to the dossier. */
export function attach(form: DraftForm, files: { field: string; documentId: number }[]): DraftForm {
  const places = files.map(({ field, documentId }): [string, string] => [`file.${documentId}.for`, field.replace(/^scan\.?/, '')])
  return { ...form, ...Object.fromEntries(places), files: [...attachedIds(form), ...files.map(({ documentId }) => documentId)].map(String) }
}

const buttonsOf = (posted: DraftForm): DraftForm => Object.fromEntries(Object.entries(posted).filter(([name]) => name.startsWith('_')))

const defined = (values: Record<string, string | string[] | undefined>): DraftForm =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | string[]] => !entry[0].startsWith('_') && entry[1] !== undefined),
  )
