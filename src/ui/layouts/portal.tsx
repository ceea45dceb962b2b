import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { FlashMessages } from '../components/flash.tsx'
import { SearchBox } from '../components/search-box.tsx'
import { HtmlDocument } from './document.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { PageProps } from './page-props.ts'

const copy = words({
  vi: { navigation: 'Mục chính', search: 'Tìm thủ tục', placeholder: 'Tên việc cần làm, tên hoặc mã thủ tục' },
  en: { navigation: 'Main', search: 'Find a procedure', placeholder: 'What you need to do, or the name or code of a procedure' },
})

/**
 * Pages for citizens: one column of 720 px, no script unless a control needs one. `search` (with `{}` for the usual one) stands first;
 * `sticky` is the one thing to do, kept in reach at the foot of a phone.
 */
export function PortalLayout(props: PageProps & { sticky?: Child; wide?: boolean }) {
  const { office, language, navigation = [], search, breadcrumbs = [] } = props
  const text = copy(language)
  return (
    <HtmlDocument page={props} look={props.wide ? 'portal portal--wide' : 'portal'}>
      <Header office={office} home="/" path={props.path} user={props.user} />
      {navigation.length > 0 && (
        <nav class="portal__navigation" aria-label={text.navigation}>
          <ul>
            {navigation.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                  {item.count !== undefined && <span class="count">{item.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="portal__column">
        {search && <SearchBox action="/thu-tuc" label={text.search} placeholder={text.placeholder} {...search} />}
        {breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
        <FlashMessages flash={props.flash} />
        <main id="noi-dung" tabIndex={-1}>
          {props.children}
        </main>
        {props.sticky && <div class="portal__sticky">{props.sticky}</div>}
      </div>
      <Footer office={office} />
    </HtmlDocument>
  )
}
