/** Everything the page of a reception shows, read for its form. */
import { getReceptionCase, type ReceptionCase } from '#modules/catalogue/index.ts'
import { type Document, findDocuments } from '#modules/documents/index.ts'
import { findParty, type Party, searchParties } from '#modules/identity/index.ts'
import {
  type DraftForm,
  helpersAt,
  type OfferedCase,
  offeredCases,
  type ReceptionDraft,
  type ReceptionPlace,
} from '#modules/intake/index.ts'
import { areaLabel, communesOf } from '#modules/organization/index.ts'
import { type Attempt, attempt } from '#platform/http/forms.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { attachedIds, channelOf, filesForAnother, isKnown, isSettled, isTyping, type Stage, stageOf, text, type Who } from './form.ts'

export interface Desk {
  key: string
  unitId: number
  counterId: number | null
  form: DraftForm
  places: ReceptionPlace[]
  stage: Stage
  owner: Person
  submitter: Person
  /** Found or, without a search, what this unit receives most. */
  cases: OfferedCase[]
  procedure: Attempt<ReceptionCase> | undefined
  documents: Document[]
  helpers: { id: number; fullName: string }[]
  communes: { value: string; label: string }[]
}

export interface Person {
  known: Party | undefined
  areaLabel: string | undefined
  /** Undefined while nothing was looked for. */
  found: Party[] | undefined
}

export async function readDesk(
  request: PageRequest,
  draft: Pick<ReceptionDraft, 'key' | 'unitId' | 'counterId' | 'form'>,
  places: ReceptionPlace[],
): Promise<Desk> {
  const { services, now } = request
  const { form, unitId } = draft
  const db = services.database
  const stage = stageOf(form)
  const caseId = Number(text(form, 'caseId'))
  const channel = channelOf(form)
  const place = places.find(({ id }) => id === unitId)
  return {
    key: draft.key,
    unitId,
    counterId: draft.counterId,
    form,
    places,
    stage,
    owner: await readPerson(request, form, 'owner', unitId),
    submitter: filesForAnother(form) ? await readPerson(request, form, 'submitter', unitId) : NOBODY,
    cases:
      stage === 'procedure' ? await offeredCases(db, { unitId, channel, day: localDate(now), text: text(form, 'procedure.find') }) : [],
    procedure: caseId
      ? await attempt(() => getReceptionCase(db, caseId, { receivingUnitId: unitId, channel, day: localDate(now) }))
      : undefined,
    documents: await findDocuments(db, attachedIds(form)),
    helpers: stage === 'papers' || stage === 'check' ? await helpersAt(db, unitId, now) : [],
    communes: place?.provinceCode
      ? (await communesOf(db, place.provinceCode, localDate(now))).map(({ code, name }) => ({ value: code, label: name }))
      : [],
  }
}

const NOBODY: Person = { known: undefined, areaLabel: undefined, found: undefined }

async function readPerson({ services, viewer, now }: PageRequest, form: DraftForm, who: Who, unitId: number): Promise<Person> {
  const reading = { actor: viewer.actor, now, unitId }
  if (isKnown(form, who)) {
    const known = await findParty(services.database, Number(text(form, `${who}.id`)), reading)
    const area = known?.areaCode ?? undefined
    return { known, areaLabel: area && (await areaLabel(services.database, area)), found: undefined }
  }
  const asked = text(form, `${who}.find`)
  const isLooking = asked !== '' && !isSettled(form, who) && !isTyping(form, who)
  return { ...NOBODY, found: isLooking ? await searchParties(services.database, asked, reading) : undefined }
}
