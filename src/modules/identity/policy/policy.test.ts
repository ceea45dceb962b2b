import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { createPerform } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import { systemActor } from '#platform/actor.ts'
import { movableClock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { instantAt, localDate } from '#platform/text/dates.ts'
import { testDatabase } from '../../../../tests/support/database.ts'
import { addOfficer } from '../actions/add-officer.ts'
import { assignRole, endAssignment } from '../actions/assign-role.ts'
import { delegate, delegateForOther, revokeDelegation } from '../actions/delegate.ts'
import { editOfficer } from '../actions/edit-officer.ts'
import { lockOfficer } from '../actions/lock-officer.ts'
import { makeToken, revokeToken } from '../actions/make-token.ts'
import { resetPassword } from '../actions/reset-access.ts'
import { saveRole } from '../actions/save-role.ts'
import { endSecondment, secondOfficer } from '../actions/second-officer.ts'
import { findApiToken } from '../queries/tokens.ts'
import '../rights.ts'
import { isNetwork } from './administration.ts'
import { authorise } from './authorise.ts'
import { permittedUnitIds, permittedUnitPaths, rightsHeld } from './reach.ts'
import { holdsRoleAt, officersWithRole, type WorkRole, workPlaces, workRoles } from './work-roles.ts'

const { database } = await testDatabase()
const START = instantAt('2026-11-24', '08:00')
const clock = movableClock(START)
const perform = createPerform({ database, clock, authorise, listeners: new Map() })
const system = systemActor('test')

const root = await newUnit('QT')
const culture = await newUnit('QT.VH', root)
const sports = await newUnit('QT.VH.TT', culture)
const health = await newUnit('QT.YT', root)
const specialist = await newRole('specialist', ['dossier.read', 'workflow.complete'])
const admin = await newRole('agency-admin', [
  'identity.manage-officers',
  'identity.assign-role',
  'identity.second-officer',
  'identity.delegate-for-others',
])
const systemAdmin = await newRole('system-admin', [
  'identity.manage-officers',
  'identity.assign-role',
  'identity.manage-roles',
  'identity.manage-tokens',
  'identity.read-audit',
])

let serial = 0
beforeEach(() => clock.set(START))

describe('assignments', () => {
  test('hold at the unit and below it, between their dates, both days included', async () => {
    const lan = await newOfficer(health)
    await give(lan, specialist, culture, '2026-11-20', '2026-11-30')
    const at = async (date: string, unitId: number | undefined) => {
      clock.set(instantAt(date, '23:59'))
      return may(lan, 'dossier.read', unitId)
    }
    expect(await at('2026-11-19', culture)).toBe(false)
    expect(await at('2026-11-20', culture)).toBe(true)
    expect(await at('2026-11-30', sports)).toBe(true)
    expect(await at('2026-12-01', culture)).toBe(false)
    expect(await at('2026-11-25', health)).toBe(false)
    expect(await at('2026-11-25', root)).toBe(false)
    expect(await at('2026-11-25', undefined)).toBe(false)
  })

  test('the right must be the role’s own, the account open, the actor known', async () => {
    const lan = await newOfficer(culture)
    await give(lan, specialist, culture)
    expect(await may(lan, 'dossier.search', culture)).toBe(false)
    expect(await authoriseIn({ kind: 'public' }, 'dossier.read', culture)).toBe(false)
    expect(await authoriseIn(system, 'dossier.read', undefined)).toBe(true)
    await perform(system, lockOfficer, { officerId: lan })
    expect(await may(lan, 'dossier.read', culture)).toBe(false)
  })

  test('are not doubled, and end by a last day', async () => {
    const lan = await newOfficer(culture)
    const id = await give(lan, specialist, culture, '2026-11-01')
    expect((await refusal(give(lan, specialist, culture, '2026-11-24'))).code).toBe('identity.assignment-exists')
    await perform(system, endAssignment, { assignmentId: id, lastDay: '2026-11-24' })
    expect(await may(lan, 'dossier.read', culture)).toBe(true)
    clock.set(instantAt('2026-11-25', '00:00'))
    expect(await may(lan, 'dossier.read', culture)).toBe(false)
    await give(lan, specialist, culture, '2026-11-25')
    expect(await may(lan, 'dossier.read', culture)).toBe(true)
  })
})

describe('delegation', () => {
  test('gives what the delegator holds, for its days, and not onward', async () => {
    const [lan, minh, hoa] = [await newOfficer(culture), await newOfficer(culture), await newOfficer(culture)]
    await give(lan, specialist, culture)
    const id = await perform(officer(lan), delegate, {
      toOfficerId: minh,
      validFrom: '2026-11-24',
      validTo: '2026-11-26',
      reason: 'Đi công tác',
    })
    await perform(officer(minh), delegate, { toOfficerId: hoa, validFrom: '2026-11-24', validTo: '2026-11-26', reason: 'Đi công tác' })
    expect(await may(minh, 'dossier.read', sports)).toBe(true)
    expect(await may(hoa, 'dossier.read', sports)).toBe(false)
    expect(await workRoles(database, minh, START)).toEqual([{ roleId: specialist, unitId: culture }])
    expect(await holdsRoleAt(database, minh, specialist, sports, START)).toBe(true)
    expect((await officersWithRole(database, specialist, sports, START)).map((each) => each.id)).toEqual(
      expect.arrayContaining([lan, minh]),
    )
    expect((await refusal(perform(officer(hoa), revokeDelegation, { delegationId: id }))).code).toBe('access.denied')
    clock.set(instantAt('2026-11-27', '00:00'))
    expect(await may(minh, 'dossier.read', sports)).toBe(false)
    clock.set(START)
    await perform(officer(lan), revokeDelegation, { delegationId: id })
    expect(await may(minh, 'dossier.read', sports)).toBe(false)
  })

  test('ends when the account of the delegator is locked', async () => {
    const [lan, minh] = [await newOfficer(culture), await newOfficer(culture)]
    await give(lan, specialist, culture)
    await perform(officer(lan), delegate, { toOfficerId: minh, validFrom: '2026-11-24', validTo: '2026-11-26', reason: 'Nghỉ ốm' })
    await perform(system, lockOfficer, { officerId: lan })
    expect(await may(minh, 'dossier.read', culture)).toBe(false)
  })

  test('an administrator delegates for others of her units, never to herself', async () => {
    const [boss, lan, minh, far] = [
      await newOfficer(culture),
      await newOfficer(culture),
      await newOfficer(culture),
      await newOfficer(health),
    ]
    await give(boss, admin, culture)
    const input = { fromOfficerId: lan, toOfficerId: minh, validFrom: '2026-11-24', validTo: '2026-11-26', reason: 'Nghỉ ốm' }
    await perform(officer(boss), delegateForOther, input)
    expect((await refusal(perform(officer(boss), delegateForOther, { ...input, toOfficerId: boss }))).code).toBe('identity.own-account')
    expect((await refusal(perform(officer(boss), delegateForOther, { ...input, fromOfficerId: far }))).code).toBe('access.denied')
  })
})

describe('secondment', () => {
  test('gives roles at the other unit for its time and takes them back by itself', async () => {
    const lan = await newOfficer(culture)
    const id = await perform(system, secondOfficer, {
      officerId: lan,
      toUnitId: health,
      roleIds: [specialist],
      startsOn: '2026-11-24',
      endsOn: '2027-11-23',
      decision: '12/QĐ-SVHTTDL',
    })
    expect(await may(lan, 'dossier.read', health)).toBe(true)
    clock.set(instantAt('2027-11-24', '08:00'))
    expect(await may(lan, 'dossier.read', health)).toBe(false)
    clock.set(START)
    await perform(system, endSecondment, { secondmentId: id, lastDay: '2026-12-31' })
    clock.set(instantAt('2027-01-01', '08:00'))
    expect(await may(lan, 'dossier.read', health)).toBe(false)
    expect(
      (
        await refusal(
          perform(system, secondOfficer, {
            officerId: lan,
            toUnitId: culture,
            roleIds: [specialist],
            startsOn: '2027-01-01',
            endsOn: '2027-12-31',
            decision: 'x',
          }),
        )
      ).code,
    ).toBe('identity.same-unit')
  })
})

describe('nobody gains power by administering', () => {
  test('nobody gives herself a role, locks or resets herself', async () => {
    const boss = await newOfficer(culture)
    await give(boss, admin, culture)
    expect((await refusal(giveBy(boss, boss, specialist, culture))).code).toBe('identity.own-account')
    expect((await refusal(perform(officer(boss), resetPassword, { officerId: boss }))).code).toBe('identity.own-account')
    expect((await refusal(perform(officer(boss), lockOfficer, { officerId: boss }))).code).toBe('identity.own-account')
  })

  test('roles with administrative rights are given only by who holds those rights there', async () => {
    const [boss, lan] = [await newOfficer(culture), await newOfficer(culture)]
    await give(boss, admin, culture)
    await giveBy(boss, lan, specialist, sports)
    await giveBy(boss, lan, admin, sports)
    expect((await refusal(giveBy(boss, lan, systemAdmin, sports))).code).toBe('identity.beyond-own-rights')
    expect((await refusal(giveBy(boss, lan, specialist, health))).code).toBe('access.denied')
    expect(
      (
        await refusal(
          perform(officer(boss), secondOfficer, {
            officerId: lan,
            toUnitId: sports,
            roleIds: [systemAdmin],
            startsOn: '2026-11-24',
            endsOn: '2027-11-24',
            decision: 'x',
          }),
        )
      ).code,
    ).toBe('identity.beyond-own-rights')
  })

  test('an account with more administrative power is out of reach', async () => {
    const [boss, chief] = [await newOfficer(culture), await newOfficer(culture)]
    await give(boss, admin, culture)
    await give(chief, systemAdmin, root)
    expect((await refusal(perform(officer(boss), resetPassword, { officerId: chief }))).code).toBe('identity.beyond-own-rights')
    expect((await refusal(perform(officer(boss), lockOfficer, { officerId: chief }))).code).toBe('identity.beyond-own-rights')
    expect(
      await perform(officer(chief), resetPassword, { officerId: boss }).then(
        () => 'done',
        (error: AppError) => error.code,
      ),
    ).toBe('identity.beyond-own-rights')
  })

  test('nobody adds rights to a role she holds, but may take some away', async () => {
    const chief = await newOfficer(root)
    await give(chief, systemAdmin, root)
    const role = { roleId: systemAdmin, code: 'system-admin', name: 'Quản trị', nameEn: 'Admin', description: 'Quản trị' }
    const rights = [
      'identity.manage-officers',
      'identity.assign-role',
      'identity.manage-roles',
      'identity.manage-tokens',
      'identity.read-audit',
    ]
    expect((await refusal(perform(officer(chief), saveRole, { ...role, rights: [...rights, 'identity.read-party'] }))).code).toBe(
      'identity.own-role',
    )
    await perform(officer(chief), saveRole, { ...role, rights: rights.slice(0, 4) })
    expect((await rightsHeld(database, chief, START)).has('identity.read-audit')).toBe(false)
  })

  test('moving somebody takes the right above both units', async () => {
    const [boss, lan] = [await newOfficer(culture), await newOfficer(health)]
    await give(boss, admin, culture)
    const input = { officerId: lan, fullName: 'Lê Thị Lan', staffKind: 'contract', homeUnitId: culture }
    expect((await refusal(perform(officer(boss), editOfficer, input))).code).toBe('access.denied')
    await perform(system, editOfficer, input)
    expect(await perform(officer(boss), editOfficer, { ...input, homeUnitId: sports }).then(() => 'done')).toBe('done')
  })
})

describe('partners', () => {
  test('act by the rights and the unit of their token until it ends', async () => {
    const { id, token } = await perform(system, makeToken, {
      partnerCode: 'LGSP',
      partnerName: 'Trục tỉnh',
      unitId: culture,
      rights: ['identity.read-party'],
      lastDay: '2026-12-31',
    })
    const found = await findApiToken(database, token, START)
    expect(found).toMatchObject({ id, unitId: culture, rights: ['identity.read-party'], partnerName: 'Trục tỉnh' })
    const actor: Actor = { kind: 'partner', id }
    expect(await authoriseIn(actor, 'identity.read-party', sports)).toBe(true)
    expect(await authoriseIn(actor, 'identity.read-party', health)).toBe(false)
    expect(await authoriseIn(actor, 'identity.save-party', culture)).toBe(false)
    expect(await authoriseIn(actor, 'identity.read-party', undefined)).toBe(false)
    expect(await permittedUnitIds(database, actor, 'identity.read-party', START)).toEqual([culture, sports])
    clock.set(instantAt('2027-01-01', '00:00'))
    expect(await authoriseIn(actor, 'identity.read-party', culture)).toBe(false)
    expect(await findApiToken(database, token, clock.now())).toBeUndefined()
    clock.set(START)
    await perform(system, revokeToken, { tokenId: id })
    expect(await authoriseIn(actor, 'identity.read-party', culture)).toBe(false)
    expect(await findApiToken(database, token, START)).toBeUndefined()
    expect(
      (await database.selectFrom('apiToken').select(['hash', 'hint']).where('id', '=', id).executeTakeFirstOrThrow()).hash,
    ).not.toContain(token.slice(7))
  })
})

describe('what lists ask', () => {
  test('paths without those below others, and every place of a role', async () => {
    const lan = await newOfficer(culture)
    await give(lan, specialist, culture)
    await give(lan, specialist, sports)
    expect(await permittedUnitPaths(database, officer(lan), 'dossier.read', START)).toEqual([`${root}.${culture}`])
    expect(await permittedUnitPaths(database, officer(lan), 'dossier.search', START)).toEqual([])
    const { rows: places } = await sql<WorkRole>`select role_id, unit_id from ${workPlaces(lan, localDate(START))} p`.execute(database)
    expect(places.map(({ roleId, unitId }) => [roleId, unitId]).sort()).toEqual(
      [
        [specialist, culture],
        [specialist, sports],
      ].sort(),
    )
    expect(await permittedUnitPaths(database, system, 'dossier.read', START)).toEqual([String(root)])
    expect(await permittedUnitPaths(database, { kind: 'public' }, 'dossier.read', START)).toEqual([])
  })

  test.each([
    ['10.1.2.3', true],
    ['10.1.0.0/16', true],
    ['fd00::/8', true],
    ['10.1.0.0/33', false],
    ['10.1', false],
    ['10.1.0.0/16/2', false],
    ['nhà', false],
  ])('%s is a network: %s', (text, answer) => {
    expect(isNetwork(text)).toBe(answer)
  })
})

const officer = (id: number): Actor => ({ kind: 'officer', id })
const authoriseIn = (actor: Actor, right: string, unitId: number | undefined) =>
  database.transaction().execute((tx) => authorise(tx, actor, right, unitId, clock.now()))
const may = (id: number, right: string, unitId: number | undefined) => authoriseIn(officer(id), right, unitId)

const give = (officerId: number, roleId: number, unitId: number, validFrom = '2026-01-01', validTo?: string): Promise<number> =>
  perform(system, assignRole, { officerId, roleId, unitId, validFrom, validTo })

const giveBy = (by: number, officerId: number, roleId: number, unitId: number) =>
  perform(officer(by), assignRole, { officerId, roleId, unitId, validFrom: '2026-01-01' })

async function newOfficer(homeUnitId: number): Promise<number> {
  serial++
  return (
    await perform(system, addOfficer, {
      username: `can-bo-${serial}`,
      fullName: `Trần Văn ${serial}`,
      staffKind: 'civil-servant',
      homeUnitId,
    })
  ).id
}

async function newUnit(code: string, parentId?: number): Promise<number> {
  const row = await database
    .insertInto('unit')
    .values({
      code,
      parentId: parentId ?? null,
      name: code,
      kind: 'department',
      level: 'province',
      searchName: code.toLowerCase(),
      validFrom: '2025-07-01',
      createdAt: START,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

async function newRole(code: string, rights: string[]): Promise<number> {
  const { id } = await database
    .insertInto('role')
    .values({ code, name: code, nameEn: code, description: code })
    .returning('id')
    .executeTakeFirstOrThrow()
  await database
    .insertInto('roleRight')
    .values(rights.map((name) => ({ roleId: id, name })))
    .execute()
  return id
}

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw error ?? new Error('It was not refused')
}
