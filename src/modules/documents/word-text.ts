/**
 * What a Word document says and how it is laid out, as far as administrative documents need it (NĐ 30/2020/NĐ-CP, annex I): paragraphs, emphasis, tables. The PDF
 * of a result is set from it, so Word file and PDF say the same; what the PDF could not show is refused when the template is added, never left out silently.
 */
import {
  MalformedFileError,
  RelType,
  TemplateHandler,
  UnidentifiedFileTypeError,
  UnsupportedFileTypeError,
  type XmlGeneralNode,
  type XmlNode,
} from 'easy-template-x'
import { documentErrors } from './errors.ts'
import { child, elements, hasBorderLines, isOn, type Properties, propertiesOf, readStyles, type Styles, valOf } from './word-styles.ts'

/** Lengths are in points. */
export interface WordText {
  page: { width: number; height: number; top: number; right: number; bottom: number; left: number }
  blocks: WordBlock[]
}

export type WordBlock = WordParagraph | WordTable

export interface WordParagraph {
  kind: 'paragraph'
  align: 'left' | 'center' | 'right' | 'justify'
  left: number
  right: number
  /** Negative: the other lines stand further in. */
  firstLine: number
  before: number
  after: number
  /** Times the font's own line height; or `points` exactly. */
  lines: number
  points: number | null
  size: number
  startsPage: boolean
  keepsNext: boolean
  /** A line below, as under the national motto. */
  hasRule: boolean
  runs: WordRun[]
}

export interface WordRun {
  /** A line break is `\n`, a tab `\t`. */
  text: string
  size: number
  isBold: boolean
  isItalic: boolean
  isUnderlined: boolean
  place: 'line' | 'above' | 'below'
}

export interface WordTable {
  kind: 'table'
  columns: number[]
  hasBorders: boolean
  rows: { isWhole: boolean; cells: { columns: number; rows: number; blocks: WordBlock[] }[] }[]
}

/** @throws AppError `documents.template-broken`, `documents.template-unprintable` */
export async function readWordText(docx: Uint8Array): Promise<WordText> {
  const [main, styles, heads] = await parts(docx)
  const reading: Reading = {
    styles: readStyles(styles),
    unprintable: new Set(heads.some((text) => /\p{L}/u.test(text)) ? ['margins'] : []),
  }
  const body = child(main, 'w:body')
  const section = child(body, 'w:sectPr')
  if (Number(child(section, 'w:cols')?.attributes?.['w:num'] ?? 1) > 1) reading.unprintable.add('columns')
  const page = pageOf(section)
  const blocks = blocksOf(body, reading, page.width - page.left - page.right)
  if (reading.unprintable.size > 0)
    documentErrors.fail('documents.template-unprintable', {
      parameters: { parts: [...reading.unprintable].map((part) => UNPRINTABLE[part]).join(', ') },
    })
  return { page, blocks }
}

interface Reading {
  styles: Styles
  unprintable: Set<Unprintable>
}

type Unprintable = keyof typeof UNPRINTABLE

const UNPRINTABLE = {
  picture: 'hình ảnh hoặc hình vẽ',
  numbering: 'đánh số hoặc gạch đầu dòng tự động (hãy gõ số, dấu gạch)',
  field: 'trường tự động của Word (số trang, ngày…)',
  note: 'chú thích cuối trang',
  symbol: 'ký hiệu đặc biệt chèn từ bảng ký hiệu',
  revision: 'sửa đổi chưa chấp nhận (Track Changes)',
  formula: 'công thức',
  margins: 'chữ ở đầu trang hoặc chân trang',
  columns: 'văn bản chia cột',
  sections: 'nhiều phần trang khác nhau (Section)',
}

const STYLES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'

