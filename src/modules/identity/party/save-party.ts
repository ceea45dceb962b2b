import { z } from 'zod'
import { fields } from '#modules/organization/index.ts'
import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { searchable } from '#platform/text/searchable.ts'
import { identityErrors } from '../errors.ts'
import type { identityRights } from '../rights.ts'
import { type Party, partyColumns } from './queries.ts'
import { PartyInput } from './schemas.ts'

/** Ghi tổ chức, cá nhân, at the unit where somebody is served. With `partyId` the known record is corrected, name included. */
export const savePartyAction = action('identity.save-party' satisfies keyof typeof identityRights, {
  input: z.object({ unitId: fields.id(), partyId: fields.optionalId, party: PartyInput }),
  scope: (_tx, input) => input.unitId,
  async work(work, { partyId, party }) {
    const saved = partyId ? await correct(work, partyId, party) : await saveParty(work, party)
    work.about({ kind: 'party', id: saved.id }, { did: partyId ? 'correct' : 'save', given: givenKeys(party) })
    return saved.id
  },
})

/**
 * Finds the party by its identifier or makes it, inside another action's transaction; what is written completes what is known. A known party is named by `{ id }`.
 * @throws AppError `identity.identifier-taken` when the number belongs to somebody of another name
 */
export async function saveParty({ tx, now }: Pick<Work, 'tx' | 'now'>, choice: PartyInput | { id: number }): Promise<Party> {
  if (!('name' in choice)) {
    const known = await tx.selectFrom('party').select(partyColumns).where('id', '=', choice.id).$castTo<Party>().executeTakeFirst()
    return known ?? commonErrors.fail('record.not-found')
  }
  const inserted = await tx
    .insertInto('party')
    .values({ ...choice, searchName: searchable(choice.name), createdAt: now, updatedAt: now })
    // Two desks may write the same person at once; a party without a number is always new.
    .onConflict((conflict) => conflict.columns(['identifierKind', 'identifier']).doNothing())
    .returning(partyColumns)
    .$castTo<Party>()
    .executeTakeFirst()
  if (inserted) return inserted
  const known = await tx
    .selectFrom('party')
    .select([...partyColumns, 'searchName'])
    .where('identifierKind', '=', choice.identifierKind ?? '')
    .where('identifier', '=', choice.identifier ?? '')
    .$castTo<Party & { searchName: string }>()
    .executeTakeFirstOrThrow()
  identityErrors.insist(known.searchName === searchable(choice.name), 'identity.identifier-taken', {
    fields: { identifier: 'Số này đang thuộc về một người hoặc tổ chức có tên khác. Hãy kiểm tra lại.' },
  })
  const added = newDetails(known, choice)
  if (Object.keys(added).length === 0) return known
  return tx
    .updateTable('party')
    .set({ ...added, updatedAt: now })
    .where('id', '=', known.id)
    .returning(partyColumns)
    .$castTo<Party>()
    .executeTakeFirstOrThrow()
}

async function correct({ tx, now }: Work, id: number, party: PartyInput): Promise<Party> {
  if (party.identifier) {
    const other = await tx
      .selectFrom('party')
      .select('id')
      .where('identifierKind', '=', party.identifierKind ?? '')
      .where('identifier', '=', party.identifier)
      .where('id', '<>', id)
      .executeTakeFirst()
    identityErrors.insist(!other, 'identity.identifier-taken', { fields: { identifier: 'Số này đang thuộc về người khác.' } })
  }
  const saved = await tx
    .updateTable('party')
    .set({ ...given(party), searchName: searchable(party.name), updatedAt: now })
    .where('id', '=', id)
    .returning(partyColumns)
    .$castTo<Party>()
    .executeTakeFirst()
  return saved ?? commonErrors.fail('record.not-found')
}

const given = (party: PartyInput) =>
  Object.fromEntries(Object.entries(party).filter(([, value]) => value !== undefined)) as Partial<PartyInput>

const givenKeys = (party: PartyInput): string[] => Object.keys(given(party))

/** What was written and is not yet known so; the name, kind and number stay. */
function newDetails(known: Party, choice: PartyInput): Partial<PartyInput> {
  const { birthDate, sex, representative, phone, email, address, areaCode } = choice
  const details = { birthDate, sex, representative, phone, email, address, areaCode }
  return Object.fromEntries(Object.entries(details).filter(([key, value]) => value !== undefined && known[key as keyof Party] !== value))
}
