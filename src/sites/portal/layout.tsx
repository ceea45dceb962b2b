import type { Child } from 'hono/jsx'
import type { PageRequest, Reply } from '#platform/http/route.ts'
import { html } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { type PageProps, PortalLayout, renderPage } from '#ui/index.ts'
import { officeOf } from '../office.ts'

const copy = words({
  vi: { procedures: 'Thủ tục', lookup: 'Tra cứu hồ sơ', officers: 'Cán bộ đăng nhập' },
  en: { procedures: 'Procedures', lookup: 'Look up a dossier', officers: 'Officers’ sign-in' },
})

type PortalPage = Pick<PageProps, 'title' | 'breadcrumbs' | 'hasErrors' | 'search'> & {
  sticky?: Child
  wide?: boolean
  status?: number
  scripts?: boolean
}

/** A page for citizens; without a script unless it asks for one. */
export async function portalPage(request: PageRequest, page: PortalPage, children: Child): Promise<Reply> {
  const { services, language, path } = request
  const text = copy(language)
  const items = [
    { href: '/thu-tuc', label: text.procedures },
    { href: '/tra-cuu', label: text.lookup },
    { href: '/lam-viec', label: text.officers },
  ]
  return html(
    renderPage(
      <PortalLayout
        {...page}
        language={language}
        office={await officeOf(services.database)}
        assets={{ css: services.assets.css, icon: services.assets.icon, scripts: page.scripts ? [services.assets.enhance] : [] }}
        path={request.url}
        navigation={items.map((item) => ({ ...item, current: path.startsWith(item.href) }))}
        flash={request.flash ? { title: request.flash } : undefined}
      >
        {children}
      </PortalLayout>,
    ),
    page.status ?? 200,
  )
}
