/** Asks before a button sends; the answer is the button's own words, so that nobody has to think what "OK" means. */
export function confirm(button: HTMLElement): void {
  if (!(button instanceof HTMLButtonElement)) return
  let agreed = false
  button.addEventListener('click', (event) => {
    if (agreed) return
    event.preventDefault()
    event.stopImmediatePropagation()
    ask(button, () => {
      agreed = true
      button.click()
      agreed = false
    })
  })
}

function ask(button: HTMLButtonElement, then: () => void): void {
  const dialog = document.createElement('dialog')
  const question = document.createElement('p')
  const row = document.createElement('div')
  const yes = button.cloneNode(true) as HTMLButtonElement
  const no = document.createElement('button')
  dialog.className = 'dialog'
  question.id = 'confirm-question'
  dialog.setAttribute('aria-labelledby', question.id)
  question.textContent = button.dataset.confirm ?? ''
  row.className = 'button-row'
  yes.type = 'button'
  yes.removeAttribute('id')
  no.type = 'button'
  no.className = 'button button--secondary'
  no.textContent = document.documentElement.lang === 'en' ? 'Go back' : 'Quay lại'
  yes.addEventListener('click', () => {
    dialog.close()
    then()
  })
  no.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  row.append(yes, no)
  dialog.append(question, row)
  document.body.append(dialog)
  dialog.showModal()
  no.focus()
}
