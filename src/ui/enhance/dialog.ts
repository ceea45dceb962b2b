/** Opens a dialog where the browser does not know `command` yet. */
export function dialog(button: HTMLElement): void {
  if ('command' in HTMLButtonElement.prototype) return
  button.addEventListener('click', () => {
    const target = document.getElementById(button.getAttribute('commandfor') ?? '')
    if (target instanceof HTMLDialogElement) target.showModal()
  })
}
