/** Shows a page that was fetched as if the browser had gone there: new content, new address, enhancements run again by `then`. */
export function swapPage(html: string, address: string, then: (root: ParentNode) => void): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  document.title = next.title
  document.body.replaceWith(document.adoptNode(next.body))
  history.pushState({ swapped: true }, '', address)
  addEventListener('popstate', () => location.reload(), { once: true })
  scrollTo(0, 0)
  then(document)
  const first = document.querySelector<HTMLElement>('[autofocus]') ?? document.querySelector<HTMLElement>('main')
  first?.focus()
}
