/** Keys of the console: those that a link names in `aria-keyshortcuts`, `/` search, `j` `k` next and previous row, `Enter` opens (the row's link has the focus), `?` the list of keys. */
export function keyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const act = KEYS[event.key] ?? follow(event.key)
    if (!act) return
    act()
    event.preventDefault()
  })
}

const KEYS: Record<string, () => void> = {
  '/': () => document.querySelector<HTMLInputElement>('.header input[type=search]')?.select(),
  j: () => move(1),
  k: () => move(-1),
  '?': () => {
    const keys = document.getElementById('phim-tat')
    if (!(keys instanceof HTMLDetailsElement)) return
    keys.open = true
    keys.scrollIntoView({ block: 'center' })
    keys.querySelector('summary')?.focus()
  },
}

/** The link that has this key, where there is one. */
function follow(key: string): (() => void) | undefined {
  const link = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`)
  return link ? () => link.click() : undefined
}

function move(by: number): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main tr[data-href] > th a')]
  const now = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
  const next = links[now === -1 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(now + by, 0), links.length - 1)]
  next?.focus()
  next?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
