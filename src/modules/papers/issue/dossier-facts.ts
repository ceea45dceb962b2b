/** What the papers of a dossier say about it, read inside the transaction that issues them. */
import { formatPhone } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import type { Person } from '../receipt.ts'
import { issueErrors } from './errors.ts'

export type DossierFacts = Awaited<ReturnType<typeof dossierFacts>>

/** @throws AppError `record.not-found` */
export async function dossierFacts(db: Queryable, dossierId: number) {
  const row = await db
    .selectFrom('dossier as d')
    .innerJoin('procedure as p', 'p.id', 'd.procedureId')
    .innerJoin('procedureVersion as v', 'v.id', 'd.procedureVersionId')
    .innerJoin('party as o', 'o.id', 'd.ownerId')
    .innerJoin('party as s', 's.id', 'd.submitterId')
    .innerJoin('unit as settling', 'settling.id', 'd.settlingUnitId')
    .leftJoin('officer as r', 'r.id', 'd.receivedById')
    .leftJoin('area as oa', 'oa.code', 'o.areaCode')
    .leftJoin('area as op', 'op.code', 'oa.parentCode')
    .leftJoin('area as sa', 'sa.code', 's.areaCode')
    .leftJoin('area as sp', 'sp.code', 'sa.parentCode')
    .select(['oa.name as ownerArea', 'op.name as ownerProvince', 'sa.name as submitterArea', 'sp.name as submitterProvince'])
    .selectAll('d')
    .select(['p.code as procedureCode', 'v.name as procedureName', 'settling.name as settlingOffice', 'r.fullName as receiverName'])
    .select([
      'o.name as ownerName',
      'o.identifier as ownerIdentifier',
      'o.address as ownerAddress',
      'o.phone as ownerPhone',
      'o.email as ownerEmail',
    ])
    .select(['s.name as submitterName', 's.identifier as submitterIdentifier', 's.address as submitterAddress'])
    .select(['s.phone as submitterPhone', 's.email as submitterEmail'])
    .where('d.id', '=', dossierId)
    .executeTakeFirst()
  if (!row) return commonErrors.fail('record.not-found')
  const components = await db
    .selectFrom('dossierComponent')
    .select(['name', 'originals', 'copies', 'isPresentedOnly', 'originalsReturnedAt'])
    .where('dossierId', '=', dossierId)
    .orderBy('position')
    .execute()
  const fees = await db.selectFrom('dossierFee').select(['name', 'amount']).where('dossierId', '=', dossierId).orderBy('id').execute()
  return { ...row, components, fees }
}

export type ReceivedFacts = DossierFacts & { receivedAt: Date; originalDueAt: Date; dueAt: Date }

/** What only a dossier that was received has. @throws AppError `papers.not-received` */
export function asReceived(facts: DossierFacts): ReceivedFacts {
  const { receivedAt, originalDueAt, dueAt } = facts
  return receivedAt && originalDueAt && dueAt ? { ...facts, receivedAt, originalDueAt, dueAt } : issueErrors.fail('papers.not-received')
}

export const ownerOf = (facts: DossierFacts): Person => person('owner', facts)
export const submitterOf = (facts: DossierFacts): Person => person('submitter', facts)

function person(who: 'owner' | 'submitter', facts: DossierFacts): Person {
  const phone = facts[`${who}Phone`]
  return {
    name: facts[`${who}Name`],
    identifier: facts[`${who}Identifier`] ?? undefined,
    address: [facts[`${who}Address`], facts[`${who}Area`], facts[`${who}Province`]].filter(Boolean).join(', ') || undefined,
    phone: phone ? formatPhone(phone) : undefined,
    email: facts[`${who}Email`] ?? undefined,
  }
}
