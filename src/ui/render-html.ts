/**
 * VNodes to HTML, for pages that are made once and sent: a fraction of what a renderer costs that could also bring the page to life in a browser
 * (docs/decisions/0007-rendering.md). Components are functions of their props; what stands above them is known by `context.ts`. Text and attributes are escaped here and
 * nowhere else.
 *
 * The text is gathered in one string that is turned into bytes now and then: a page is thousands of small strings, and to join them all at the end costs more than to make them.
 */
import { type ComponentChildren, Fragment, h, type VNode } from 'preact'
import { isProvider, provide } from './context.ts'

/** UTF-8, ready to be sent. A component cannot call it: one page is rendered at a time. */
export function renderBytes(node: ComponentChildren): Buffer {
  if (isRendering) throw new Error('A page is being rendered')
  isRendering = true
  try {
    render(node)
    flush()
    return Buffer.from(bytes.subarray(0, length))
  } finally {
    text = ''
    length = 0
    isRendering = false
  }
}

export const renderHtml = (node: ComponentChildren): string => renderBytes(node).toString()

/** What is the same on every page, rendered once: it must not depend on language or form. Text is taken for HTML as it is. */
export const drawn = (what: VNode | string): VNode => h(Drawn, { html: typeof what === 'string' ? what : renderHtml(what) }) as VNode

const Drawn = (_: { html: string }) => null

const FIRST_SIZE = 256 * 1024
const GATHERED = 1_000
/** A UTF-16 unit is at most three bytes of UTF-8. */
const LONGEST = 3

let isRendering = false
let text = ''
let bytes = Buffer.allocUnsafeSlow(FIRST_SIZE)
let length = 0

function flush(): void {
  const most = length + text.length * LONGEST
  if (most > bytes.length) {
    const larger = Buffer.allocUnsafeSlow(most * 2)
    bytes.copy(larger, 0, 0, length)
    bytes = larger
  }
  length += bytes.write(text, length)
  text = ''
}

function render(node: ComponentChildren): void {
  if (typeof node === 'string') {
    text += escaped(node)
    return
  }
  if (typeof node === 'number' || typeof node === 'bigint') text += node
  if (node === null || typeof node !== 'object') return
  if (Array.isArray(node)) {
    for (const child of node) render(child)
    return
  }
  const { type, props } = node as VNode<Props>
  if (typeof type === 'string') element(type, props)
  else if (type === Fragment) render(props.children)
  else if (type === Drawn) text += props.html
  else if (isProvider(type)) provide(type, props.value, () => render(props.children))
  else render((type as (props: Props) => ComponentChildren)(props))
}

function element(type: string, props: Props): void {
  const tag = tags.get(type) ?? newTag(type)
  text += tag.start
  for (const name in props) if (name !== 'children' && name !== 'dangerouslySetInnerHTML') attribute(name, props[name])
  if (tag.isVoid) {
    text += '/>'
    return
  }
  text += '>'
  const { children, dangerouslySetInnerHTML: raw } = props
  if (raw) text += raw.__html
  else if (children !== undefined) render(children)
  text += tag.end
  if (text.length > GATHERED) flush()
}

function attribute(name: string, value: unknown): void {
  if (value === undefined || value === null) return
  const written = attributes.get(name) ?? newAttribute(name)
  if (typeof value === 'string' && value !== '') {
    text += written.start
    text += escaped(value)
    text += '"'
  } else if (typeof value === 'number' || (typeof value === 'boolean' && written.isWorded)) text += `${written.start}${value}"`
  else if (value !== false) text += written.bare
}

function newTag(type: string): Tag {
  const tag = { start: `<${type}`, end: `</${type}>`, isVoid: VOID.has(type) }
  tags.set(type, tag)
  return tag
}

/** `tabIndex` → `tabindex`: in HTML capitals mean nothing, only drawings have names with them. */
function newAttribute(name: string): Attribute {
  const written = DRAWING.has(name) ? name : name.toLowerCase()
  // aria-… and data-… say true and false in words, and so do two of HTML's own; other attributes are there or not.
  const attribute = { start: ` ${written}="`, bare: ` ${written}`, isWorded: name[4] === '-' || WORDED.has(name) }
  attributes.set(name, attribute)
  return attribute
}

const tags = new Map<string, Tag>()
const attributes = new Map<string, Attribute>()
const DRAWING = new Set(['viewBox', 'preserveAspectRatio', 'pathLength'])
const WORDED = new Set(['spellcheck', 'draggable'])
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

const SPECIAL = /["&<]/
const escaped = (plain: string): string => (SPECIAL.test(plain) ? plain.replace(/["&<]/g, (letter) => ENTITIES[letter] ?? letter) : plain)
const ENTITIES: Record<string, string> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }

interface Tag {
  start: string
  end: string
  isVoid: boolean
}

interface Attribute {
  start: string
  bare: string
  isWorded: boolean
}

interface Props {
  children?: ComponentChildren
  dangerouslySetInnerHTML?: { __html: string }
  [name: string]: unknown
}
