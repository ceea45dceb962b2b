/** Sends a form once: a second press while the first is on its way does nothing. Coming back by the back button frees it again. */
export function once(form: HTMLElement): void {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'yes'
    const button = event.submitter
    // After the browser has collected the fields: a disabled button would not be among them.
    setTimeout(() => button?.setAttribute('aria-busy', 'true'))
  })
  addEventListener('pageshow', () => {
    delete form.dataset.sent
    for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy')
  })
}
