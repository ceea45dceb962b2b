import type { Child } from 'hono/jsx'
import type { Language } from '#platform/language.ts'
import type { Crumb } from '../components/breadcrumbs.tsx'
import type { FlashMessage } from '../components/flash.tsx'

/** What every layout takes. */
export interface PageProps {
  /** The page's own title; the office's name is added in the window's title. */
  title: string
  language: Language
  office: Office
  assets: Assets
  /** Path and query of this page: the language switch comes back to it. */
  path: string
  user?: PageUser
  bell?: PageBell
  navigation?: NavigationItem[]
  /** False: whoever looks may not search. */
  search?: PageSearch | false
  flash?: FlashMessage | FlashMessage[]
  breadcrumbs?: Crumb[]
  /** The form came back with errors: the window's title says so first, because it is what a screen reader says first. */
  hasErrors?: boolean
  children: Child
}

/** Whose page this is; shown in the head and, as the circulars ask, in the foot. */
export interface Office {
  name: string
  /** The authority above: "UBND tỉnh Quảng Trị". */
  parent?: string
  /** Who owns the page. */
  owner?: string
  responsiblePerson?: string
  address?: string
  phone?: string
  email?: string
  /** Shown as a strip above everything: "Dữ liệu minh hoạ". */
  notice?: string
  /** The same in English; without it English pages show `notice`. */
  noticeEn?: string
}

/** Addresses of the bundled files; `scripts` stays empty on pages that need none. */
export interface Assets {
  css: string
  scripts: string[]
  icon?: string
}

export interface PageUser {
  name: string
  /** Position or unit: "Chuyên viên, Quầy 5". */
  note?: string
  href?: string
  signOutAction?: string
}

/** What reminds the person: a link with how much of it is new. */
export interface PageBell {
  label: string
  href: string
  count: number
}

export interface NavigationItem {
  label: string
  href: string
  current?: boolean
  /** How many wait there. */
  count?: number
  tone?: 'near' | 'late'
  /** Key that goes there from anywhere outside a field; listed under "Phím tắt". */
  shortcut?: string
}

export interface PageSearch {
  /** By default `/lam-viec/tim` in the console, `/thu-tuc` in the portal. */
  action?: string
  name?: string
  value?: string
  label?: string
  placeholder?: string
}
