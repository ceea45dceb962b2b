import { tellTrouble } from './trouble.ts'

/**
 * Sends a form once: a second press while the first is on its way does nothing. Coming back by the back button frees it again. Without a line nothing is sent, so
 * that what was typed does not give way to the browser's page of an error.
 */
export function once(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault()
    // What opens in a new tab may be asked for again and again.
    if (event.submitter?.getAttribute('formtarget') === '_blank') return
    if (!navigator.onLine) {
      event.preventDefault()
      return tellTrouble(form, event.submitter, 'dropped')
    }
    form.dataset.sent = 'yes'
    const button = event.submitter
    // After the browser has collected the fields: a disabled button would not be among them.
    setTimeout(() => form.dataset.sent && button?.setAttribute('aria-busy', 'true'))
  })
  addEventListener('pageshow', () => free(form))
}

/** The form can be sent again. */
export function free(form: HTMLFormElement): void {
  delete form.dataset.sent
  for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy')
}
