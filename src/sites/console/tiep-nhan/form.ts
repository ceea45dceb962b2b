/** The form of a reception as it is typed, field by field, and how far it has come. Pure. */
import type { ReceptionComponent } from '#modules/catalogue/index.ts'
import type { DraftForm, ScannedCard } from '#modules/intake/index.ts'
import { many, one } from '#platform/http/forms.ts'

export type Who = 'owner' | 'submitter'
/** Which part of the page is open. */
export type Stage = 'owner' | 'procedure' | 'papers' | 'check'

/** The fields of each part: what is posted of a part replaces all of it, because a box that was unticked is not posted. */
const PARTS = {
  owner: /^owner\./,
  contact: /^owner\.(phone|email|address|areaCode)$/,
  procedure: /^(channel$|procedure\.)/,
  submitter: /^submitter\./,
  papers:
    /^(filedBy$|authorizationPaper$|helperId$|paper\.|extras\.|file\.|fee$|fees\.|sets$|subject$|returnMethod$|returnAddress$|forwards)/,
} as const
export type Part = keyof typeof PARTS

/** The draft with the posted parts in it. Buttons (`_…`) are no fields. */
export function merged(draft: DraftForm, posted: DraftForm): DraftForm {
  const parts = many(posted._part).filter((part): part is Part => part in PARTS)
  const kept = Object.entries(draft).filter(([name]) => !parts.some((part) => PARTS[part].test(name)) || isKeptAside(name))
  const sent = Object.entries(posted).filter(([name]) => !name.startsWith('_') && Object.values(PARTS).some((part) => part.test(name)))
  return Object.fromEntries([...kept, ...sent])
}

/** Decided by buttons, not by boxes. */
const isKeptAside = (name: string): boolean => /\.(id|mode)$/.test(name)

export const text = (form: DraftForm, name: string): string => one(form[name]).trim()

export const isKnown = (form: DraftForm, who: Who): boolean => text(form, `${who}.id`) !== ''
/** Known, or typed in full. */
export const isSettled = (form: DraftForm, who: Who): boolean => isKnown(form, who) || text(form, `${who}.mode`) === 'typed'
export const isTyping = (form: DraftForm, who: Who): boolean => text(form, `${who}.mode`) === 'new'

export const filesForAnother = (form: DraftForm): boolean => text(form, 'filedBy') === 'other'

export const channelOf = (form: DraftForm): 'counter' | 'post' => (text(form, 'channel') === 'post' ? 'post' : 'counter')

export function stageOf(form: DraftForm): Stage {
  if (!isSettled(form, 'owner')) return 'owner'
  if (!text(form, 'caseId')) return 'procedure'
  return text(form, 'checked') ? 'check' : 'papers'
}

export const without = (form: DraftForm, pattern: RegExp): DraftForm =>
  Object.fromEntries(Object.entries(form).filter(([name]) => !pattern.test(name)))

/** Ids of the documents uploaded so far, in the order they came. */
export const attachedIds = (form: DraftForm): number[] => many(form.files).map(Number).filter(Number.isInteger)

/** Every required paper in the numbers that the catalogue asks for. */
export function completed(form: DraftForm, components: readonly ReceptionComponent[]): DraftForm {
  const counts = components
    .filter(({ isRequired }) => isRequired)
    .flatMap(({ id, originals, copies, isPresentedOnly }): [string, string][] =>
      isPresentedOnly
        ? [[`paper.${id}.presented`, 'on']]
        : [
            [`paper.${id}.originals`, String(originals)],
            [`paper.${id}.copies`, String(copies)],
          ],
    )
  return { ...form, ...Object.fromEntries(counts) }
}

/** The fields of a new person, filled from the scan of a card. */
export const scannedPerson = (who: Who, card: ScannedCard): DraftForm => {
  const [year = '', month = '', day = ''] = card.birthDate?.split('-') ?? []
  return {
    [`${who}.mode`]: 'new',
    [`${who}.kind`]: 'person',
    [`${who}.identifier`]: card.identifier,
    [`${who}.name`]: card.name,
    [`${who}.birthDate.day`]: day,
    [`${who}.birthDate.month`]: month,
    [`${who}.birthDate.year`]: year,
    [`${who}.sex`]: card.sex ?? '',
    [`${who}.address`]: card.address ?? '',
  }
}

/** The fragment of the address that puts the cursor where typing goes on, in parts where no button or box asks for it by itself. */
export function cursorOf(form: DraftForm): string {
  const stage = stageOf(form)
  const who: Who | undefined = stage === 'owner' ? 'owner' : stage === 'papers' && filesForAnother(form) ? 'submitter' : undefined
  if (!who || isSettled(form, who)) return ''
  if (!isTyping(form, who)) return who === 'submitter' ? '#f-submitter-find' : ''
  const empty = ['identifier', 'name', 'phone'].find((name) => !text(form, `${who}.${name}`)) ?? 'address'
  return `#f-${who}-${empty}`
}
