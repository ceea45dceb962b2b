/** Reading tổ chức, cá nhân. Every reading is recorded with who asked. */
import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import { auditRow, recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import { escapeLike, searchable } from '#platform/text/searchable.ts'
import { digitsOf } from './personal-id.ts'
import { normalisePhone } from './phone.ts'
import type { IdentifierKind } from './schemas.ts'

const MAX_FOUND = 10

export interface Party {
  id: number
  kind: 'person' | 'organisation'
  name: string
  identifierKind: IdentifierKind | null
  identifier: string | null
  birthDate: string | null
  sex: 'female' | 'male' | null
  representative: string | null
  /** E.164 */
  phone: string | null
  email: string | null
  address: string | null
  areaCode: string | null
  isInvented: boolean
}

/** Who reads, when and where they serve; written into the trail. */
export interface Reading {
  actor: Actor
  now: Date
  unitId?: number
}

export const partyColumns = [
  'id',
  'kind',
  'name',
  'identifierKind',
  'identifier',
  'birthDate',
  'sex',
  'representative',
  'phone',
  'email',
  'address',
  'areaCode',
  'isInvented',
] as const

export async function findParty(db: Queryable, id: number, { actor, now, unitId }: Reading): Promise<Party | undefined> {
  const party = await db.selectFrom('party').select(partyColumns).where('id', '=', id).$castTo<Party>().executeTakeFirst()
  if (party) await recordRead(db, { actor, at: now, name: 'identity.read-party', subject: { kind: 'party', id }, unitId })
  return party
}

/**
 * At most ten parties by what a desk types: an ID or tax number (from its beginning, four characters or more), a phone number, or words of a name without marks.
 */
export async function searchParties(db: Queryable, text: string, { actor, now, unitId }: Reading): Promise<Party[]> {
  const found = await matching(db, text.trim())
  if (found.length > 0)
    await db
      .insertInto('audit')
      .values(
        found.map(({ id }) =>
          auditRow({ actor, at: now, name: 'identity.read-party', subject: { kind: 'party', id }, unitId, detail: { by: 'search' } }),
        ),
      )
      .execute()
  return found
}

async function matching(db: Queryable, text: string): Promise<Party[]> {
  const parties = db.selectFrom('party').select(partyColumns).$castTo<Party>().limit(MAX_FOUND)
  const number = digitsOf(text).toUpperCase()
  if (/\d/.test(number) && /^[A-Z0-9-]{4,}$/.test(number)) {
    const phone = normalisePhone(text)
    const byNumber = await parties
      .where((eb) => eb.or([eb('identifier', 'like', `${number}%`), ...(phone ? [eb('phone', '=', phone)] : [])]))
      .orderBy('identifier')
      .execute()
    if (byNumber.length > 0) return byNumber
  }
  const words = searchable(text)
    .split(' ')
    .filter((word) => word.length > 0)
  if (words.join('').length < 2) return []
  return words
    .reduce((query, word) => query.where('searchName', 'like', `%${escapeLike(word)}%`), parties)
    .orderBy(sql`similarity(search_name, ${words.join(' ')})`, 'desc')
    .orderBy('id')
    .execute()
}
