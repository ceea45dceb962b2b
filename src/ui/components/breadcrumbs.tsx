import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'

const copy = words({ vi: { label: 'Đường dẫn' }, en: { label: 'Breadcrumb' } })

/** The way here from the first page; the last crumb is this page and has no link. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav class="breadcrumbs" aria-label={useWords(copy).label}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>{crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}

export interface Crumb {
  label: string
  href?: string
}
