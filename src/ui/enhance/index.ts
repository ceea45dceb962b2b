import { address } from './address.ts'
import { confirm } from './confirm.ts'
import { date } from './date.ts'
import { dialog } from './dialog.ts'
import { files } from './files.ts'
import { filter } from './filter.ts'
import { keyboard } from './keyboard.ts'
import { once } from './once.ts'
import { print } from './print.ts'
import { rows } from './rows.ts'
import { selection } from './selection.ts'
import { upload } from './upload.ts'

/** Entry of all enhancements: an element names what it wants in `data-enhance`, and a page is right without any of it. */
const ENHANCEMENTS: Record<string, (element: HTMLElement, enhanceAgain: (root: ParentNode) => void) => void> = {
  address,
  confirm,
  date,
  dialog,
  files,
  filter,
  once,
  print,
  rows,
  selection,
  upload,
}

function enhance(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-enhance]')) {
    for (const name of (element.dataset.enhance ?? '').split(' ')) ENHANCEMENTS[name]?.(element, enhance)
  }
}

enhance(document)
if (document.body.dataset.enhance === 'keyboard') keyboard()
