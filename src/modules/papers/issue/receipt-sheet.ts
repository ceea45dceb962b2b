import { formatLimit } from '#modules/catalogue/index.ts'
import { type DossierState, getPromise, type TimePromise } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import { instantAt, localDate } from '#platform/text/dates.ts'
import { receiptPaper } from '../receipt.ts'
import type { PaperSheet } from '../sheet.ts'
import { type DossierFacts, ownerOf, type ReceivedFacts, submitterOf } from './dossier-facts.ts'
import { lookupUrl } from './lookup-url.ts'
import type { IssuingOffice } from './paper-office.ts'

/**
 * The appointment that a receipt gives: that of the reception, or of the last time the clock went on or began anew (a supplement accepted, an obligation paid). An extension is
 * promised by form 04 and makes no receipt.
 */
export interface Appointment {
  promise: TimePromise
  /** When what was needed was there: the dossier, or its supplement. */
  receivedAt: Date
  dueAt: Date
}

/** @throws Error before the reception */
export function appointmentOf(state: DossierState, receivedAt: Date): Appointment {
  const promise = getPromise(state)
  const given = state.clock?.appointments ?? []
  const last = given.findLast(({ entry }) => entry !== 'extend')
  const restarted = given.findLast(({ entry }) => entry === 'restart')
  return { promise, receivedAt: restarted?.at ?? receivedAt, dueAt: last?.dueAt ?? new Date(promise.dueAt) }
}

/** Mẫu số 01. Who files is the person named in it; when that is not the owner, the owner is the one who gave the authorisation. */
export function receiptSheet(
  facts: ReceivedFacts,
  { office, appointment, position, baseUrl }: { office: IssuingOffice; appointment: Appointment; position: number; baseUrl: string },
  head: { number: number; issuedAt: Date },
): PaperSheet {
  const isForAnother = facts.submitterId !== facts.ownerId
  return receiptPaper({
    ...head,
    office,
    dossierCode: facts.code,
    applicant: submitterOf(facts),
    authorizer: isForAnother ? { ...ownerOf(facts), paper: facts.authorizationPaper ?? undefined } : undefined,
    subject: facts.subject,
    components: facts.components,
    sets: facts.sets,
    limit: formatLimit(appointment.promise.limit),
    receivedAt: appointment.receivedAt,
    dueAt: appointment.dueAt,
    returnPlace: returnPlace(facts, office),
    register: { book: localDate(facts.receivedAt).slice(0, 4), position },
    fees: facts.fees,
    submitterName: facts.submitterName,
    receiverName: facts.receiverName ?? '',
    lookupUrl: lookupUrl(baseUrl, facts.code),
    hotline: office.phone ?? undefined,
  })
}

function returnPlace({ returnMethod, returnAddress }: DossierFacts, office: IssuingOffice): string {
  if (returnMethod === 'post') return `Qua dịch vụ bưu chính, tại: ${returnAddress}`
  if (returnMethod === 'electronic') return 'Trực tuyến (bản điện tử)'
  return [office.name, office.address].filter(Boolean).join(', ')
}

/** Số thứ tự in the electronic register: the register of a receiving unit is kept by year, in the order of reception. */
export async function registerPosition(db: Queryable, { id, receivingUnitId, receivedAt }: ReceivedFacts): Promise<number> {
  const { count } = await db
    .selectFrom('dossier')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('receivingUnitId', '=', receivingUnitId)
    .where('receivedAt', '>=', instantAt(`${localDate(receivedAt).slice(0, 4)}-01-01`))
    .where((eb) => eb.or([eb('receivedAt', '<', receivedAt), eb.and([eb('receivedAt', '=', receivedAt), eb('id', '<=', id)])]))
    .executeTakeFirstOrThrow()
  return count
}
