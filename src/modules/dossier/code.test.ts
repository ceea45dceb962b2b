import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDossierCode, parseDossierCode } from './code.ts'

describe('mã hồ sơ', () => {
  test('format of TT 03/2025: agency, date of reception, number of the day', () => {
    expect(formatDossierCode('H50.15', '2026-11-20', 1)).toBe('H50.15-261120-0001')
    expect(formatDossierCode('H50.15', '2026-11-20', 12_345)).toBe('H50.15-261120-12345')
  })

  test('lessons A.2.6: 1 November and 11 January do not share a day, nor does any other pair of a century', () => {
    expect(formatDossierCode('H50', '2021-11-01', 1)).not.toBe(formatDossierCode('H50', '2021-01-11', 1))
    const days = Array.from({ length: 36_500 }, (_, day) => new Date(Date.UTC(2001, 0, 1 + day)).toISOString().slice(0, 10))
    expect(new Set(days.map((day) => formatDossierCode('H50', day, 1))).size).toBe(days.length)
  })

  test.each([
    ['H42.15-231120-0001', { agency: 'H42.15', date: '231120', sequence: 1 }],
    ['h42.15-231120-0001', { agency: 'H42.15', date: '231120', sequence: 1 }],
    ['G09.20-20260609-0092637', { agency: 'G09.20', date: '20260609', sequence: 92_637 }],
    ['000.00.15.H42-210315-0001', { agency: '000.00.15.H42', date: '210315', sequence: 1 }],
  ])('reads %s', (text, expected) => {
    expect(parseDossierCode(text)).toEqual(expected)
  })

  test.each(['', 'H42', 'H42.15-231120-001', 'H42.15-2311-0001', "H42'; drop table dossier;--", 'H42.15_231120_0001'])(
    'refuses “%s”',
    (text) => {
      expect(parseDossierCode(text)).toBeUndefined()
    },
  )

  test('what is formatted is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (sequence) => {
        expect(parseDossierCode(formatDossierCode('H50.15.02', '2026-11-20', sequence))?.sequence).toBe(sequence)
      }),
    )
  })
})
