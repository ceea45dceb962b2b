import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cited } from './facts.ts'
import { signingTitle } from './issue-document.ts'
import { type Question, valuesOf } from './questions.ts'

describe('answers', () => {
  const questions: Question[] = [
    { name: 'ten', label: 'Tên', kind: 'text' },
    { name: 'mo_ta', label: 'Mô tả', kind: 'paragraph' },
    { name: 'ngay', label: 'Ngày', kind: 'date' },
    { name: 'ds', label: 'Danh sách', kind: 'lines' },
    { name: 'duoc', label: 'Được phép', kind: 'yes-no' },
  ]
  const typed = { ten: ' A ', mo_ta: 'một\r\nhai', ngay: '2026-02-05', ds: 'x\n\n y ', duoc: 'on' }

  test('become what the template takes', () => {
    expect(valuesOf(questions, typed)).toEqual({
      ten: 'A',
      mo_ta: 'một\nhai',
      ngay: 'ngày 05 tháng 02 năm 2026',
      ds: [
        { stt: 1, dong: 'x' },
        { stt: 2, dong: 'y' },
      ],
      duoc: true,
    })
    expect(valuesOf(questions, { ...typed, duoc: '' })).toMatchObject({ duoc: false })
  })

  test('that are missing or wrong are told all at once', () => {
    const wrong = () => valuesOf(questions, { ten: 'a\nb', mo_ta: 'x'.repeat(5_001), ngay: '2026-02-30', ds: ' \n ' })
    expect(wrong).toThrow(expect.objectContaining({ code: 'input.invalid' }))
    try {
      wrong()
    } catch (error) {
      expect(Object.keys((error as { fields: object }).fields)).toEqual(['answers.ten', 'answers.mo_ta', 'answers.ngay', 'answers.ds'])
    }
  })

  test('nobody asked for are not taken along', () => {
    expect(Object.keys(valuesOf(questions, { ...typed, so_ky_hieu: '999/GIA', nguoi_ky: 'Ai đó' }))).toEqual(
      questions.map(({ name }) => name),
    )
  })

  test('a list keeps every line that holds something, numbered from 1', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1, maxLength: 20 }).map((line) => line.replace(/[\r\n]/g, '.')),
          { maxLength: 50 },
        ),
        (lines) => {
          const kept = lines.map((line) => line.trim()).filter(Boolean)
          fc.pre(kept.length > 0)
          const { ds } = valuesOf([questions[3] as Question], { ds: lines.join('\n') })
          expect(ds).toEqual(kept.map((dong, index) => ({ stt: index + 1, dong })))
        },
      ),
    )
  })
})

describe('the signer’s authority (NĐ 30/2020, annex I)', () => {
  test.each([
    ['GIÁM ĐỐC', 'Giám đốc', 'GIÁM ĐỐC'],
    ['CHỦ TỊCH', 'Chủ tịch Ủy ban nhân dân', 'CHỦ TỊCH'],
    ['GIÁM ĐỐC', 'Phó Giám đốc', 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC'],
    ['CHỦ TỊCH', 'Phó Chủ tịch Ủy ban nhân dân', 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH'],
    ['TRƯỞNG BAN', 'Phó trưởng cơ quan', 'KT. TRƯỞNG BAN\nPHÓ TRƯỞNG CƠ QUAN'],
    ['GIÁM ĐỐC', 'Trưởng phòng', 'TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG'],
    ['GIÁM ĐỐC', null, 'GIÁM ĐỐC'],
    [null, 'Giám đốc', 'GIÁM ĐỐC'],
    [null, null, undefined],
  ])('head %s, signed by %s', (head, position, title) => {
    expect(signingTitle(head, position)).toBe(title)
  })
})

test('a legal basis is cited with its number where the law has it', () => {
  expect(cited({ number: '113/2013/NĐ-CP', title: 'Nghị định về hoạt động mỹ thuật' })).toBe(
    'Nghị định số 113/2013/NĐ-CP về hoạt động mỹ thuật',
  )
  expect(cited({ number: '77/2006/QH11', title: 'Luật Thể dục, thể thao' })).toBe('Luật Thể dục, thể thao số 77/2006/QH11')
  expect(cited({ number: null, title: 'Hiến pháp' })).toBe('Hiến pháp')
  expect(cited({ number: '1/2026/TT-TN', title: null })).toBe('Văn bản số 1/2026/TT-TN')
})
