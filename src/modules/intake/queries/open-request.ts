/** The request for a supplement that waits for the applicant, with everything it names. */
import type { Queryable } from '#platform/database.ts'

export interface OpenSupplement {
  number: number
  askedAt: Date
  answerBy: Date
  faults: { componentId: number | null; about: string; reason: { vi: string; en: string }; text: string }[]
}

export async function findOpenSupplement(db: Queryable, dossierId: number): Promise<OpenSupplement | undefined> {
  const request = await db
    .selectFrom('supplementRequest')
    .select(['id', 'number', 'askedAt', 'answerBy'])
    .where('dossierId', '=', dossierId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (!request) return undefined
  const faults = await db
    .selectFrom('supplementFault as f')
    .innerJoin('reason as r', 'r.id', 'f.reasonId')
    .leftJoin('dossierComponent as h', 'h.id', 'f.dossierComponentId')
    .leftJoin('component as c', 'c.id', 'f.componentId')
    .select(['f.answer', 'f.text', 'r.vi', 'r.en', 'h.name as heldName', 'c.name as listedName'])
    .select((eb) => eb.fn.coalesce('f.componentId', 'h.componentId').as('componentId'))
    .where('f.supplementRequestId', '=', request.id)
    .orderBy('f.position')
    .execute()
  const { id: _, ...rest } = request
  return {
    ...rest,
    faults: faults.map(({ answer, heldName, listedName, text, vi, en, componentId }) => ({
      componentId,
      about: answer ?? heldName ?? listedName ?? '',
      reason: { vi, en },
      text,
    })),
  }
}
