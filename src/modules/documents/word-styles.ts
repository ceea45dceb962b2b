/** Properties of Word paragraphs and runs, with what they inherit: the document's defaults, then the style and the styles it is based on, then what stands on the spot. */
import type { XmlGeneralNode, XmlNode } from 'easy-template-x'

/** `w:sz` → its value, `w:spacing/w:before` → the attribute's; a property that only stands there is `1`. */
export type Properties = Record<string, string>

export interface Styles {
  paragraph(styleId: string | undefined): Properties
  run(paragraphStyleId: string | undefined, runStyleId: string | undefined): Properties
  hasBorders(tableStyleId: string | undefined): boolean
}

export const elements = (node: XmlNode | undefined): XmlGeneralNode[] =>
  (node?.childNodes ?? []).filter((child): child is XmlGeneralNode => child.nodeType === 'General')

export const child = (node: XmlNode | undefined, ...path: string[]): XmlGeneralNode | undefined =>
  path.reduce<XmlGeneralNode | undefined>(
    (place, name) => elements(place).find(({ nodeName }) => nodeName === name),
    node as XmlGeneralNode | undefined,
  )

export const valOf = (node: XmlNode | undefined, ...path: string[]): string | undefined => child(node, ...path)?.attributes?.['w:val']

export function propertiesOf(node: XmlNode | undefined): Properties {
  const found: Properties = {}
  for (const element of elements(node)) {
    const { nodeName, attributes = {} } = element
    found[nodeName] = attributes['w:val'] ?? '1'
    for (const [name, value] of Object.entries(attributes)) found[`${nodeName}/${name}`] = value
    if (nodeName === 'w:pBdr') found['w:pBdr/w:bottom'] = valOf(element, 'w:bottom') ?? 'none'
  }
  return found
}

/** Whether a switch (`<w:b/>`, `<w:b w:val="0"/>`) is on. */
export const isOn = (properties: Properties, name: string): boolean => !OFF.includes(properties[name] ?? 'none')
const OFF = ['0', 'false', 'off', 'none', 'nil']

/** `root`: of `word/styles.xml`; a file without it has Word's own defaults. */
export function readStyles(root: XmlNode | undefined): Styles {
  const styles = new Map<string, XmlGeneralNode>()
  let usual: string | undefined
  for (const style of elements(root)) {
    const id = style.nodeName === 'w:style' ? style.attributes?.['w:styleId'] : undefined
    if (!id) continue
    styles.set(id, style)
    if (style.attributes?.['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') usual = id
  }
  const defaults = (kind: 'w:pPr' | 'w:rPr') => propertiesOf(child(root, 'w:docDefaults', `${kind}Default`, kind))

  /** The root of the family first. */
  function family(id: string | undefined): XmlGeneralNode[] {
    const found: XmlGeneralNode[] = []
    for (let style = styles.get(id ?? ''); style && !found.includes(style); style = styles.get(valOf(style, 'w:basedOn') ?? ''))
      found.unshift(style)
    return found
  }
  const inherited = (id: string | undefined, kind: 'w:pPr' | 'w:rPr') => family(id).map((style) => propertiesOf(child(style, kind)))

  return {
    paragraph: (styleId) => Object.assign({}, defaults('w:pPr'), ...inherited(styleId ?? usual, 'w:pPr')),
    run: (paragraphStyleId, runStyleId) =>
      Object.assign({}, defaults('w:rPr'), ...inherited(paragraphStyleId ?? usual, 'w:rPr'), ...inherited(runStyleId, 'w:rPr')),
    hasBorders: (tableStyleId) => family(tableStyleId).some((style) => hasBorderLines(child(style, 'w:tblPr', 'w:tblBorders'))),
  }
}

export const hasBorderLines = (borders: XmlNode | undefined): boolean =>
  elements(borders).some(({ attributes }) => !OFF.includes(attributes?.['w:val'] ?? 'none'))
