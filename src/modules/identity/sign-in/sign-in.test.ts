import { generateSync } from 'otplib'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createPerform } from '#platform/action.ts'
import { movableClock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { instantAt } from '#platform/text/dates.ts'
import { testDatabase } from '../../../../tests/support/database.ts'
import { changePassword } from '../actions/change-password.ts'
import { endOwnSession } from '../actions/end-session.ts'
import { lockOfficer } from '../actions/lock-officer.ts'
import { saveSignInRules } from '../actions/save-sign-in-rules.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from '../actions/second-factor.ts'
import { signOut } from '../actions/sign-out.ts'
import { authorise } from '../policy/authorise.ts'
import { createIdentify } from './identify.ts'
import { hashPassword, verifyPassword, weakness } from './password.ts'
import { sessionsOf } from './sessions.ts'
import { defaultSignInRules, SignInRules } from './settings.ts'
import { signIn, signInWithCode } from './sign-in.ts'

/** The hashes that a password was held against, by the real function: time is not asserted, work is. */
const verified = vi.hoisted((): string[] => {
  // A file that ran before in this worker may have loaded the real function.
  vi.resetModules()
  return []
})
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return {
    ...real,
    verify: (...given: Parameters<typeof real.verify>) => {
      verified.push(String(given[0]))
      return real.verify(...given)
    },
  }
})

const { database } = await testDatabase()
const START = instantAt('2026-11-24', '08:00')
const clock = movableClock(START)
const perform = createPerform({ database, clock, authorise, listeners: new Map() })
const services = { database, clock, perform }
const identify = createIdentify({ database, clock })
const PASSWORD = 'Sen trang 2026'
const passwordHash = await hashPassword(PASSWORD)

