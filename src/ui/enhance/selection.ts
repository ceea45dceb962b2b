/** Counts the ticked rows of the form while they are ticked, and offers one tick for all in the head of the table. */
export function selection(bar: HTMLElement): void {
  const form = bar.closest('form')
  const count = bar.querySelector('output')
  // Those that belong to the form, wherever they stand.
  const ticks = [...(form?.elements ?? [])].filter((each): each is HTMLInputElement => each.matches('tbody .table__select input'))
  if (!form || !count) return
  bar.querySelector('.selection__count')?.removeAttribute('hidden')

  const all = document.createElement('input')
  const head = ticks[0]?.closest('table')?.querySelector('thead .table__select')
  const word = head?.querySelector('span')
  if (head && word && ticks.length > 0) {
    all.type = 'checkbox'
    const label = document.createElement('label')
    label.className = 'tick'
    label.append(all, word)
    head.append(label)
    all.addEventListener('change', () => {
      for (const tick of ticks) tick.checked = all.checked
      show()
    })
  }
  const show = () => {
    const chosen = ticks.filter((tick) => tick.checked).length
    count.textContent = String(chosen)
    all.checked = chosen > 0 && chosen === ticks.length
    all.indeterminate = chosen > 0 && chosen < ticks.length
  }
  for (const tick of ticks) tick.addEventListener('change', show)
  addEventListener('pageshow', show)
  show()
}
