/** Random secrets that are shown once and stored only as SHA-256: session cookies, partner tokens, the set-up code. */
import { createHash, randomBytes, randomInt } from 'node:crypto'

const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** 256 random bits, for cookies and tokens. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Without letters that look alike, for secrets that people copy from paper or a screen. */
export const readableSecret = (length: number): string => Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('')

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
