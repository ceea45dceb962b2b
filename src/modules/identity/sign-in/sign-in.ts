/**
 * Signing in. The slow hash is checked outside any transaction; then one action opens the session or writes the failure down. An unknown name, a wrong
 * password and a locked account look alike and take the same time.
 */
import { z } from 'zod'
import { type Perform, parseInput } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database.ts'
import { failSignIn } from '../actions/fail-sign-in.ts'
import { enterCode, openSession } from '../actions/open-session.ts'
import { identityErrors } from '../errors.ts'
import { countTry, forgetTry } from './limits.ts'
import { hashPassword, isOutdated, MAX_PASSWORD, verifyPassword } from './password.ts'
import { findSession, type OpenedSession } from './sessions.ts'
import { type SignInRules, signInRules } from './settings.ts'
import { acceptedStep } from './totp.ts'

export const SignIn = z.object({
  username: z
    .string({ error: 'Hãy điền tên đăng nhập.' })
    .trim()
    .toLowerCase()
    .min(1, 'Hãy điền tên đăng nhập.')
    .max(100, 'Tên đăng nhập quá dài.'),
  password: z.string({ error: 'Hãy điền mật khẩu.' }).min(1, 'Hãy điền mật khẩu.').max(MAX_PASSWORD, 'Mật khẩu quá dài.'),
})

export const SignInCode = z.object({
  code: z
    .string({ error: 'Hãy điền mã 6 chữ số.' })
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, 'Mã gồm 6 chữ số. Ví dụ: 123 456.'),
})

export interface SignInServices {
  database: Database
  clock: Clock
  perform: Perform
}

/** Where the request came from, for the trail and the list of sessions. */
export interface Origin {
  source?: string
  device?: string
  /** The cookie the browser had before; its session ends. */
  secret?: string
}

export interface SignedIn extends OpenedSession {
  /** The session counts only after the code of the second factor. */
  awaitsCode: boolean
}

/** @throws AppError `identity.sign-in-refused`, `request.too-many`, `input.invalid` */
export async function signIn({ database, clock, perform }: SignInServices, input: unknown, from: Origin): Promise<SignedIn> {
  const { username, password } = parseInput(SignIn, input)
  const now = clock.now()
  const rules = await signInRules(database)
  const tries = await countTry(database, { name: username, source: from.source }, rules, now).catch(async (error: unknown) => {
    await perform(publicFrom(from), failSignIn, { reason: 'too-many' })
    throw error
  })
  const officer = await database
    .selectFrom('officer')
    .select(['id', 'passwordHash', 'isActive', 'lockedUntil', 'totpConfirmedAt'])
    .where('username', '=', username)
    .executeTakeFirst()
  const isRight = await verifyPassword(officer?.passwordHash, password)
  const isOpen = officer?.isActive && !(officer.lockedUntil && officer.lockedUntil > now)
  if (!officer || !isRight || !isOpen) {
    const reason = !officer ? 'unknown' : !isRight ? 'password' : officer.isActive ? 'locked' : 'inactive'
    await perform(publicFrom(from), failSignIn, { officerId: officer?.id, reason })
    return refuse(rules)
  }
  const actor: Actor = { kind: 'officer', id: officer.id, source: from.source }
  const awaitsCode = officer.totpConfirmedAt !== null
  const rehash = officer.passwordHash && isOutdated(officer.passwordHash) ? await hashPassword(password) : undefined
  const opened = await perform(actor, openSession, { awaitsCode, device: from.device, previous: from.secret, rehash })
  await forgetTry(database, tries)
  return { ...opened, awaitsCode }
}

/** The second step: a code of the officer's application turns the waiting session into a whole one, under a new cookie. */
export async function signInWithCode({ database, clock, perform }: SignInServices, input: unknown, from: Origin): Promise<OpenedSession> {
  const { code } = parseInput(SignInCode, input)
  const now = clock.now()
  const rules = await signInRules(database)
  const waiting = await findSession(database, from.secret, now)
  if (!waiting?.awaitsCode) return identityErrors.fail('identity.code-expired')
  const tries = await countTry(database, { name: `code:${waiting.officerId}`, source: from.source }, rules, now)
  const officer = await database
    .selectFrom('officer')
    .select(['id', 'isActive', 'lockedUntil', 'totpSecret', 'totpLastStep'])
    .where('id', '=', waiting.officerId)
    .executeTakeFirstOrThrow()
  if (!officer.isActive || !officer.totpSecret || (officer.lockedUntil && officer.lockedUntil > now)) return refuse(rules)
  const step = acceptedStep(officer.totpSecret, code, officer.totpLastStep, now)
  if (step === undefined) {
    await perform(publicFrom(from), failSignIn, { officerId: officer.id, reason: 'code' })
    return identityErrors.fail('identity.code-refused', {
      fields: { code: 'Mã chưa đúng hoặc đã dùng. Hãy nhập mã mới nhất trên ứng dụng.' },
    })
  }
  const opened = await perform({ kind: 'officer', id: officer.id, source: from.source }, enterCode, {
    waitingId: waiting.id,
    step,
    device: from.device,
  })
  await forgetTry(database, tries)
  return opened
}

const publicFrom = ({ source }: Origin): Actor => ({ kind: 'public', source })

const refuse = (rules: SignInRules): never =>
  identityErrors.fail('identity.sign-in-refused', { parameters: { minutes: rules.lockMinutes } })
