import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'

const figure = (value: number) => value.toLocaleString('vi-VN')

const copy = words({
  vi: {
    label: 'Phân trang',
    range: (from: string, to: string, total?: string) => (total === undefined ? `${from}–${to}` : `${from}–${to} trong ${total}`),
    previous: 'Trang trước',
    next: 'Trang sau',
    page: 'Trang',
  },
  en: {
    label: 'Pages',
    range: (from: string, to: string, total?: string) => (total === undefined ? `${from}–${to}` : `${from}–${to} of ${total}`),
    previous: 'Previous page',
    next: 'Next page',
    page: 'Page',
  },
})

/** Where in a list we are, in counts, with links to the page before and after; for lists by cursor leave `total` and `pages` out. */
export function Pager({ from, to, total, noun, previousHref, nextHref, pages = [] }: PagerProps) {
  const text = useWords(copy)
  return (
    <nav class="pager" aria-label={text.label}>
      <p class="pager__range">
        {text.range(figure(from), figure(to), total === undefined ? undefined : figure(total))}
        {noun && ` ${noun}`}
      </p>
      {(previousHref || nextHref) && (
        <ul class="pager__links">
          {previousHref && (
            <li>
              <a href={previousHref} rel="prev">
                ← {text.previous}
              </a>
            </li>
          )}
          {pages.map((page) => (
            <li key={page.number} class="pager__page">
              <a href={page.href} aria-current={page.current ? 'page' : undefined}>
                <span class="visually-hidden">{text.page} </span>
                {figure(page.number)}
              </a>
            </li>
          ))}
          {nextHref && (
            <li>
              <a href={nextHref} rel="next">
                {text.next} →
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}

/** The same for a list in pages of one size. `total`: left out where more were found than are counted; then `hasMore` says whether there is a next page. */
export function ListPager({ page, pageSize, shown, total, hasMore, noun, hrefOf }: ListPagerProps) {
  const first = (page - 1) * pageSize
  const isMore = hasMore ?? (total !== undefined && first + shown < total)
  return (
    <Pager
      from={first + 1}
      to={first + shown}
      total={total}
      noun={noun}
      previousHref={page > 1 ? hrefOf(page - 1) : undefined}
      nextHref={isMore ? hrefOf(page + 1) : undefined}
    />
  )
}

export interface ListPagerProps {
  /** From 1. */
  page: number
  pageSize: number
  /** How many rows this page has. */
  shown: number
  total?: number
  hasMore?: boolean
  noun?: string
  hrefOf(page: number): string
}

export interface PagerProps {
  /** Number of the first and last row shown, counted from 1. */
  from: number
  to: number
  total?: number
  /** What is counted: "hồ sơ". */
  noun?: string
  previousHref?: string
  nextHref?: string
  pages?: { number: number; href: string; current?: boolean }[]
}
