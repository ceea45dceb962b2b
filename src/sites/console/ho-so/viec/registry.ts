/** Every act on a dossier that is no step of its process, by group. */
import type { Route } from '#platform/http/route.ts'
import { offers as payment } from './nghia-vu-tai-chinh/offers.ts'
import { routes as paymentRoutes } from './nghia-vu-tai-chinh/page.tsx'
import type { Offer } from './offer.ts'
import { offers as afterResult } from './sau-ket-qua/offers.ts'
import { routes as afterResultRoutes } from './sau-ket-qua/page.tsx'

export const offers: readonly Offer[] = [...payment, ...afterResult]

export const routes: Route[] = [...paymentRoutes, ...afterResultRoutes]
