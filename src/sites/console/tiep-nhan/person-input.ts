/** A person of the form, for the actions: known by id, or as typed. */
import { checkTaxCode, isOldId, isPersonalId, normalisePhone, type Party, PartyInput } from '#modules/identity/index.ts'
import type { DraftForm } from '#modules/intake/index.ts'
import { readDate } from '#ui/index.ts'
import { isKnown, text, type Who } from './form.ts'

const CONTACT = ['phone', 'email', 'address', 'areaCode'] as const

/** `known`: the party of `<who>.id`. Contact details typed beside a known person complete that person's record; who has no number cannot be completed so. */
export function personInput(form: DraftForm, who: Who, known: Party | undefined): Record<string, unknown> {
  const field = (name: string) => text(form, `${who}.${name}`) || undefined
  const contact = Object.fromEntries(CONTACT.map((name) => [name, field(name)]))
  if (isKnown(form, who)) {
    const hasNews = Object.values(contact).some(Boolean)
    if (!known?.identifier || !hasNews) return { id: text(form, `${who}.id`) }
    return { kind: known.kind, name: known.name, identifierKind: known.identifierKind, identifier: known.identifier, ...contact }
  }
  const common = { name: field('name') ?? '', identifier: field('identifier'), ...contact }
  if (field('kind') === 'organisation') return { kind: 'organisation', ...common, representative: field('representative') }
  return { kind: 'person', ...common, sex: field('sex'), birthDate: readDate(form, `${who}.birthDate`) }
}

/** What is wrong with a typed person, by field of the form. */
export function personErrors(form: DraftForm, who: Who): Record<string, string> {
  const parsed = PartyInput.safeParse(personInput(form, who, undefined))
  if (parsed.success) return {}
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[`${who}.${issue.path.join('.')}`] ??= issue.message
  return errors
}

/** The fields of a new person from what was typed into the search: a number, a phone, or a name. */
export function typedPerson(who: Who, found: string): DraftForm {
  const base = { [`${who}.mode`]: 'new', [`${who}.kind`]: 'person' }
  if (isPersonalId(found) || isOldId(found)) return { ...base, [`${who}.identifier`]: found }
  if (normalisePhone(found)) return { ...base, [`${who}.phone`]: found }
  if (!checkTaxCode(found).problem) return { ...base, [`${who}.kind`]: 'organisation', [`${who}.identifier`]: found }
  return { ...base, [`${who}.name`]: found }
}
