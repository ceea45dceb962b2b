/** A draft's key is its address: random, so that it can be neither guessed nor read. */
import { randomBytes } from 'node:crypto'

export const DRAFT_KEY = /^[0-9a-f]{20}$/

export const newDraftKey = (): string => randomBytes(10).toString('hex')

/** Days after which an unfinished reception is thrown away: a person who goes home for a paper is back within a week. */
export const DRAFT_DAYS = 7
