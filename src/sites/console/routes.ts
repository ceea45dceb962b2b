/** Every page for officers. */
import type { Route } from '#platform/http/route.ts'
import { routes as handOver } from './ban-giao/page.tsx'
import { routes as digest } from './ban-tin/page.tsx'
import { routes as officers } from './can-bo/page.tsx'
import { routes as outgoing } from './can-gui/page.tsx'
import { routes as watch } from './canh-bao/page.tsx'
import { routes as instructions } from './chi-dao/page.tsx'
import { routes as filings } from './cho-tiep-nhan/page.tsx'
import { routes as signIn } from './dang-nhap/page.tsx'
import { routes as signOut } from './dang-xuat/page.ts'
import { routes as catalogue } from './danh-muc/routes.ts'
import { routes as handoverLists } from './danh-sach-ban-giao/page.tsx'
import { routes as proposals } from './de-xuat-bo-sung/page.tsx'
import { routes as outside } from './ghi-nhan-ngoai/page.tsx'
import { routes as papers } from './giay-to/page.ts'
import { routes as dossiers } from './ho-so/page.tsx'
import { routes as work } from './lam-viec/page.tsx'
import { routes as calendar } from './lich-lam-viec/page.tsx'
import { routes as interoperation } from './lien-thong/page.tsx'
import { routes as tokens } from './ma-truy-cap/page.tsx'
import { routes as password } from './mat-khau/page.tsx'
import { routes as resultTemplates } from './mau-ket-qua/page.tsx'
import { routes as mentions } from './nhac-den/page.tsx'
import { routes as reminders } from './nhac-viec/page.tsx'
import { routes as trail } from './nhat-ky/page.tsx'
import { routes as sessions } from './phien-lam-viec/page.tsx'
import { routes as prefetch } from './prefetch.ts'
import { routes as late } from './qua-han/page.tsx'
import { routes as processes } from './quy-trinh/page.tsx'
import { routes as figures } from './so-lieu/page.tsx'
import { routes as register } from './so-theo-doi/page.tsx'
import { routes as parameters } from './tham-so/page.tsx'
import { routes as setUp } from './thiet-lap/page.tsx'
import { routes as reception } from './tiep-nhan/page.tsx'
import { routes as dueDate } from './tinh-han/page.tsx'
import { routes as organization } from './to-chuc/page.tsx'
import { routes as toReturn } from './tra-ket-qua/page.tsx'
import { routes as delegations } from './uy-quyen/page.tsx'
import { routes as roles } from './vai-tro/page.tsx'
import { routes as absences } from './vang-mat/page.tsx'
import { routes as code } from './xac-thuc-hai-lop/page.tsx'
import { routes as apologies } from './xin-loi/page.tsx'

export const consoleRoutes: Route[] = [
  ...signIn,
  ...signOut,
  ...password,
  ...code,
  ...sessions,
  ...setUp,
  ...work,
  ...handOver,
  ...watch,
  ...outgoing,
  ...reminders,
  ...digest,
  ...instructions,
  ...mentions,
  ...absences,
  ...dossiers,
  ...interoperation,
  ...outside,
  ...papers,
  ...reception,
  ...filings,
  ...toReturn,
  ...handoverLists,
  ...register,
  ...catalogue,
  ...processes,
  ...resultTemplates,
  ...proposals,
  ...late,
  ...apologies,
  ...figures,
  ...calendar,
  ...dueDate,
  ...organization,
  ...officers,
  ...roles,
  ...delegations,
  ...tokens,
  ...parameters,
  ...trail,
  ...prefetch,
]
