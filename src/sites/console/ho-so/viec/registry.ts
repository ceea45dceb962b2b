/** Every act on a dossier that is no step of its process, by group. */
import type { Route } from '#platform/http/route.ts'
import { offers as supplement } from './bo-sung/offers.ts'
import { routes as supplementRoutes } from './bo-sung/page.tsx'
import { offers as closing } from './ket-thuc/offers.ts'
import { routes as closingRoutes } from './ket-thuc/page.tsx'
import { offers as payment } from './nghia-vu-tai-chinh/offers.ts'
import { routes as paymentRoutes } from './nghia-vu-tai-chinh/page.tsx'
import type { Offer } from './offer.ts'
import { offers as coordination } from './phoi-hop/offers.ts'
import { routes as coordinationRoutes } from './phoi-hop/page.tsx'
import { offers as afterResult } from './sau-ket-qua/offers.ts'
import { routes as afterResultRoutes } from './sau-ket-qua/page.tsx'
import { offers as deadline } from './thoi-han/offers.ts'
import { routes as deadlineRoutes } from './thoi-han/page.tsx'
import { offers as reception } from './tiep-nhan/offers.ts'
import { routes as receptionRoutes } from './tiep-nhan/page.tsx'
import { offers as verification } from './xac-minh/offers.ts'
import { routes as verificationRoutes } from './xac-minh/page.tsx'

export const offers: readonly Offer[] = [
  ...reception,
  ...supplement,
  ...coordination,
  ...payment,
  ...verification,
  ...deadline,
  ...closing,
  ...afterResult,
]

export const routes: Route[] = [
  ...receptionRoutes,
  ...supplementRoutes,
  ...coordinationRoutes,
  ...paymentRoutes,
  ...verificationRoutes,
  ...deadlineRoutes,
  ...closingRoutes,
  ...afterResultRoutes,
]
