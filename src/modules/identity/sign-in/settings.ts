/** The rules of sign-in, changeable without a release (TT 22/2019, QĐ 742/QĐ-BTTTT); kept as one setting. */
import { z } from 'zod'
import type { Queryable } from '#platform/database.ts'
import { isNetwork } from '../policy/administration.ts'

export const SIGN_IN_SETTING = 'identity.sign-in'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ có dạng 07:30.')
const whole = (least: number, most: number) =>
  z.coerce
    .number({ error: `Hãy điền số từ ${least} đến ${most}.` })
    .int()
    .min(least, `Từ ${least} trở lên.`)
    .max(most, `Không quá ${most}.`)

export const SignInRules = z.object({
  /** A session ends after this many minutes without a request … */
  idleMinutes: whole(5, 1440).default(60),
  /** … and in any case after this many hours. */
  absoluteHours: whole(1, 168).default(12),
  /** Wrong passwords or codes in a row that lock an account, and for how many minutes. */
  lockAfter: whole(3, 50).default(5),
  lockMinutes: whole(1, 1440).default(15),
  /** Tries within the window, per user name and per address. */
  attemptsPerName: whole(3, 1000).default(10),
  attemptsPerAddress: whole(5, 100_000).default(100),
  windowMinutes: whole(1, 1440).default(5),
  passwordLength: whole(8, 64).default(8),
  /** Of small letters, capitals, digits, other characters. */
  passwordKinds: whole(1, 4).default(3),
  /** Days after which a password must be changed; 0: never. */
  passwordMaxAgeDays: whole(0, 3650).default(0),
  administration: z
    .object({
      networks: z.array(z.string().refine(isNetwork, 'Địa chỉ chưa đúng. Ví dụ: 10.1.2.3 hoặc 10.1.0.0/16.')).max(200).default([]),
      hours: z
        .object({ days: z.array(whole(1, 7)).max(7).default([]), from: time.default('07:00'), to: time.default('19:00') })
        .refine(({ days, from, to }) => days.length === 0 || from < to, { path: ['to'], message: 'Giờ kết thúc phải sau giờ bắt đầu.' })
        .prefault({}),
    })
    .prefault({}),
})
export type SignInRules = z.infer<typeof SignInRules>

export const defaultSignInRules: SignInRules = SignInRules.parse({})

/** The stored rules, each missing one by default. */
export const parseSignInRules = (stored: unknown): SignInRules => (stored ? SignInRules.parse(stored) : defaultSignInRules)

export async function signInRules(db: Queryable): Promise<SignInRules> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', SIGN_IN_SETTING).executeTakeFirst()
  return parseSignInRules(row?.value)
}
