/** The lists of reasons, kept by the controller: why something is asked for, refused, put off. */
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'

export type ReasonKind = 'supplement' | 'refusal' | 'extension' | 'stop' | 'withdrawal' | 'payment' | 'loss' | 'correction' | 'no-apology'

export interface Reason {
  id: number
  code: string
  vi: string
  en: string
}

/** Those that may be chosen now, in the order of the list. */
export const reasonsOf = (db: Queryable, kind: ReasonKind): Promise<Reason[]> =>
  db
    .selectFrom('reason')
    .select(['id', 'code', 'vi', 'en'])
    .where('kind', '=', kind)
    .where('isActive', '=', true)
    .orderBy('position')
    .execute()

/** @throws AppError `input.invalid` at `field` for one that is not on the list */
export async function getReason(db: Queryable, kind: ReasonKind, code: string, field = 'reasonCode'): Promise<Reason> {
  const reason = await db
    .selectFrom('reason')
    .select(['id', 'code', 'vi', 'en'])
    .where('kind', '=', kind)
    .where('code', '=', code)
    .where('isActive', '=', true)
    .executeTakeFirst()
  return reason ?? commonErrors.fail('input.invalid', { fields: { [field]: 'Hãy chọn một lý do trong danh mục.' } })
}
