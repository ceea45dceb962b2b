/** What a group of acts tells the dossier's page about each of its transitions. */
import type { DossierDetail, TransitionId } from '#modules/dossier/index.ts'
import type { Given } from '#modules/workflow/index.ts'
import type { Queryable } from '#platform/database.ts'

export interface Offer {
  id: TransitionId
  /** `/ho-so/:code/viec/<slug>` has its form. */
  slug: string
  /** What the form asks for, so that the page does not refuse for want of it. */
  answers: readonly (keyof Given)[]
  /** What has to be looked up to know whether it may be made. */
  given?(db: Queryable, dossier: DossierDetail): Promise<Given> | Given
  /** Something people expect here: where it is not allowed, the page says why. */
  isUsual?: true
  /** An act inside a transition, with a name of its own: offered where `isHere` says so instead of where the transition may be made. */
  within?: { vi: string; en: string; right: string; isHere(dossier: DossierDetail): boolean }
}

/** What is known before the form is filled in. */
export const givenFor = async (db: Queryable, offer: Offer, dossier: DossierDetail): Promise<Given> => ({
  ...(await offer.given?.(db, dossier)),
  ...answered(offer),
})

/** The form will ask; here it counts as answered. A date is any later than the one that counts. */
const answered = ({ answers }: Offer): Given =>
  Object.fromEntries(answers.map((name) => [name, name === 'newDueAt' ? new Date(8_640_000_000_000_000) : true])) as Given
