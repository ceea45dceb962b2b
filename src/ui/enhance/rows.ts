/** A click anywhere in a row opens it, unless text is being selected or something else in the row was meant. */
export function rows(table: HTMLElement): void {
  for (const row of table.querySelectorAll<HTMLElement>('tr[data-href]')) row.classList.add('is-clickable')
  table.addEventListener('click', (event) => {
    const target = event.target as HTMLElement
    const row = target.closest<HTMLElement>('tr[data-href]')
    if (!row || target.closest('a, button, input, label, select, summary') || getSelection()?.toString()) return
    if (event.ctrlKey || event.metaKey) open(row.dataset.href)
    else location.assign(row.dataset.href ?? '')
  })
}