const unitId = (
  await database
    .insertInto('unit')
    .values({
      code: 'QT',
      name: 'Ủy ban nhân dân',
      kind: 'province',
      level: 'province',
      searchName: 'uy ban',
      validFrom: '2025-07-01',
      createdAt: START,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
).id
const roleId = (
  await database
    .insertInto('role')
    .values({ code: 'admin', name: 'Quản trị', nameEn: 'Admin', description: '-' })
    .returning('id')
    .executeTakeFirstOrThrow()
).id
await database
  .insertInto('roleRight')
  .values(['dossier.read', 'system.settings', 'identity.manage-officers'].map((name) => ({ roleId, name })))
  .execute()

let number = 0
let officer: { id: number; username: string }
let from: { source: string; device: string }

beforeEach(async () => {
  number++
  clock.set(new Date(START.getTime() + number * 7 * 86_400_000))
  from = { source: `10.0.0.${number}`, device: 'Firefox' }
  officer = await newOfficer(`lan${number}`)
  await database
    .insertInto('roleAssignment')
    .values({ officerId: officer.id, roleId, unitId, validFrom: '2026-01-01', createdAt: START })
    .execute()
  await database.deleteFrom('setting').execute()
})

describe('signing in', () => {
  test('a right password opens a session that names the officer and her rights', async () => {
    const { secret, awaitsCode } = await signIn(services, { username: ` ${officer.username.toUpperCase()} `, password: PASSWORD }, from)
    expect(awaitsCode).toBe(false)
    const viewer = await identify({ ip: from.source, cookies: { session: secret } })
    expect(viewer.actor).toEqual({ kind: 'officer', id: officer.id, source: from.source })
    expect(viewer.name).toBe('Nguyễn Thị Lan')
    expect([viewer.holds('dossier.read'), viewer.holds('dossier.search'), viewer.mustVisit]).toEqual([true, false, undefined])
    expect(await trail(officer.id)).toEqual(['identity.sign-in'])
  })

  test('the database never holds the cookie, and another cookie is nobody', async () => {
    const { secret } = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    const stored = await database.selectFrom('session').select('hash').where('officerId', '=', officer.id).executeTakeFirstOrThrow()
    expect(stored.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(stored.hash).not.toContain(secret)
    for (const cookie of [`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`, 'x', ''])
      expect((await identify({ ip: '::1', cookies: { session: cookie } })).actor.kind).toBe('public')
  })

  test('a sign-in takes a new id and ends the old session of the browser', async () => {
    const first = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    const second = await signIn(services, { username: officer.username, password: PASSWORD }, { ...from, secret: first.secret })
    expect(second.secret).not.toBe(first.secret)
    expect((await identify({ ip: '::1', cookies: { session: first.secret } })).actor.kind).toBe('public')
  })

  test('wrong password, unknown name and locked account are told alike', async () => {
    const lockedOne = await newOfficer(`khoa${number}`, { isActive: false })
    const sentences = new Set<string>()
    for (const [username, password] of [
      [officer.username, 'sai rồi'],
      [`ai${number}`, PASSWORD],
      [lockedOne.username, PASSWORD],
    ])
      sentences.add((await refusal(signIn(services, { username, password }, from))).sentence('vi'))
    expect(sentences.size).toBe(1)
  })

  test('an unknown name costs the same slow hash as a known one', async () => {
    const hashesFor = async (username: string) => {
      verified.length = 0
      await refusal(signIn(services, { username, password: 'sai rồi' }, from))
      return verified.map((hash) => hash.split('$').slice(1, 4).join('$'))
    }
    const known = await hashesFor(officer.username)
    expect(known).toEqual(['argon2id$v=19$m=19456,t=2,p=1'])
    expect(await hashesFor(`nguoila${number}`)).toEqual(known)
  })

  test('five wrong passwords lock the account for fifteen minutes, also for the right one', async () => {
    for (let n = 0; n < 5; n++) await refusal(signIn(services, { username: officer.username, password: 'sai rồi' }, from))
    expect((await refusal(signIn(services, { username: officer.username, password: PASSWORD }, from))).code).toBe(
      'identity.sign-in-refused',
    )
    clock.set(new Date(clock.now().getTime() + 15 * 60_000 + 1000))
    await signIn(services, { username: officer.username, password: PASSWORD }, from)
    expect(await counter(officer.id)).toEqual({ failedAttempts: 0, lockedUntil: null })
  })

  test('after a lock has run out the count begins anew', async () => {
    for (let n = 0; n < 5; n++) await refusal(signIn(services, { username: officer.username, password: 'sai rồi' }, from))
    clock.set(new Date(clock.now().getTime() + 16 * 60_000))
    await refusal(signIn(services, { username: officer.username, password: 'sai rồi' }, from))
    expect(await counter(officer.id)).toEqual({ failedAttempts: 1, lockedUntil: null })
  })

  test('wrong passwords sent all at once are counted each', async () => {
    await Promise.all(Array.from({ length: 5 }, () => refusal(signIn(services, { username: officer.username, password: 'sai rồi' }, from))))
    expect((await counter(officer.id)).failedAttempts).toBe(5)
  })

  test('many tries for one name are slowed down, and success gives the try back', async () => {
    for (let n = 0; n < 10; n++) await refusal(signIn(services, { username: `nhieu${number}`, password: 'x' }, from))
    expect((await refusal(signIn(services, { username: `nhieu${number}`, password: 'x' }, from))).code).toBe('request.too-many')
    for (let n = 0; n < 12; n++)
      await signIn(services, { username: officer.username, password: PASSWORD }, { ...from, source: `10.9.0.${number}` })
  })

  test('one address trying many names is slowed down', async () => {
    await setRules({ attemptsPerAddress: 6 })
    for (let n = 0; n < 6; n++) await refusal(signIn(services, { username: `dia${number}x${n}`, password: 'x' }, from))
    expect((await refusal(signIn(services, { username: officer.username, password: PASSWORD }, from))).code).toBe('request.too-many')
  })

  test('failures are in the trail with their reason and without the name typed', async () => {
    await refusal(signIn(services, { username: officer.username, password: 'sai rồi' }, from))
    await refusal(signIn(services, { username: 'matkhaugonham', password: 'x' }, from))
    const lines = await database
      .selectFrom('audit')
      .select(['name', 'actorKind', 'source', 'detail'])
      .where('source', '=', from.source)
      .orderBy('id')
      .execute()
    expect(lines).toEqual([
      { name: 'identity.fail-sign-in', actorKind: 'public', source: from.source, detail: { reason: 'password' } },
      { name: 'identity.fail-sign-in', actorKind: 'public', source: from.source, detail: { reason: 'unknown' } },
    ])
    const everything = JSON.stringify(await database.selectFrom('signInAttempt').selectAll().execute())
    expect(everything).not.toContain('matkhaugonham')
  })
})

describe('sessions', () => {
  test('end when idle, and in any case after twelve hours', async () => {
    const { secret } = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    const began = clock.now().getTime()
    const at = async (minutes: number) => {
      clock.set(new Date(began + minutes * 60_000))
      return (await identify({ ip: '::1', cookies: { session: secret } })).actor.kind
    }
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) expect(await at(minutes)).toBe('officer')
    expect(await at(12 * 60)).toBe('public')
    const again = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    clock.set(new Date(clock.now().getTime() + 61 * 60_000))
    expect((await identify({ ip: '::1', cookies: { session: again.secret } })).actor.kind).toBe('public')
  })

  test('end by signing out, from another machine, and when the account is locked', async () => {
    const actor = { kind: 'officer', id: officer.id } as const
    const open = () => signIn(services, { username: officer.username, password: PASSWORD }, from)
    const isOpen = async (secret: string) => (await identify({ ip: '::1', cookies: { session: secret } })).actor.kind === 'officer'
    const [one, two, three] = [await open(), await open(), await open()]
    await perform(actor, signOut, { secret: one.secret })
    expect([await isOpen(one.secret), await isOpen(two.secret), await isOpen(three.secret)]).toEqual([false, true, true])
    const [newest] = await sessionsOf(database, officer.id, defaultSignInRules, clock.now())
    const stranger = await newOfficer(`la${number}`)
    expect((await refusal(perform({ kind: 'officer', id: stranger.id }, endOwnSession, { sessionId: newest?.id }))).code).toBe(
      'record.not-found',
    )
    await perform(actor, endOwnSession, { sessionId: newest?.id })
    expect([await isOpen(two.secret), await isOpen(three.secret)].filter(Boolean)).toHaveLength(1)
    await perform({ kind: 'system', name: 'test' }, lockOfficer, { officerId: officer.id })
    expect([await isOpen(two.secret), await isOpen(three.secret)]).toEqual([false, false])
  })
})

describe('passwords', () => {
  test('the first sign-in leads to a change, which ends every other session', async () => {
    const fresh = await newOfficer(`moi${number}`, { mustChangePassword: true })
    const other = await signIn(services, { username: fresh.username, password: PASSWORD }, from)
    const { secret } = await signIn(services, { username: fresh.username, password: PASSWORD }, from)
    expect((await identify({ ip: '::1', cookies: { session: secret } })).mustVisit).toBe('/mat-khau')
    const actor = { kind: 'officer', id: fresh.id } as const
    const change = (next: string, current = PASSWORD) => perform(actor, changePassword, { current, next, again: next })
    expect((await refusal(change('Bien xanh 2027', 'khong dung'))).fields.current).toBeDefined()
    expect((await refusal(change(PASSWORD))).fields.next).toBeDefined()
    expect((await refusal(change('ngan'))).fields.next).toBeDefined()
    const renewed = await change('Bien xanh 2027')
    const viewers = await Promise.all(
      [other.secret, secret, renewed.secret].map((session) => identify({ ip: '::1', cookies: { session } })),
    )
    expect(viewers.map(({ actor, mustVisit }) => [actor.kind, mustVisit])).toEqual([
      ['public', undefined],
      ['public', undefined],
      ['officer', undefined],
    ])
  })

  test('a password too old must be changed', async () => {
    await setRules({ passwordMaxAgeDays: 90 })
    await database
      .updateTable('officer')
      .set({ passwordChangedAt: new Date(clock.now().getTime() - 91 * 86_400_000) })
      .where('id', '=', officer.id)
      .execute()
    const { secret } = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    expect((await identify({ ip: '::1', cookies: { session: secret } })).mustVisit).toBe('/mat-khau')
  })

  test.each([
    ['Ngan1!', false],
    ['chicochuthuong', false],
    ['Password123', false],
    ['Matkhau@2026', false],
    ['MotCua#2026', false],
    ['Lan.nt-2026', false],
    ['Mùa Xuân 2027', true],
    ['xanh-Lam-7', true],
  ])('%s: %s', (password, isGood) => {
    expect(weakness(password, 'lan.nt', defaultSignInRules) === undefined).toBe(isGood)
  })

  test('are the same however the marks were typed, and stored as argon2id', async () => {
    const stored = await hashPassword('Mùa Xuân 2027')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(stored, 'Mùa Xuân 2027'.normalize('NFD'))).toBe(true)
    expect(await verifyPassword(null, 'Mùa Xuân 2027')).toBe(false)
  })
})

describe('the second factor', () => {
  const enrol = async () => {
    const actor = { kind: 'officer', id: officer.id } as const
    await perform(actor, beginSecondFactor, {})
    const { totpSecret } = await database.selectFrom('officer').select('totpSecret').where('id', '=', officer.id).executeTakeFirstOrThrow()
    expect((await refusal(perform(actor, confirmSecondFactor, { code: '000000' }))).code).toBe('identity.code-refused')
    await perform(actor, confirmSecondFactor, { code: codeAt(totpSecret ?? '') })
    return { actor, secret: totpSecret ?? '' }
  }
  const codeAt = (secret: string, offset = 0) => generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + offset })

  test('without the code a session is nobody; with it the session gets a new id; one code opens one session', async () => {
    const { secret } = await enrol()
    clock.set(new Date(clock.now().getTime() + 60_000))
    const waiting = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    expect(waiting.awaitsCode).toBe(true)
    expect((await identify({ ip: '::1', cookies: { session: waiting.secret } })).actor.kind).toBe('public')
    const code = codeAt(secret)
    const opened = await signInWithCode(services, { code }, { ...from, secret: waiting.secret })
    expect(opened.secret).not.toBe(waiting.secret)
    expect((await identify({ ip: '::1', cookies: { session: opened.secret } })).actor.kind).toBe('officer')
    const second = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    expect((await refusal(signInWithCode(services, { code }, { ...from, secret: second.secret }))).code).toBe('identity.code-refused')
    clock.set(new Date(clock.now().getTime() + 30_000))
    await signInWithCode(services, { code: codeAt(secret) }, { ...from, secret: second.secret })
    expect(await trail(officer.id)).toContain('identity.enter-code')
  })

  test('the same code sent twice at once opens one session', async () => {
    const { secret } = await enrol()
    clock.set(new Date(clock.now().getTime() + 60_000))
    const waiting = [
      await signIn(services, { username: officer.username, password: PASSWORD }, from),
      await signIn(services, { username: officer.username, password: PASSWORD }, from),
    ]
    const code = codeAt(secret)
    const outcomes = await Promise.allSettled(waiting.map((each) => signInWithCode(services, { code }, { ...from, secret: each.secret })))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('wrong codes lock the account, and the waiting ends after five minutes', async () => {
    const { secret } = await enrol()
    clock.set(new Date(clock.now().getTime() + 60_000))
    const waiting = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    clock.set(new Date(clock.now().getTime() + 5 * 60_000 + 1))
    expect((await refusal(signInWithCode(services, { code: codeAt(secret) }, { ...from, secret: waiting.secret }))).code).toBe(
      'identity.code-expired',
    )
    const again = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    for (let n = 0; n < 5; n++) await refusal(signInWithCode(services, { code: '000000' }, { ...from, secret: again.secret }))
    expect((await refusal(signInWithCode(services, { code: codeAt(secret) }, { ...from, secret: again.secret }))).code).toBe(
      'identity.sign-in-refused',
    )
  })

  test('is turned off with the password', async () => {
    const { actor } = await enrol()
    expect((await refusal(perform(actor, beginSecondFactor, {}))).code).toBe('identity.second-factor-on')
    expect((await refusal(perform(actor, removeSecondFactor, { password: 'sai' }))).fields.password).toBeDefined()
    await perform(actor, removeSecondFactor, { password: PASSWORD })
    expect((await signIn(services, { username: officer.username, password: PASSWORD }, from)).awaitsCode).toBe(false)
  })
})

describe('management bound to networks and hours', () => {
  const rules = { administration: { networks: ['10.1.0.0/16'], hours: { days: [1, 2, 3, 4, 5], from: '07:00', to: '19:00' } } }
  const may = async (source: string | undefined, right: string) =>
    database.transaction().execute((tx) => authorise(tx, { kind: 'officer', id: officer.id, source }, right, undefined, clock.now()))

  test('holds for management only, both for actions and for what pages show', async () => {
    await setRules(rules)
    clock.set(instantAt('2028-02-14', '09:00'))
    expect(await may('10.1.2.3', 'system.settings')).toBe(true)
    expect(await may('::ffff:10.1.2.3', 'system.settings')).toBe(true)
    for (const source of ['10.2.2.3', '::1', undefined]) expect(await may(source, 'identity.manage-officers')).toBe(false)
    expect(await may('203.0.113.9', 'dossier.read')).toBe(true)
    const { secret } = await signIn(services, { username: officer.username, password: PASSWORD }, from)
    const away = await identify({ ip: '203.0.113.9', cookies: { session: secret } })
    expect([away.holds('dossier.read'), away.holds('system.settings')]).toEqual([true, false])
    clock.set(instantAt('2028-02-14', '19:00'))
    expect(await may('10.1.2.3', 'system.settings')).toBe(false)
    clock.set(instantAt('2028-02-13', '09:00'))
    expect(await may('10.1.2.3', 'system.settings')).toBe(false)
  })

  test('nobody saves a rule that locks her out', async () => {
    clock.set(instantAt('2028-02-14', '09:00'))
    const save = (source: string) => perform({ kind: 'officer', id: officer.id, source }, saveSignInRules, SignInRules.parse(rules))
    expect((await refusal(save('10.2.0.1'))).code).toBe('identity.lock-out')
    await save('10.1.0.1')
    expect(
      (await refusal(perform({ kind: 'officer', id: officer.id, source: '10.1.0.1' }, saveSignInRules, { passwordLength: 4 }))).fields
        .passwordLength,
    ).toBeDefined()
  })
})

async function newOfficer(username: string, more: { isActive?: boolean; mustChangePassword?: boolean } = {}) {
  return database
    .insertInto('officer')
    .values({
      username,
      fullName: 'Nguyễn Thị Lan',
      searchName: 'nguyen thi lan',
      staffKind: 'civil-servant',
      homeUnitId: unitId,
      passwordHash,
      passwordChangedAt: clock.now(),
      mustChangePassword: false,
      createdAt: START,
      ...more,
    })
    .returning(['id', 'username'])
    .executeTakeFirstOrThrow()
}

async function setRules(rules: Partial<SignInRules>): Promise<void> {
  await database
    .insertInto('setting')
    .values({ key: 'identity.sign-in', value: JSON.stringify(rules), updatedAt: START })
    .execute()
}

const trail = async (officerId: number) =>
  (
    await database
      .selectFrom('audit')
      .select('name')
      .where('actorKind', '=', 'officer')
      .where('actorId', '=', officerId)
      .orderBy('id')
      .execute()
  ).map(({ name }) => name)

const counter = (officerId: number) =>
  database.selectFrom('officer').select(['failedAttempts', 'lockedUntil']).where('id', '=', officerId).executeTakeFirstOrThrow()

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw error ?? new Error('It was not refused')
}
