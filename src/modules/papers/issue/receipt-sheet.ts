import { formatLimit } from '#modules/catalogue/index.ts'
import type { TimePromise } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import { instantAt, localDate } from '#platform/text/dates.ts'
import { receiptPaper } from '../receipt.ts'
import type { PaperSheet } from '../sheet.ts'
import { type DossierFacts, ownerOf, type ReceivedFacts, submitterOf } from './dossier-facts.ts'
import { lookupUrl } from './lookup-url.ts'
import type { IssuingOffice } from './paper-office.ts'

/** Mẫu số 01. Who files is the person named in it; when that is not the owner, the owner is the one who gave the authorisation. */
export function receiptSheet(
  facts: ReceivedFacts,
  { office, promise, position, baseUrl }: { office: IssuingOffice; promise: TimePromise; position: number; baseUrl: string },
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
    limit: formatLimit(promise.limit),
    receivedAt: facts.receivedAt,
    dueAt: facts.originalDueAt,
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
