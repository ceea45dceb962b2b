/** Every act on a dossier that is no step of its process, by group. */
import type { Route } from '#platform/http/route.ts'
import type { Offer } from './offer.ts'

export const offers: readonly Offer[] = []

export const routes: Route[] = []
