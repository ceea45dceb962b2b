/** The second factor: time-based codes (RFC 6238; SHA-1, six digits, thirty seconds, which every application knows). */
import { generateSecret, generateURI, verifySync } from 'otplib'

/** One step before and after, for clocks that differ. */
const TOLERANCE_SECONDS = 30

export const newTotpSecret = (): string => generateSecret({ length: 20 })

export const totpUri = (issuer: string, username: string, secret: string): string => generateURI({ issuer, label: username, secret })

/** The time step of a right code that is newer than the last one used; undefined when the code is wrong or used. */
export function acceptedStep(secret: string, code: string, lastStep: number | null, now: Date): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const result = verifySync({ secret, token, epoch: Math.floor(now.getTime() / 1000), epochTolerance: TOLERANCE_SECONDS })
  if (!result.valid || !('timeStep' in result)) return undefined
  return lastStep === null || result.timeStep > lastStep ? result.timeStep : undefined
}