async function parts(docx: Uint8Array): Promise<[XmlNode, XmlNode | undefined, string[]]> {
  const handler = new TemplateHandler()
  const file = Buffer.from(docx)
  try {
    const main = await handler.getXml(file)
    const styles: XmlNode | null = await handler.getXml(file, STYLES)
    return [main, styles ?? undefined, [await handler.getText(file, RelType.Header), await handler.getText(file, RelType.Footer)]]
  } catch (error) {
    if ([MalformedFileError, UnidentifiedFileTypeError, UnsupportedFileTypeError].some((kind) => error instanceof kind))
      return documentErrors.fail('documents.template-broken', { parameters: { reason: (error as Error).message } })
    throw error
  }
}

const TWIPS = 20
const points = (twips: string | undefined, otherwise = 0): number => (twips === undefined ? otherwise : Number(twips) / TWIPS || 0)

/** A4 with the margins of annex I where the file does not say. */
function pageOf(section: XmlNode | undefined): WordText['page'] {
  const size = child(section, 'w:pgSz')?.attributes ?? {}
  const margins = child(section, 'w:pgMar')?.attributes ?? {}
  return {
    width: points(size['w:w'], 595.3),
    height: points(size['w:h'], 841.9),
    top: points(margins['w:top'], 56.7),
    right: points(margins['w:right'], 42.5),
    bottom: points(margins['w:bottom'], 56.7),
    left: points(margins['w:left'], 85),
  }
}

/** Parts that only stand around others. */
const WRAPPERS = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:hyperlink']

function blocksOf(parent: XmlNode | undefined, reading: Reading, width: number): WordBlock[] {
  return elements(parent).flatMap((node): WordBlock[] => {
    if (node.nodeName === 'w:p') return [paragraphOf(node, reading)]
    if (node.nodeName === 'w:tbl') return [tableOf(node, reading, width)]
    if (WRAPPERS.includes(node.nodeName)) return blocksOf(node, reading, width)
    judge(node, reading)
    return []
  })
}

function paragraphOf(node: XmlGeneralNode, reading: Reading): WordParagraph {
  const own = child(node, 'w:pPr')
  const styleId = valOf(own, 'w:pStyle')
  const known = { ...reading.styles.paragraph(styleId), ...propertiesOf(own) }
  if ('w:numPr' in known && valOf(own, 'w:numPr', 'w:numId') !== '0') reading.unprintable.add('numbering')
  if ('w:sectPr' in known) reading.unprintable.add('sections')
  const mark = { ...reading.styles.run(styleId, undefined), ...propertiesOf(child(own, 'w:rPr')) }
  const runs = runsOf(node, styleId, reading)
  const hanging = points(known['w:ind/w:hanging'])
  const isExact = known['w:spacing/w:lineRule'] !== undefined && known['w:spacing/w:lineRule'] !== 'auto'
  const line = known['w:spacing/w:line']
  return {
    kind: 'paragraph',
    align: ALIGN[known['w:jc'] ?? ''] ?? 'left',
    left: points(known['w:ind/w:left'] ?? known['w:ind/w:start']),
    right: points(known['w:ind/w:right'] ?? known['w:ind/w:end']),
    firstLine: hanging > 0 ? -hanging : points(known['w:ind/w:firstLine']),
    before: points(known['w:spacing/w:before']),
    after: points(known['w:spacing/w:after']),
    lines: line === undefined || isExact ? 1 : Number(line) / 240 || 1,
    points: isExact ? points(line) : null,
    size: Math.max(0, ...runs.map(({ size }) => size)) || sizeOf(mark),
    startsPage: isOn(known, 'w:pageBreakBefore'),
    keepsNext: isOn(known, 'w:keepNext'),
    hasRule: isOn(known, 'w:pBdr/w:bottom'),
    runs,
  }
}

const ALIGN: Record<string, WordParagraph['align']> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

/** Word's own size where nobody says another. */
const sizeOf = (properties: Properties): number => Number(properties['w:sz'] ?? 20) / 2 || 10

