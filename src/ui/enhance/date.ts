/** The browser's calendar beside a date of three boxes: what is picked there is written into them. */
export function date(box: HTMLElement): void {
  const pick = box.querySelector<HTMLElement>('.date__pick')
  const calendar = pick?.querySelector<HTMLInputElement>('input')
  const parts = ['year', 'month', 'day'].map((part) => box.querySelector<HTMLInputElement>(`.date__${part}`))
  if (!pick || !calendar?.showPicker) return
  pick.hidden = false
  pick.querySelector('button')?.addEventListener('click', () => {
    const typed = parts.map((part, index) => part?.value.padStart(index === 0 ? 4 : 2, '0')).join('-')
    calendar.value = typed
    calendar.showPicker()
  })
  calendar.addEventListener('change', () => {
    for (const [index, value] of calendar.value.split('-').entries()) {
      const part = parts[index]
      if (part) part.value = value
    }
    parts[2]?.focus()
  })
}
