import { raw } from 'hono/html'
import { words } from '#platform/language.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { FlashMessages } from '../components/flash.tsx'
import { SearchBox } from '../components/search-box.tsx'
import { renderHtml } from '../render-page.ts'
import { HtmlDocument } from './document.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { NavigationItem, PageProps } from './page-props.ts'

const copy = words({
  vi: {
    navigation: 'Danh sách công việc',
    menu: 'Mục làm việc',
    search: 'Tìm hồ sơ',
    placeholder: 'Mã hồ sơ, tên, số định danh, hoặc quét mã',
    waiting: 'việc',
    keys: 'Phím tắt',
    keySearch: 'Đến ô tìm kiếm',
    keyMove: 'Dòng sau, dòng trước',
    keyOpen: 'Mở dòng đang chọn',
    keyHelp: 'Danh sách phím tắt',
  },
  en: {
    navigation: 'Work lists',
    menu: 'Menu',
    search: 'Find a dossier',
    placeholder: 'Code, name, ID number, or scan',
    waiting: 'waiting',
    keys: 'Keyboard shortcuts',
    keySearch: 'Go to search',
    keyMove: 'Next row, previous row',
    keyOpen: 'Open the chosen row',
    keyHelp: 'List of shortcuts',
  },
})

/** Pages for officers: work lists with counters on the left (a menu on phones), search on top that takes anything, dense content. */
export function ConsoleLayout(props: ConsoleLayoutProps) {
  const { office, language, navigation = [], groups = [], search = {}, breadcrumbs = [] } = props
  const text = copy(language)
  const lists = navigation.length > 0 ? [{ items: navigation }, ...groups] : groups
  // Twice on the page, made once.
  const workLists = raw(renderHtml(<WorkLists lists={lists} waiting={text.waiting} />))
  return (
    <HtmlDocument page={props} look="console" enhance="keyboard">
      <Header office={office} home="/lam-viec" path={props.path} user={props.user} bell={props.bell}>
        {search && <SearchBox action="/lam-viec/tim" label={text.search} placeholder={text.placeholder} compact {...search} />}
      </Header>
      <div class="console__body">
        {lists.length > 0 && (
          <>
            <nav class="console__rail" aria-label={text.navigation}>
              {workLists}
            </nav>
            <details class="console__menu">
              <summary>{text.menu}</summary>
              <nav aria-label={text.navigation}>{workLists}</nav>
            </details>
          </>
        )}
        <div class="console__page">
          {breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
          <FlashMessages flash={props.flash} />
          <main id="noi-dung" tabIndex={-1}>
            {props.children}
          </main>
        </div>
      </div>
      <Footer office={office}>
        <details class="keys" id="phim-tat">
          <summary>{text.keys}</summary>
          <dl>
            <Key keys={['/']} meaning={text.keySearch} />
            {lists
              .flatMap(({ items }) => items)
              .map(({ label, shortcut }) => shortcut && <Key key={shortcut} keys={[shortcut]} meaning={label} />)}
            <Key keys={['j', 'k']} meaning={text.keyMove} />
            <Key keys={['Enter']} meaning={text.keyOpen} />
            <Key keys={['?']} meaning={text.keyHelp} />
          </dl>
        </details>
      </Footer>
    </HtmlDocument>
  )
}

function WorkLists({ lists, waiting }: { lists: NavigationGroup[]; waiting: string }) {
  return (
    <>
      {lists.map((group) => (
        <div key={group.heading ?? ''} class="work-lists">
          {group.heading && <p class="work-lists__heading">{group.heading}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined} aria-keyshortcuts={item.shortcut}>
                  <span>{item.label}</span>
                  {item.count !== undefined && (
                    <span class={item.tone ? `count count--${item.tone}` : 'count'}>
                      {item.count.toLocaleString('vi-VN')}
                      <span class="visually-hidden"> {waiting}</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function Key({ keys, meaning }: { keys: string[]; meaning: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{meaning}</dd>
    </div>
  )
}

export interface NavigationGroup {
  heading?: string
  items: NavigationItem[]
}

export interface ConsoleLayoutProps extends PageProps {
  /** Further lists under headings: "Tra cứu", "Quản trị". */
  groups?: NavigationGroup[]
}
