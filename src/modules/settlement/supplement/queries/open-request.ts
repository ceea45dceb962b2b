import type { Queryable } from '#platform/database.ts'

export interface OpenRequest {
  id: number
  number: number
  askedAt: Date
  answerBy: Date
  faults: AskedFault[]
}

export interface AskedFault {
  id: number
  dossierComponentId: number | null
  componentId: number | null
  /** What it is about, in words. */
  about: string
  reason: { vi: string; en: string }
  text: string
  completedAt: Date | null
}

/** The supplement that is awaited after reception, with what has come of it. */
export async function findOpenRequest(db: Queryable, dossierId: number): Promise<OpenRequest | undefined> {
  const request = await db
    .selectFrom('supplementRequest')
    .select(['id', 'number', 'askedAt', 'answerBy'])
    .where('dossierId', '=', dossierId)
    .where('isBeforeReception', '=', false)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return request && { ...request, faults: await faultsOf(db, request.id) }
}

async function faultsOf(db: Queryable, requestId: number): Promise<AskedFault[]> {
  const rows = await db
    .selectFrom('supplementFault as f')
    .innerJoin('reason as r', 'r.id', 'f.reasonId')
    .leftJoin('dossierComponent as h', 'h.id', 'f.dossierComponentId')
    .leftJoin('component as c', 'c.id', 'f.componentId')
    .select(['f.id', 'f.dossierComponentId', 'f.componentId', 'f.answer', 'f.text', 'f.completedAt', 'r.vi', 'r.en'])
    .select(['h.name as handedName', 'c.name as listedName'])
    .where('f.supplementRequestId', '=', requestId)
    .orderBy('f.position')
    .execute()
  return rows.map(({ answer, handedName, listedName, vi, en, ...row }) => ({
    ...row,
    about: handedName ?? listedName ?? answer ?? '',
    reason: { vi, en },
  }))
}
