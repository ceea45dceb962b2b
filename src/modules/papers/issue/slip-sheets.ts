/** Mẫu số 06 and the return slip, from the dossier's actions. */
import type { DossierAction } from '#modules/dossier/index.ts'
import { formatPhone, officerNames } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { controlSlipPaper, type Handover } from '../control-slip.ts'
import { returnSlipPaper } from '../return-slip.ts'
import type { PaperSheet } from '../sheet.ts'
import type { DossierFacts, ReceivedFacts } from './dossier-facts.ts'
import { issueErrors } from './errors.ts'
import { traceOf } from './handovers.ts'
import type { IssuingOffice } from './paper-office.ts'

type Head = { number: number; issuedAt: Date }

export async function controlSlipSheet(
  db: Queryable,
  facts: ReceivedFacts,
  actions: readonly DossierAction[],
  office: IssuingOffice,
): Promise<(head: Head) => PaperSheet> {
  const handovers = await namedHandovers(db, actions)
  return (head) =>
    controlSlipPaper({
      ...head,
      office,
      dossierCode: facts.code,
      settlingOffice: facts.settlingOffice,
      coordinatingOffices: [],
      receivedAt: facts.receivedAt,
      dueAt: facts.dueAt,
      handovers,
    })
}

const OUTSIDE = 'Tổ chức, cá nhân'

async function namedHandovers(db: Queryable, actions: readonly DossierAction[]): Promise<Handover[]> {
  const trace = traceOf(actions)
  const unitIds = [...new Set(trace.flatMap(({ fromUnitId, toUnitId }) => (toUnitId ? [fromUnitId, toUnitId] : [fromUnitId])))]
  const units = unitIds.length ? await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', unitIds).execute() : []
  const unitName = new Map(units.map(({ id, name }) => [id, name]))
  const officers = await officerNames(
    db,
    trace.flatMap(({ giverId, receiverId }) => [giverId, receiverId].filter((id) => id !== undefined)),
  )
  return trace.map(({ at, fromUnitId, toUnitId, giverId, receiverId, timeliness, note }) => ({
    at,
    fromUnit: unitName.get(fromUnitId) ?? '',
    toUnit: toUnitId === undefined ? OUTSIDE : (unitName.get(toUnitId) ?? ''),
    giver: giverId === undefined ? undefined : officers.get(giverId),
    receiver: receiverId === undefined ? undefined : officers.get(receiverId),
    timeliness,
    note,
  }))
}

/** @throws AppError `papers.not-returned` */
export async function returnSlipSheet(db: Queryable, facts: DossierFacts, office: IssuingOffice): Promise<(head: Head) => PaperSheet> {
  const given = await db
    .selectFrom('dossierReturn as r')
    .leftJoin('officer as o', 'o.id', 'r.officerId')
    .selectAll('r')
    .select('o.fullName as giverName')
    .where('r.dossierId', '=', facts.id)
    .executeTakeFirst()
  if (!given) return issueErrors.fail('papers.not-returned')
  const results = await db
    .selectFrom('dossierResult')
    .select(['name', 'number', 'symbol', 'issuedAt'])
    .where('dossierId', '=', facts.id)
    .execute()
  return (head) =>
    returnSlipPaper({
      ...head,
      office,
      dossierCode: facts.code,
      ownerName: facts.ownerName,
      subject: facts.subject,
      results: results.map(({ name, number, symbol, issuedAt }) => ({
        name,
        number: number === null ? undefined : `${number}/${symbol}`,
        issuedAt: issuedAt ?? undefined,
        originals: 1,
        copies: 0,
      })),
      returnedPapers: facts.components.filter(({ originalsReturnedAt }) => originalsReturnedAt).map((paper) => ({ ...paper, copies: 0 })),
      method: METHODS[given.method as keyof typeof METHODS],
      returnedAt: given.returnedAt,
      receiver: {
        name: given.receiverName,
        proof: [PROOFS[given.proof as keyof typeof PROOFS], given.proofNumber && `số ${given.proofNumber}`].filter(Boolean).join(' '),
        phone: given.receiverPhone ? formatPhone(given.receiverPhone) : undefined,
      },
      giverName: given.giverName ?? '',
    })
}

const METHODS = { counter: 'Trực tiếp', post: 'Qua bưu chính', electronic: 'Trực tuyến' }
const PROOFS = {
  receipt: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  identity: 'Giấy tờ tùy thân',
  authorization: 'Giấy ủy quyền',
}