function runsOf(parent: XmlGeneralNode, styleId: string | undefined, reading: Reading): WordRun[] {
  return elements(parent).flatMap((node): WordRun[] => {
    if (WRAPPERS.includes(node.nodeName)) return runsOf(node, styleId, reading)
    if (node.nodeName !== 'w:r') {
      judge(node, reading)
      return []
    }
    const own = child(node, 'w:rPr')
    const known = { ...reading.styles.run(styleId, valOf(own, 'w:rStyle')), ...propertiesOf(own) }
    const text = isOn(known, 'w:vanish') ? '' : textOf(node, reading)
    if (text === '') return []
    return [
      {
        text: isOn(known, 'w:caps') ? text.toLocaleUpperCase('vi') : text,
        size: sizeOf(known),
        isBold: isOn(known, 'w:b'),
        isItalic: isOn(known, 'w:i'),
        isUnderlined: isOn(known, 'w:u'),
        place: known['w:vertAlign'] === 'superscript' ? 'above' : known['w:vertAlign'] === 'subscript' ? 'below' : 'line',
      },
    ]
  })
}

const LETTERS: Record<string, string> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

function textOf(run: XmlGeneralNode, reading: Reading): string {
  return elements(run)
    .map((node) => {
      if (node.nodeName === 'w:t') return (node.childNodes ?? []).map((text) => (text.nodeType === 'Text' ? text.textContent : '')).join('')
      judge(node, reading)
      return LETTERS[node.nodeName] ?? ''
    })
    .join('')
}

const KINDS: Record<string, Unprintable> = {
  'w:drawing': 'picture',
  'w:pict': 'picture',
  'w:object': 'picture',
  'mc:AlternateContent': 'picture',
  'w:fldChar': 'field',
  'w:fldSimple': 'field',
  'w:instrText': 'field',
  'w:footnoteReference': 'note',
  'w:endnoteReference': 'note',
  'w:sym': 'symbol',
  'w:ins': 'revision',
  'w:del': 'revision',
  'w:moveFrom': 'revision',
  'w:moveTo': 'revision',
  'm:oMath': 'formula',
  'm:oMathPara': 'formula',
}

function judge({ nodeName }: XmlGeneralNode, { unprintable }: Reading): void {
  const kind = KINDS[nodeName]
  if (kind) unprintable.add(kind)
}

function tableOf(node: XmlGeneralNode, reading: Reading, width: number): WordTable {
  const columns = elements(child(node, 'w:tblGrid')).map((column) => points(column.attributes?.['w:w']))
  const total = columns.reduce((sum, column) => sum + column, 0)
  const scale = total > width ? width / total : 1
  const own = child(node, 'w:tblPr')
  const rows = elements(node).filter(({ nodeName }) => nodeName === 'w:tr')
  /** The cell above that goes on in a column, where one does. */
  const above: (WordTable['rows'][number]['cells'][number] | undefined)[] = []
  return {
    kind: 'table',
    columns: columns.map((column) => column * scale),
    hasBorders: hasBorderLines(child(own, 'w:tblBorders')) || reading.styles.hasBorders(valOf(own, 'w:tblStyle')),
    rows: rows.map((row) => {
      let column = 0
      const cells: WordTable['rows'][number]['cells'] = []
      for (const cell of elements(row).filter(({ nodeName }) => nodeName === 'w:tc')) {
        const known = propertiesOf(child(cell, 'w:tcPr'))
        const span = Number(known['w:gridSpan'] ?? 1) || 1
        const merge = known['w:vMerge']
        const begun = above[column]
        if (merge !== undefined && merge !== 'restart' && begun) begun.rows++
        else {
          const made = { columns: span, rows: 1, blocks: blocksOf(cell, reading, width) }
          cells.push(made)
          above[column] = merge === 'restart' ? made : undefined
        }
        column += span
      }
      return { isWhole: isOn(propertiesOf(child(row, 'w:trPr')), 'w:cantSplit'), cells }
    }),
  }
}
