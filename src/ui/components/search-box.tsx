import { words } from '#platform/language.ts'
import { classes } from '../classes.ts'
import { useWords } from '../language.ts'

const copy = words({ vi: { find: 'Tìm' }, en: { find: 'Search' } })

/** A GET form with one box. `compact` hides the label from sight, for the head of the console. */
export function SearchBox({ action, name = 'q', value, label, placeholder, hint, compact, id = 'tim' }: SearchBoxProps) {
  const text = useWords(copy)
  return (
    <search class={classes('search', compact && 'search--compact')}>
      <form method="get" action={action}>
        <label class={classes('field__label', compact && 'visually-hidden')} for={id}>
          {label}
        </label>
        {hint && (
          <p class="field__hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <div class="search__line">
          <input
            class="input"
            type="search"
            id={id}
            name={name}
            value={value}
            placeholder={placeholder}
            autocomplete="off"
            aria-describedby={hint ? `${id}-hint` : undefined}
          />
          <button class="button button--secondary" type="submit">
            {text.find}
          </button>
        </div>
      </form>
    </search>
  )
}

export interface SearchBoxProps {
  action: string
  name?: string
  value?: string
  label: string
  placeholder?: string
  hint?: string
  compact?: boolean
  id?: string
}
