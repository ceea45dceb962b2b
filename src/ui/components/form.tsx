import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { FormContext } from '../forms/form-context.ts'
import { blankForm, type FormState } from '../forms/form-state.ts'
import { useWords } from '../language.ts'

const copy = words({ vi: { sending: 'Đang gửi tệp' }, en: { sending: 'Sending files' } })

/**
 * A form whose fields find their values and errors in `state`. Sent once even when pressed twice, where scripts run; the idempotency key
 * in `hidden` does the same where they do not.
 */
export function Form({
  method = 'post',
  action,
  state = blankForm(),
  hidden = {},
  files,
  progress,
  defaultAction,
  id,
  label,
  children,
}: FormProps) {
  const text = useWords(copy)
  return (
    <form
      class="form"
      method={method}
      action={action}
      id={id}
      aria-label={label}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      data-sending={files ? text.sending : undefined}
      data-enhance={files && progress !== false ? 'once upload' : 'once'}
    >
      {Object.entries(hidden).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
      {defaultAction !== undefined && (
        <button class="visually-hidden" type="submit" name="_action" value={defaultAction} tabIndex={-1} aria-hidden="true" />
      )}
      <FormContext.Provider value={state}>{children}</FormContext.Provider>
    </form>
  )
}

export interface FormProps {
  method?: 'post' | 'get'
  /** Without it, the address of the page itself. */
  action?: string
  state?: FormState
  /** Idempotency key, version, place to go back to. */
  hidden?: Record<string, string | undefined>
  /** The form carries files: multipart, with a progress bar where scripts run. */
  files?: boolean
  progress?: boolean
  /**
   * `_action` sent when a person presses Enter in a field. Needed where buttons such as "Thêm người" stand before the main one, because
   * a browser takes the first.
   */
  defaultAction?: string
  id?: string
  label?: string
  children: Child
}
