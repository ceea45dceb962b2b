import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { useLanguage, useWords } from '../language.ts'
import { Mark } from './mark.tsx'
import type { Office, PageBell, PageUser } from './page-props.ts'

const copy = words({
  vi: { home: 'Trang chủ', switch: 'English', signOut: 'Đăng xuất', account: 'Tài khoản' },
  en: { home: 'Home', switch: 'Tiếng Việt', signOut: 'Sign out', account: 'Account' },
})

/** The band with mark and name, and the gold rule under it. */
export function Header({ office, home, path, user, bell, children }: HeaderProps) {
  const text = useWords(copy)
  const notice = (useLanguage() === 'en' && office.noticeEn) || office.notice
  return (
    <header class="header">
      {notice && <p class="header__notice">{notice}</p>}
      <div class="header__band">
        <a class="header__office" href={home}>
          <Mark />
          <span>
            {office.parent && <span class="header__parent">{office.parent}</span>}
            <span class="header__name">{office.name}</span>
          </span>
          <span class="visually-hidden">, {text.home}</span>
        </a>
        {children}
        <div class="header__end">
          {bell && <Bell bell={bell} />}
          {user && <UserBox user={user} signOut={text.signOut} label={text.account} />}
          <LanguageSwitch path={path} word={text.switch} />
        </div>
      </div>
    </header>
  )
}

/** A word and a count, not a picture alone. */
const Bell = ({ bell }: { bell: PageBell }) => (
  <a class="header__bell" href={bell.href}>
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d="M10 2a5 5 0 0 0-5 5v3.5L3.5 13v1h13v-1L15 10.5V7a5 5 0 0 0-5-5Zm-2 13a2 2 0 0 0 4 0Z" fill="currentColor" />
    </svg>
    <span>{bell.label}</span>
    {bell.count > 0 && <span class="count count--near">{bell.count.toLocaleString('vi-VN')}</span>}
  </a>
)

function UserBox({ user, signOut, label }: { user: PageUser; signOut: string; label: string }) {
  const name = (
    <>
      <span class="visually-hidden">{label}: </span>
      <span class="header__user-name">{user.name}</span>
      {user.note && <span class="header__user-note">{user.note}</span>}
    </>
  )
  return (
    <div class="header__user">
      {user.href ? <a href={user.href}>{name}</a> : <span>{name}</span>}
      {user.signOutAction && (
        <form method="post" action={user.signOutAction}>
          <button class="header__button" type="submit">
            {signOut}
          </button>
        </form>
      )}
    </div>
  )
}

/** A plain link: the server sets the language and comes back to this page. */
function LanguageSwitch({ path, word }: { path: string; word: string }) {
  const other = useLanguage() === 'vi' ? 'en' : 'vi'
  return (
    <a class="header__language" href={`/ngon-ngu?den=${other}&ve=${encodeURIComponent(path)}`} lang={other} hreflang={other}>
      {word}
    </a>
  )
}

interface HeaderProps {
  office: Office
  home: string
  path: string
  user?: PageUser
  bell?: PageBell
  children?: Child
}
