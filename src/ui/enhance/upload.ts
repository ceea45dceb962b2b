import { free } from './once.ts'
import { swapPage } from './swap-page.ts'
import { tellTrouble } from './trouble.ts'

const SIGN_IN_FIRST = 401

/** Sends a form with files so that a bar can show how far it is, then shows the page that comes back. */
export function upload(form: HTMLElement, enhanceAgain: (root: ParentNode) => void): void {
  if (!(form instanceof HTMLFormElement)) return
  form.addEventListener('submit', (event) => {
    const hasFiles = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some((input) => input.files?.length)
    if (event.defaultPrevented || !hasFiles) return
    event.preventDefault()
    const bar = progressBar(form, event.submitter)
    const request = new XMLHttpRequest()
    request.open('POST', event.submitter?.getAttribute('formaction') ?? form.action)
    request.upload.onprogress = (progress) => {
      if (progress.lengthComputable) bar.value = progress.loaded / progress.total
    }
    // The form stands as it was, with the files that were chosen.
    const stay = (trouble: 'dropped' | 'signedOut') => {
      bar.parentElement?.remove()
      free(form)
      tellTrouble(form, event.submitter, trouble)
    }
    request.onload = () =>
      request.status === SIGN_IN_FIRST ? stay('signedOut') : swapPage(request.responseText, request.responseURL, enhanceAgain)
    request.onerror = () => stay('dropped')
    request.send(new FormData(form, event.submitter))
  })
}

function progressBar(form: HTMLFormElement, beside: HTMLElement | null): HTMLProgressElement {
  const box = document.createElement('div')
  const bar = document.createElement('progress')
  box.className = 'progress upload'
  bar.max = 1
  bar.setAttribute('aria-label', form.dataset.sending ?? '')
  box.append(bar)
  const line = beside?.closest('.button-row') ?? beside
  if (line) line.before(box)
  else form.append(box)
  return bar
}
