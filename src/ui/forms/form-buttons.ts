import type { FormState } from './form-state.ts'

type Values = FormState['values']

/**
 * The buttons inside a form that change the form and send nothing: add and remove in a `RepeatingGroup`, the list of communes in an
 * `AddressField`. A page calls this first; when the result is not undefined, it shows the form again with these values.
 *
 * `const again = pressFormButton(body); if (again) return render(blankForm(again))`
 */
export function pressFormButton(values: Values): Values | undefined {
  const { _add: add, _remove: remove, _refresh: refresh, ...rest } = values
  if (typeof add === 'string') return { ...rest, [`${add}.count`]: String(itemCount(rest, add) + 1) }
  if (typeof remove === 'string') return withoutItem(rest, remove)
  if (typeof refresh === 'string') return { ...rest, [`${refresh}.commune`]: undefined }
  return undefined
}

/** How many items of a repeating group the form shows; at least `least`. */
export function itemCount(values: Values, name: string, least = 1): number {
  const asked = Number(values[`${name}.count`] ?? 0)
  const filled = Object.keys(values).flatMap((key) =>
    key.startsWith(`${name}.`) ? [Number(key.slice(name.length + 1).split('.')[0]) + 1] : [],
  )
  return Math.min(Math.max(least, Number.isInteger(asked) ? asked : 0, ...filled.filter(Number.isInteger)), MOST_ITEMS)
}

/** `item` is `people.1`: it goes, and those after it move up. */
function withoutItem(values: Values, item: string): Values {
  const cut = item.lastIndexOf('.')
  const name = item.slice(0, cut)
  const gone = Number(item.slice(cut + 1))
  const kept: Values = {}
  for (const [key, value] of Object.entries(values)) {
    const [index, ...path] = key.startsWith(`${name}.`) ? key.slice(name.length + 1).split('.') : []
    if (index === undefined || !/^\d+$/.test(index)) kept[key] = value
    else if (Number(index) < gone) kept[key] = value
    else if (Number(index) > gone) kept[[name, Number(index) - 1, ...path].join('.')] = value
  }
  return { ...kept, [`${name}.count`]: String(Math.max(0, itemCount(values, name, 0) - 1)) }
}

/** No form of ours lists more; a made-up count must not make the server draw a page without end. */
const MOST_ITEMS = 200
