/** Counts the ticked rows of the form while they are ticked, and offers one tick for all in the head of the table. */
export function selection(bar: HTMLElement): void {
  const form = bar.closest('form')
  const count = bar.querySelector('output')
  const ticks = [...(form?.querySelectorAll<HTMLInputElement>('tbody .table__select input') ?? [])]
  if (!form || !count) return
  bar.querySelector('.selection__count')?.removeAttribute('hidden')

  const all = document.createElement('input')
  const head = form.querySelector('thead .table__select')
  const word = head?.querySelector('span')
  if (head && word && ticks.length > 0) {
    all.type = 'checkbox'
    const label = document.createElement('label')
    label.className = 'tick'
    label.append(all, word)
    head.append(label)
    all.addEventListener('change', () => {
      for (const tick of ticks) tick.checked = all.checked
    })
  }
  const show = () => {
    const chosen = ticks.filter((tick) => tick.checked).length
    count.textContent = String(chosen)
    all.checked = chosen > 0 && chosen === ticks.length
    all.indeterminate = chosen > 0 && chosen < ticks.length
  }
  form.addEventListener('change', show)
  addEventListener('pageshow', show)
  show()
}
