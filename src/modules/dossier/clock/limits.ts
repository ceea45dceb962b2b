/** The limits that the law sets for everybody; the procedure's own limit and its own supplement period come from the catalogue. */
import type { CountRules, Limit } from '#modules/calendar/index.ts'
import type { Basis } from './law.ts'

export interface LegalLimit {
  limit: Limit
  basis: Basis
}

/** An online filing must be brought before an officer (domain.md §2.5). */
export const ACKNOWLEDGE_WITHIN: LegalLimit = { limit: { amount: 2, unit: 'hour' }, basis: 'onlineReception' }
/** An online filing must be accepted, refused, or sent back with one complete request. */
export const RECEIVE_WITHIN: LegalLimit = { limit: { amount: 8, unit: 'hour' }, basis: 'onlineReception' }
/** After reception a supplement may be asked for within these days, unless the sector law says otherwise. */
export const ASK_SUPPLEMENT_WITHIN: LegalLimit = { limit: { amount: 3, unit: 'working-day' }, basis: 'supplementAfterReception' }
/** The applicant's time for a supplement, unless the procedure has its own; then the system closes the dossier. */
export const ANSWER_SUPPLEMENT_WITHIN: LegalLimit = { limit: { amount: 15, unit: 'working-day' }, basis: 'supplementAnswer' }
/** Supplement requests without a leader's decision. */
export const SUPPLEMENTS_ALLOWED = 1
export const EXTENSIONS_ALLOWED = 1
/** Whole calendar days between the day of the extension and the day it was due. */
export const EXTEND_DAYS_BEFORE = 1
/** Received after this hour, a paper dossier is forwarded at the start of the next working day (NĐ 61/2018 art. 18(2)). */
export const FORWARD_CUTOFF = '15:00'

/** The law's own limits in days end with the last day. */
export const LEGAL_COUNT: CountRules = { mode: 'end' }
