import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPersonalId, isOldId, isPassport, readPersonalId } from './personal-id.ts'
import { formatPhone, normalisePhone } from './phone.ts'
import { checkTaxCode, taxCheckDigit } from './tax-code.ts'

const digits = (length: number) => fc.integer({ min: 0, max: 10 ** length - 1 }).map((value) => String(value).padStart(length, '0'))

describe('checkPersonalId', () => {
  it('finds nothing wrong with a number made from the birth date and sex', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.constantFrom('female', 'male'), digits(6), (year, sex, tail) => {
        const century = Math.floor((year - 1900) / 100) * 2 + (sex === 'female' ? 1 : 0)
        const number = `044${century}${String(year % 100).padStart(2, '0')}${tail}`
        expect(checkPersonalId(number, `${year}-05-19`, sex)).toEqual([])
        expect(readPersonalId(number)).toEqual({ sex, birthYear: year })
        expect(checkPersonalId(number, `${year}-05-19`, sex === 'male' ? 'female' : 'male')).toEqual(['sex'])
        expect(checkPersonalId(number, `${year + 1}-05-19`, sex)).toEqual(['year'])
      }),
    )
  })

  it.each([
    ['04420100000', ['length']],
    ['0442010000012', ['length']],
    ['04420100000a', ['length']],
    ['000201000001', ['province']],
    ['097201000001', ['province']],
    ['003201000001', ['province']],
    ['096201000001', []],
    ['001 201.000 001', []],
  ])('%s: %j', (number, warnings) => {
    expect(checkPersonalId(number)).toEqual(warnings)
  })

  it('knows the old nine digits and passports', () => {
    expect(isOldId('197 000 001')).toBe(true)
    expect(isOldId('19700000')).toBe(false)
    expect(isPassport('b1234567')).toBe(true)
    expect(isPassport('B12')).toBe(false)
  })
})

describe('checkTaxCode', () => {
  it.each(['0100109106', '0101243150'])('accepts %s, a published number', (code) => {
    expect(checkTaxCode(code)).toEqual({ code, isUnusual: false })
  })

  it('accepts every number with its own check digit, and no other last digit', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 0, max: 9 }), (nine, last) => {
        const expected = taxCheckDigit(nine)
        const { problem, isUnusual } = checkTaxCode(`${nine}${last}`)
        if (expected === 10) expect({ problem, isUnusual }).toEqual({ problem: undefined, isUnusual: true })
        else expect(problem).toBe(last === expected ? undefined : 'check-digit')
      }),
    )
  })

  it('knows dependent units and personal numbers', () => {
    expect(checkTaxCode('0100109106001')).toEqual({ code: '0100109106-001', isUnusual: false })
    expect(checkTaxCode('0100109106-001').code).toBe('0100109106-001')
    expect(checkTaxCode('0100109106-000').problem).toBe('shape')
    expect(checkTaxCode('044201000001')).toEqual({ code: '044201000001', isUnusual: false })
    expect(checkTaxCode('01001').problem).toBe('shape')
  })
})

describe('normalisePhone', () => {
  it.each([
    ['0912 345 678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['+84 (912) 345-678', '+84912345678'],
    ['0084912345678', '+84912345678'],
    ['0232 3822 222', '+842323822222'],
    ['+856 20 1234 5678', '+8562012345678'],
    ['0123456789', undefined],
    ['091234567', undefined],
    ['+84123', undefined],
    ['', undefined],
  ])('%s → %s', (typed, stored) => {
    expect(normalisePhone(typed)).toBe(stored)
  })

  it('is stable, and what is shown can be typed again', () => {
    fc.assert(
      fc.property(fc.constantFrom('3', '5', '7', '8', '9'), digits(8), (first, rest) => {
        const stored = normalisePhone(`0${first}${rest}`)
        expect(stored).toBe(`+84${first}${rest}`)
        expect(normalisePhone(stored ?? '')).toBe(stored)
        expect(normalisePhone(formatPhone(stored ?? ''))).toBe(stored)
      }),
    )
  })
})
