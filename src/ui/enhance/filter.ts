/** A list that follows the typing: sends the GET form again after a pause and takes over only the part that holds the results. */
export function filter(form: HTMLElement, enhanceAgain: (root: ParentNode) => void): void {
  if (!(form instanceof HTMLFormElement)) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = 0
  const send = async () => {
    const mine = ++latest
    const address = new URL(form.action)
    address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== '') as [string, string][]).toString()
    const response = await fetch(address)
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const id = form.dataset.results ?? ''
    const fresh = page.getElementById(id)
    const old = document.getElementById(id)
    if (mine !== latest || !response.ok || !fresh || !old) return
    old.replaceWith(document.adoptNode(fresh))
    history.replaceState(history.state, '', address)
    enhanceAgain(fresh)
  }
  const soon = () => {
    clearTimeout(timer)
    // A dropped line: the button beside the fields still works.
    timer = setTimeout(() => void send().catch(() => undefined), 250)
  }
  form.addEventListener('input', soon)
}
