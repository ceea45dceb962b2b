/**
 * VNodes to HTML text, for pages that are made once and sent: a fifth of what a renderer costs that could also bring the page to life in a browser
 * (docs/decisions/0007-rendering.md). Components are functions of their props; what stands above them is known by `context.ts`. Text and attributes are escaped here and
 * nowhere else.
 */
import { type ComponentChildren, Fragment, type VNode } from 'preact'
import { isProvider, provide } from './context.ts'

export function renderHtml(node: ComponentChildren): string {
  if (typeof node === 'string') return escaped(node)
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (node === null || typeof node !== 'object') return ''
  if (Array.isArray(node)) {
    let html = ''
    for (const child of node) html += renderHtml(child)
    return html
  }
  const { type, props } = node as VNode<Props>
  if (typeof type === 'string') return element(type, props)
  if (type === Fragment) return renderHtml(props.children)
  if (isProvider(type)) return provide(type, props.value, () => renderHtml(props.children))
  return renderHtml((type as (props: Props) => ComponentChildren)(props))
}

function element(type: string, props: Props): string {
  let html = `<${type}`
  for (const name in props) {
    if (name === 'children' || name === 'dangerouslySetInnerHTML') continue
    const value = props[name]
    if (value === undefined || value === null) continue
    if (typeof value === 'boolean') {
      // aria-… and data-… say true and false in words, and so do two of HTML's own; others are there or not.
      if (name[4] === '-' || WORDED.has(name)) html += ` ${name}="${value}"`
      else if (value) html += ` ${attribute(name)}`
    } else if (value === '') html += ` ${attribute(name)}`
    else html += ` ${attribute(name)}="${typeof value === 'string' ? escaped(value) : value}"`
  }
  if (VOID.has(type)) return `${html}/>`
  const { children, dangerouslySetInnerHTML: raw } = props
  return `${html}>${raw ? raw.__html : renderHtml(children)}</${type}>`
}

/** `tabIndex` → `tabindex`; in HTML capitals mean nothing, only drawings have names with them. */
function attribute(name: string): string {
  const known = attributes.get(name)
  if (known !== undefined) return known
  const written = DRAWN.has(name) ? name : name.toLowerCase()
  attributes.set(name, written)
  return written
}

const attributes = new Map<string, string>()
const DRAWN = new Set(['viewBox', 'preserveAspectRatio', 'pathLength'])
const WORDED = new Set(['spellcheck', 'draggable'])
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

const SPECIAL = /["&<]/
const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(/["&<]/g, (letter) => ENTITIES[letter] ?? letter) : text)
const ENTITIES: Record<string, string> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }

interface Props {
  children?: ComponentChildren
  dangerouslySetInnerHTML?: { __html: string }
  [name: string]: unknown
}
