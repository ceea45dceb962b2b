import { describe, expect, test } from 'vitest'
import { docxParts, makeZip } from '../../../tests/support/make-zip.ts'
import { readWordText, type WordParagraph, type WordTable } from './index.ts'

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function wordFile(body: string, { styles, header }: { styles?: string; header?: string } = {}): Buffer {
  const others = {
    ...(styles && { styles: `<w:styles ${NAMESPACE}>${styles}</w:styles>` }),
    ...(header && { header: `<w:hdr ${NAMESPACE}>${header}</w:hdr>` }),
  }
  const names = Object.keys(others)
  return makeZip([
    ...docxParts([]).map((part) =>
      part.name === 'word/document.xml' ? { ...part, content: `<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>` } : part,
    ),
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}">${names.map((name) => `<Relationship Id="${name}" Type="${KINDS}/${name}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    },
    ...Object.entries(others).map(([name, content]) => ({ name: `word/${name}.xml`, content: String(content) })),
  ])
}
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const first = async (body: string, more = {}) => (await readWordText(wordFile(body, more))).blocks[0] as WordParagraph

describe('the text of a Word document', () => {
  test('keeps emphasis, breaks and place, in points', async () => {
    const paragraph = await first(
      `<w:p><w:pPr><w:jc w:val="both"/><w:ind w:left="200" w:firstLine="720"/><w:spacing w:before="120" w:after="60" w:line="360" w:lineRule="auto"/></w:pPr>
       ${run('Điều 1. ', '<w:b/><w:sz w:val="28"/>')}${run('nghiêng', '<w:i/><w:u w:val="single"/>')}<w:r><w:t>m</w:t><w:br/><w:t>n</w:t></w:r>${run('2', '<w:vertAlign w:val="superscript"/>')}</w:p>`,
    )
    expect(paragraph).toMatchObject({ align: 'justify', left: 10, firstLine: 36, before: 6, after: 3, lines: 1.5, points: null, size: 14 })
    expect(paragraph.runs.map(({ text, isBold, isItalic, isUnderlined, place }) => [text, isBold, isItalic, isUnderlined, place])).toEqual([
      ['Điều 1. ', true, false, false, 'line'],
      ['nghiêng', false, true, true, 'line'],
      ['m\nn', false, false, false, 'line'],
      ['2', false, false, false, 'above'],
    ])
  })

  test('inherits from the defaults and the style’s family, and a switch can be turned off again', async () => {
    const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:spacing w:after="100"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="T"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>`
    const paragraph = await first(`<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>${run('điều')}${run('x', '<w:b w:val="0"/>')}</w:p>`, {
      styles,
    })
    expect(paragraph).toMatchObject({ align: 'center', after: 5, size: 13 })
    expect(paragraph.runs).toMatchObject([
      { text: 'ĐIỀU', isBold: true, size: 13 },
      { text: 'X', isBold: false },
    ])
    expect(await first(`<w:p>${run('a')}</w:p>`, { styles })).toMatchObject({ align: 'left', after: 5 })
  })

  test('keeps tables, with merged cells, within the page', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${run(text)}</w:p></w:tc>`
    const { blocks, page } = await readWordText(
      wordFile(`<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/><w:gridCol w:w="9000"/></w:tblGrid>
        <w:tr>${cell('cao', '<w:vMerge w:val="restart"/>')}${cell('a')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('b')}</w:tr><w:tr>${cell('rộng', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`),
    )
    const table = blocks[0] as WordTable
    expect(table.hasBorders).toBe(true)
    expect(table.columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(page.width - page.left - page.right)
    expect(table.rows.map(({ cells }) => cells.map(({ columns, rows }) => [columns, rows]))).toEqual([
      [
        [1, 2],
        [1, 1],
      ],
      [[1, 1]],
      [[2, 1]],
    ])
  })

  test.each([
    ['<w:p><w:r><w:drawing/></w:r></w:p>', 'hình ảnh'],
    ['<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:p>', 'đánh số'],
    ['<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>', 'trường tự động'],
    ['<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>', 'Track Changes'],
    ['<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', 'chú thích'],
    ['<w:tbl><w:tr><w:tc><w:p><w:r><w:pict/></w:r></w:p></w:tc></w:tr></w:tbl>', 'hình ảnh'],
  ])('what a PDF would lack is refused: %s', async (body, part) => {
    await expect(readWordText(wordFile(body))).rejects.toMatchObject({
      code: 'documents.template-unprintable',
      parameters: { parts: expect.stringContaining(part) },
    })
  })

  test('words in the margins are refused, an empty header is not', async () => {
    const body = `<w:p>${run('a')}</w:p>`
    await expect(readWordText(wordFile(body, { header: `<w:p>${run('MẬT')}</w:p>` }))).rejects.toMatchObject({
      parameters: { parts: expect.stringContaining('đầu trang') },
    })
    expect((await readWordText(wordFile(body, { header: '<w:p/>' }))).blocks).toHaveLength(1)
  })

  test('what is no Word file is refused in our words', async () => {
    await expect(readWordText(Buffer.from('PK nothing'))).rejects.toMatchObject({ code: 'documents.template-broken' })
  })
})
