import { swapPage } from './swap-page.ts'

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
    request.onload = () => swapPage(request.responseText, request.responseURL, enhanceAgain)
    request.onerror = () => {
      // A dropped line: the form stands as it was, and the browser's own way says what is wrong.
      bar.parentElement?.remove()
      form.submit()
    }
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
