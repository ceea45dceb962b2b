import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { addUnit, fields, OFFICE_SETTING, organizationSchemas } from '#modules/organization/index.ts'
import { action, parseInput } from '#platform/action.ts'
import type { Queryable } from '#platform/database.ts'
import { writeSetting } from '#platform/settings.ts'
import { localDate } from '#platform/text/dates.ts'
import { identityErrors } from '../errors.ts'
import { username } from '../schemas.ts'
import { hashPassword, MAX_PASSWORD, weakness } from '../sign-in/password.ts'
import { hashSecret, readableSecret } from '../sign-in/secret.ts'
import { signInRules } from '../sign-in/settings.ts'
import { officerSearchName } from './add-officer.ts'

const SET_UP_SETTING = 'identity.set-up'
const CODE_LENGTH = 10
const LOCK = 4_610_003

export const SetUp = z
  .object({
    code: z.string({ error: 'Hãy điền mã thiết lập.' }).trim().min(1, 'Hãy điền mã thiết lập.').max(40),
    unitName: fields.text(300, 'Hãy điền tên cơ quan.'),
    unitKind: z.enum(['province', 'commune', 'department'], { error: 'Hãy chọn loại cơ quan.' }),
    agencyCode: fields.optionalText(35),
    fullName: fields.text(200, 'Hãy điền họ và tên.'),
    username,
    password: z.string({ error: 'Hãy điền mật khẩu.' }).min(1, 'Hãy điền mật khẩu.').max(MAX_PASSWORD),
    again: z.string({ error: 'Hãy điền lại mật khẩu.' }).max(MAX_PASSWORD),
  })
  .refine(({ password, again }) => password === again, { path: ['again'], message: 'Hai lần nhập mật khẩu chưa giống nhau.' })

/** Thiết lập lần đầu: the root unit and its administrator, only while there is no officer, with the code printed on the server's console. */
export const setUp = action('identity.set-up', {
  input: SetUp,
  scope: () => 'open' as const,
  async work(work, input) {
    const { tx, now, about } = work
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
    identityErrors.insist(await isUnused(tx), 'identity.setup-done')
    const stored = await tx.selectFrom('setting').select('value').where('key', '=', SET_UP_SETTING).executeTakeFirst()
    identityErrors.insist(typeof stored?.value === 'string' && isSame(stored.value, hashSecret(input.code)), 'identity.setup-code', {
      fields: { code: 'Mã chưa đúng. Hãy xem lại mã in trên màn hình máy chủ.' },
    })
    const reason = weakness(input.password, input.username, await signInRules(tx))
    if (reason) identityErrors.fail('identity.password-weak', { parameters: { reason }, fields: { password: reason } })
    const unit = parseInput(organizationSchemas.AddUnit, {
      code: 'ROOT',
      name: input.unitName,
      kind: input.unitKind,
      level: input.unitKind === 'commune' ? 'commune' : 'province',
      agencyCode: input.agencyCode,
      validFrom: localDate(now),
    })
    const unitId = await addUnit.work(work, unit)
    // Pages carry a name from the first day; the rest is told on the page of system parameters.
    await writeSetting(tx, OFFICE_SETTING, { name: input.unitName }, now)
    const officer = await tx
      .insertInto('officer')
      .values({
        username: input.username,
        fullName: input.fullName,
        searchName: officerSearchName(input),
        staffKind: 'civil-servant',
        homeUnitId: unitId,
        passwordHash: await hashPassword(input.password),
        mustChangePassword: false,
        passwordChangedAt: now,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const role = await tx.selectFrom('role').select('id').where('code', '=', 'system-admin').executeTakeFirstOrThrow()
    await tx
      .insertInto('roleAssignment')
      .values({ officerId: officer.id, roleId: role.id, unitId, validFrom: localDate(now), createdAt: now })
      .execute()
    await tx.deleteFrom('setting').where('key', '=', SET_UP_SETTING).execute()
    about({ kind: 'officer', id: officer.id }, { did: 'set-up' })
    return officer.id
  },
})

/** Whether nobody can sign in yet, so that the set-up page is shown. */
export async function isUnused(db: Queryable): Promise<boolean> {
  return (await db.selectFrom('officer').select('id').limit(1).executeTakeFirst()) === undefined
}

/** A new set-up code to print on the console, while the system is unused; undefined afterwards. */
export async function prepareSetUp(db: Queryable, now: Date): Promise<string | undefined> {
  if (!(await isUnused(db))) return undefined
  const code = readableSecret(CODE_LENGTH)
  await writeSetting(db, SET_UP_SETTING, hashSecret(code), now)
  return code
}

const isSame = (one: string, other: string): boolean => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
