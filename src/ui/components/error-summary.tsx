import { words } from '#platform/language.ts'
import { type FormState, fieldId } from '../forms/form-state.ts'
import { useWords } from '../language.ts'

const copy = words({
  vi: { title: (count: number) => (count === 1 ? 'Có 1 chỗ cần sửa' : `Có ${count} chỗ cần sửa`), general: 'Chưa thực hiện được' },
  en: { title: (count: number) => (count === 1 ? '1 thing to mend' : `${count} things to mend`), general: 'This could not be done' },
})

/**
 * What is wrong, at the top of the page before its heading; each sentence leads to its field. Nothing when all is well. An error under the
 * name '_' (or '') belongs to no field.
 */
export function ErrorSummary({ state, title }: { state: FormState; title?: string }) {
  const text = useWords(copy)
  const errors = Object.entries(state.errors)
  if (errors.length === 0) return null
  const atFields = errors.filter(([name]) => isField(name)).length
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title ?? (atFields > 0 ? text.title(atFields) : text.general)}</h2>
      <ul>
        {errors.map(([name, sentence]) => (
          <li key={name}>{isField(name) ? <a href={`#${fieldId(name)}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  )
}

const isField = (name: string): boolean => name !== '' && name !== '_'
