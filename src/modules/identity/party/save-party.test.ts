import { beforeEach, describe, expect, test } from 'vitest'
import { createPerform } from '#platform/action.ts'
import { systemActor } from '#platform/actor.ts'
import { movableClock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { instantAt } from '#platform/text/dates.ts'
import { testDatabase } from '../../../../tests/support/database.ts'
import { findParty, type Party, type Reading, searchParties } from './queries.ts'
import { saveParty, savePartyAction } from './save-party.ts'
import { PartyInput } from './schemas.ts'

const { database } = await testDatabase()
const NOW = instantAt('2026-11-24', '08:00')
const perform = createPerform({ database, clock: movableClock(NOW), authorise: async () => true, listeners: new Map() })
const reading: Reading = { actor: { kind: 'officer', id: 7, source: '10.0.0.1' }, now: NOW, unitId: 3 }

const save = (input: unknown): Promise<Party> =>
  database.transaction().execute((tx) => saveParty({ tx, now: NOW }, PartyInput.parse(input)))
const lan = { name: 'Nguyễn Thị Hòa', identifier: '044 190 000 001', phone: '0912 345 678', birthDate: '1990-05-19', sex: 'female' }

beforeEach(async () => {
  await database.deleteFrom('party').execute()
})

describe('saving', () => {
  test('the same number is the same person; what is new completes what is known', async () => {
    const first = await save(lan)
    const again = await save({ name: 'nguyen thi hoà', identifier: '044190000001', email: 'hoa@example.vn', address: 'Thôn 1' })
    expect(again).toEqual({ ...first, email: 'hoa@example.vn', address: 'Thôn 1' })
    expect(first).toMatchObject({
      identifierKind: 'personal-id',
      identifier: '044190000001',
      phone: '+84912345678',
      name: 'Nguyễn Thị Hòa',
    })
    expect(await count()).toBe(1)
  })

  test('a number that belongs to somebody of another name is refused at the field', async () => {
    await save(lan)
    const error = await refusal(save({ ...lan, name: 'Trần Văn Bình' }))
    expect([error.code, Object.keys(error.fields)]).toEqual(['identity.identifier-taken', ['identifier']])
  })

  test('two desks at once make one person', async () => {
    const saved = await Promise.all(Array.from({ length: 6 }, () => save(lan)))
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1)
    expect(await count()).toBe(1)
  })

  test('people without a number are never taken for each other', async () => {
    const [one, two] = [await save({ name: 'Lê Văn A' }), await save({ name: 'Lê Văn A' })]
    expect(one.id).not.toBe(two.id)
  })

  test('a known record is named by its id, and corrected by the action, name too', async () => {
    const { id } = await save(lan)
    expect((await database.transaction().execute((tx) => saveParty({ tx, now: NOW }, { id }))).identifier).toBe('044190000001')
    expect((await refusal(database.transaction().execute((tx) => saveParty({ tx, now: NOW }, { id: id + 1000 })))).code).toBe(
      'record.not-found',
    )
    await perform(systemActor('test'), savePartyAction, { unitId: 1, partyId: id, party: { ...lan, name: 'Nguyễn Thị Hoà Bình' } })
    expect((await findParty(database, id, reading))?.name).toBe('Nguyễn Thị Hoà Bình')
  })

  test.each([
    [{ name: 'A', identifier: '12345' }, 'identifier'],
    [{ name: 'A', identifierKind: 'old-id', identifier: '12345' }, 'identifier'],
    [{ name: 'A', kind: 'organisation', identifier: '0100109107' }, 'identifier'],
    [{ name: 'A', kind: 'organisation', identifier: '01001' }, 'identifier'],
    [{ name: 'A', phone: '0123' }, 'phone'],
    [{ name: 'A', email: 'không phải thư' }, 'email'],
    [{ name: ' ' }, 'name'],
  ])('%j is refused at %s', (input, field) => {
    const parsed = PartyInput.safeParse(input)
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })

  test('the kind of number is told by its shape', () => {
    const kindOf = (identifier: string, kind = 'person') => PartyInput.parse({ name: 'A', kind, identifier }).identifierKind
    expect([kindOf('044190000001'), kindOf('197000001'), kindOf('b1234567'), kindOf('0100109106', 'organisation')]).toEqual([
      'personal-id',
      'old-id',
      'passport',
      'tax-code',
    ])
  })
})

describe('finding', () => {
  beforeEach(async () => {
    await save(lan)
    await save({ name: 'Nguyễn Văn Hoàng', identifier: '044090000002' })
    await save({ kind: 'organisation', name: 'Công ty Biển Xanh', identifier: '0100109106', phone: '0232 3822 222' })
  })

  test.each([
    ['044190000001', ['Nguyễn Thị Hòa']],
    ['0441 9000', ['Nguyễn Thị Hòa']],
    ['0912.345.678', ['Nguyễn Thị Hòa']],
    ['nguyen hoa', ['Nguyễn Thị Hòa', 'Nguyễn Văn Hoàng']],
    ['NGUYỄN THỊ HOÀ', ['Nguyễn Thị Hòa']],
    ['0100109106', ['Công ty Biển Xanh']],
    ['bien xanh', ['Công ty Biển Xanh']],
    ['a', []],
    ['%%', []],
    ['không ai', []],
  ])('%s', async (text, names) => {
    expect((await searchParties(database, text, reading)).map(({ name }) => name)).toEqual(names)
  })

  test('every person found or opened is in the trail of who read it', async () => {
    const [found] = await searchParties(database, '044190000001', reading)
    await findParty(database, found?.id ?? 0, reading)
    await findParty(database, 999_999, reading)
    const lines = await database
      .selectFrom('audit')
      .select(['name', 'actorId', 'unitId', 'source', 'detail'])
      .where('subjectKind', '=', 'party')
      .where('subjectId', '=', String(found?.id))
      .where('name', '=', 'identity.read-party')
      .orderBy('id')
      .execute()
    expect(lines).toEqual([
      { name: 'identity.read-party', actorId: 7, unitId: 3, source: '10.0.0.1', detail: { by: 'search' } },
      { name: 'identity.read-party', actorId: 7, unitId: 3, source: '10.0.0.1', detail: null },
    ])
  })
})

const count = async () =>
  (
    await database
      .selectFrom('party')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw error ?? new Error('It was not refused')
}
