import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatDate, formatMoment, instantAt, localDate, localTime } from './dates.ts'

const instant = fc.date({ min: new Date('1975-05-01'), max: new Date('2100-01-01'), noInvalidDate: true })

it('writes a moment as its local time and date', () => {
  expect(formatMoment(instantAt('2026-11-27', '17:05'))).toBe('17:05, 27/11/2026')
  fc.assert(
    fc.property(instant, (at) => {
      expect(formatMoment(at)).toBe(`${localTime(at)}, ${formatDate(at)}`)
    }),
  )
})

it('comes back to the minute it was told', () => {
  fc.assert(
    fc.property(instant, (at) => {
      expect(instantAt(localDate(at), localTime(at)).getTime()).toBe(Math.floor(at.getTime() / 60_000) * 60_000)
    }),
  )
})
