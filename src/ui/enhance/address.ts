/** The list of communes follows the chosen province; the button that fetches it without scripts goes away. */
export function address(box: HTMLElement): void {
  const province = box.querySelector<HTMLSelectElement>('select[name$=".province"]')
  const commune = box.querySelector<HTMLSelectElement>('select[name$=".commune"]')
  const url = box.dataset.url
  if (!province || !commune || !url) return
  const button = box.querySelector<HTMLElement>('button[name=_refresh]')
  if (button) button.hidden = true
  province.addEventListener('change', () => {
    const load = async () => {
      const response = await fetch(`${url}?tinh=${encodeURIComponent(province.value)}`)
      const communes = (await response.json()) as { value: string; label: string }[]
      commune.replaceChildren(new Option(box.dataset.blank, ''), ...communes.map(({ value, label }) => new Option(label, value)))
    }
    // A dropped line: the button comes back and does it by a page.
    load().catch(() => {
      if (button) button.hidden = false
    })
  })
}
