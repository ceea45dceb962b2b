/** Passwords: argon2id, and the rules they must keep. */
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { searchable } from '#platform/text/searchable.ts'
import { commonPasswords } from './common-passwords.ts'
import type { SignInRules } from './settings.ts'

/** OWASP's second choice of parameters: 19 MiB, two passes, one lane; about 20 ms of one core here. argon2id is the library's default. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash of nothing anybody knows, so that an unknown user name takes as long as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$P8E7OLQgXaC6MtFnPy5c+A$73ApnJXwIPekUpvrZ8geosXjorVy22a0vZ2HwQsqQjA'

export const MAX_PASSWORD = 200

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), PARAMETERS)

/** Takes the same time whether or not there is a hash. */
export async function verifyPassword(storedHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? NOBODY, password.slice(0, MAX_PASSWORD).normalize('NFC'))
  return matches && Boolean(storedHash)
}

/** Whether the hash was made with other parameters and should be made anew at the next sign-in. */
export function isOutdated(storedHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(storedHash)
  return memoryCost !== PARAMETERS.memoryCost || timeCost !== PARAMETERS.timeCost || parallelism !== PARAMETERS.parallelism
}

/** What is wrong with a new password, as a sentence that says how to mend it; undefined when it is good. */
export function weakness(
  password: string,
  username: string,
  rules: Pick<SignInRules, 'passwordLength' | 'passwordKinds'>,
): string | undefined {
  if ([...password].length < rules.passwordLength) return `Mật khẩu cần ít nhất ${rules.passwordLength} ký tự.`
  if (password.length > MAX_PASSWORD) return `Mật khẩu dài tối đa ${MAX_PASSWORD} ký tự.`
  if (kindsIn(password) < rules.passwordKinds)
    return `Mật khẩu cần ít nhất ${rules.passwordKinds} trong 4 loại: chữ thường, chữ hoa, chữ số, ký hiệu.`
  const folded = searchable(password).replace(/[^a-z0-9]/g, '')
  const name = username.replace(/[^a-z0-9]/g, '')
  if (name.length >= 3 && folded.includes(name)) return 'Mật khẩu không được chứa tên đăng nhập.'
  if (commonPasswords.has(folded) || commonPasswords.has(folded.replace(/\d+$/, '')))
    return 'Mật khẩu này quá phổ biến, dễ bị đoán. Hãy chọn mật khẩu khác.'
  return undefined
}

const kindsIn = (password: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(password)).length
