/** A place for files: they can be dragged in, and those chosen are listed with what is wrong with them before anything is sent. */
export function files(box: HTMLElement): void {
  const input = box.querySelector<HTMLInputElement>('input[type=file]')
  const list = box.querySelector<HTMLElement>('.drop__chosen')
  if (!input || !list) return
  box.querySelector('.drop__word')?.removeAttribute('hidden')
  box.classList.add('is-ready')

  const show = () => {
    const chosen = [...(input.files ?? [])]
    list.hidden = chosen.length === 0
    list.replaceChildren(...chosen.map((file) => line(file, wrongWith(file))))
  }
  const wrongWith = (file: File): string | undefined => {
    if (file.size > Number(box.dataset.max)) return box.dataset.tooLarge
    const kinds = input.accept.split(',')
    return kinds.some((kind) => file.type === kind || file.name.toLowerCase().endsWith(kind)) ? undefined : box.dataset.wrongKind
  }
  input.addEventListener('change', show)

  for (const kind of ['dragenter', 'dragover'] as const) {
    box.addEventListener(kind, (event) => {
      event.preventDefault()
      box.classList.add('is-over')
    })
  }
  for (const kind of ['dragleave', 'drop'] as const) box.addEventListener(kind, () => box.classList.remove('is-over'))
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    const dropped = [...(event.dataTransfer?.files ?? [])]
    if (dropped.length === 0 || input.disabled) return
    const transfer = new DataTransfer()
    for (const file of input.multiple ? [...(input.files ?? []), ...dropped] : dropped.slice(0, 1)) transfer.items.add(file)
    input.files = transfer.files
    show()
  })
}

function line(file: File, wrong: string | undefined): HTMLElement {
  const item = document.createElement('li')
  item.className = 'files__item'
  item.append(text('files__name', file.name), text('files__size', size(file.size)))
  if (wrong) item.append(text('files__wrong', wrong))
  return item
}

function text(name: string, words: string): HTMLElement {
  const element = document.createElement('span')
  element.className = name
  element.textContent = words
  return element
}

const size = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 2 ** 20).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`
