import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { classes } from '../classes.ts'
import { FormContext } from '../forms/form-context.ts'
import { blankForm, type FormState } from '../forms/form-state.ts'
import { useWords } from '../language.ts'
import { Button } from './button.tsx'

const copy = words({
  vi: { label: 'Lọc danh sách', apply: 'Lọc', clear: 'Bỏ lọc', active: 'Đang lọc', remove: 'bỏ', views: 'Bộ lọc đã lưu' },
  en: {
    label: 'Filter the list',
    apply: 'Filter',
    clear: 'Clear filters',
    active: 'Filtered by',
    remove: 'remove',
    views: 'Saved filters',
  },
})

/**
 * A GET form over a list: its fields side by side, what is filtered now with a link to take each off, and saved views as links. With
 * `live` (the id of the part that holds the results) the list follows the typing where scripts run.
 */
export function FilterBar({
  action,
  values = {},
  hidden = {},
  live,
  clearHref,
  active = [],
  views = [],
  label,
  apply,
  children,
}: FilterBarProps) {
  const text = useWords(copy)
  const state: FormState = blankForm(values)
  return (
    <div class="filter-bar">
      {views.length > 0 && (
        <nav class="filter-bar__views" aria-label={text.views}>
          {views.map((view) => (
            <a key={view.href} href={view.href} aria-current={view.current ? 'page' : undefined}>
              {view.label}
              {view.count !== undefined && <span class="count">{view.count}</span>}
            </a>
          ))}
        </nav>
      )}
      <form
        class="filter-bar__form"
        method="get"
        action={action}
        aria-label={label ?? text.label}
        data-enhance={live && 'filter'}
        data-results={live}
      >
        {Object.entries(hidden).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
        <FormContext.Provider value={state}>{children}</FormContext.Provider>
        <div class={classes('filter-bar__buttons')}>
          <Button>{apply ?? text.apply}</Button>
          {clearHref && (
            <Button look="link" href={clearHref}>
              {text.clear}
            </Button>
          )}
        </div>
      </form>
      {active.length > 0 && (
        <p class="filter-bar__active">
          <span>{text.active}:</span>
          {active.map((filter) => (
            <a key={filter.removeHref} class="chip" href={filter.removeHref}>
              <span class="visually-hidden">{text.remove} </span>
              {filter.label}
              <span aria-hidden="true"> ✕</span>
            </a>
          ))}
        </p>
      )}
    </div>
  )
}

export interface FilterBarProps {
  action?: string
  /** The query of the page, so that the fields show it. */
  values?: FormState['values']
  /** Parts of the query that the filter keeps: sort order, period. */
  hidden?: Record<string, string | undefined>
  live?: string
  clearHref?: string
  active?: { label: string; removeHref: string }[]
  views?: { label: string; href: string; current?: boolean; count?: number }[]
  label?: string
  /** The words of its button where it finds rather than filters: "Tìm". */
  apply?: string
  children: Child
}
