import { TemplateHandler } from 'easy-template-x'
import { describe, expect, test } from 'vitest'
import { makeDocx } from '../../../tests/support/make-zip.ts'
import { checkTemplate, fillTemplate, templateFields } from './index.ts'

const LICENCE = makeDocx([
  'GIẤY PHÉP số {so_hieu}',
  'Cấp cho: {chu_ho_so}, địa chỉ {dia_chi}',
  '{#tac_pham}',
  '{ten} — {tac_gia} ({chu_ho_so})',
  '{/tac_pham}',
  '{#co_ghi_chu}',
  'Ghi chú: {ghi_chu}',
  '{/co_ghi_chu}',
])
const DATA = {
  so_hieu: '145/GP-SVHTTDL',
  chu_ho_so: 'Nguyễn Thị Hường',
  dia_chi: 'Phường Đồng Hới',
  tac_pham: [
    { ten: 'Quảng Trị yêu thương', tac_gia: 'Trần Hoàn' },
    { ten: 'Câu hò bên bờ Hiền Lương', tac_gia: 'Hoàng Hiệp' },
  ],
  co_ghi_chu: false,
}
const textOf = (docx: Uint8Array) => new TemplateHandler().getText(Buffer.from(docx))

describe('a Word template', () => {
  test('tells its fields in reading order', async () => {
    expect(await templateFields(LICENCE)).toEqual([
      'so_hieu',
      'chu_ho_so',
      'dia_chi',
      'tac_pham',
      'tac_pham.ten',
      'tac_pham.tac_gia',
      'tac_pham.chu_ho_so',
      'co_ghi_chu',
      'co_ghi_chu.ghi_chu',
    ])
  })

  test('is filled, lists repeat, and what is false is left out', async () => {
    const text = await textOf(await fillTemplate(LICENCE, DATA))
    expect(text).toContain('GIẤY PHÉP số 145/GP-SVHTTDL')
    expect(text).toContain('Câu hò bên bờ Hiền Lương — Hoàng Hiệp (Nguyễn Thị Hường)')
    expect(text.match(/—/g)).toHaveLength(2)
    expect(text).not.toContain('Ghi chú')
    expect(text).not.toContain('{')
  })

  test('is not filled with gaps: all missing fields are named, also inside lists and conditions', async () => {
    const { dia_chi: _, ...rest } = DATA
    const missing = fillTemplate(LICENCE, { ...rest, tac_pham: [{ ten: 'Không tác giả' }], co_ghi_chu: true })
    await expect(missing).rejects.toMatchObject({
      code: 'documents.template-missing-fields',
      parameters: { fields: 'dia_chi, tac_pham.tac_gia, co_ghi_chu.ghi_chu' },
    })
    await expect(fillTemplate(makeDocx(['{constructor} {toString}']), {})).rejects.toMatchObject({
      parameters: { fields: 'constructor, toString' },
    })
    await expect(fillTemplate(makeDocx(['{a}']), { a: [{ b: '1' }] })).rejects.toMatchObject({ parameters: { fields: 'a' } })
  })

  test('takes text literally: markup, braces and commands stay text', async () => {
    const hostile = '<w:p/> & "x" {dia_chi} {#tac_pham} \u0000\u0007</w:t>'
    const text = await textOf(await fillTemplate(LICENCE, { ...DATA, chu_ho_so: hostile }))
    expect(text).toContain('Cấp cho: <w:p/> & "x" {dia_chi} {#tac_pham} </w:t>, địa chỉ Phường Đồng Hới')
    const smuggled = { ...DATA, chu_ho_so: { _type: 'rawXml', xml: '<w:p/>' } }
    await expect(fillTemplate(LICENCE, smuggled)).rejects.toMatchObject({ code: 'documents.template-missing-fields' })
  })

  test('with faults is refused with the place', async () => {
    for (const paragraphs of [['Xin {ten'], ['ten} xin'], ['{#a}', 'x'], ['x', '{/a}'], ['{#a}{#b}{/a}{/b}']])
      await expect(templateFields(makeDocx(paragraphs))).rejects.toMatchObject({ code: 'documents.template-broken' })
    await expect(fillTemplate(makeDocx(['Xin {ten']), {})).rejects.toMatchObject({ code: 'documents.template-broken' })
  })

  test('with fields nobody can fill is refused when it is added', async () => {
    const known = ['so_hieu', 'chu_ho_so', 'dia_chi', 'tac_pham', 'tac_pham.ten', 'tac_pham.tac_gia', 'co_ghi_chu', 'ghi_chu']
    expect(await checkTemplate(LICENCE, known)).toHaveLength(9)
    await expect(checkTemplate(makeDocx(['{so_hieu} {so_hiệu} {la}']), known)).rejects.toMatchObject({
      code: 'documents.template-unknown-fields',
      parameters: { fields: 'so_hiệu, la' },
    })
  })
})
