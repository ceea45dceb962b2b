import fc from 'fast-check'
import pg from 'pg'
import { expect, it } from 'vitest'
import { parseInstant } from './instants.ts'

const driversOwn: (text: string) => Date = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text')
const pad = (value: number, length = 2) => String(value).padStart(length, '0')

it('reads what the driver reads', () => {
  const fraction = fc.oneof(fc.constant(''), fc.stringMatching(/^\.[0-9]{1,6}$/))
  const zone = fc.oneof(
    fc.integer({ min: 0, max: 14 }).map((hours) => `+${pad(hours)}`),
    fc.constantFrom('-03', '+05:30', '-00:44:30'),
  )
  const moment = fc.date({ min: new Date('1900-01-01'), max: new Date('9998-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, fraction, zone, (at, rest, offset) => {
      const [day, time] = at.toISOString().split(/[T.]/)
      const text = `${day} ${time}${rest}${offset}`
      expect(parseInstant(text).getTime()).toBe(Math.floor(driversOwn(text).getTime()))
    }),
  )
})

it.each(['infinity', '-infinity', '0044-03-15 12:00:00+00 BC', '12026-01-01 00:00:00+00'])('leaves %s to the driver', (text) => {
  expect(parseInstant(text)).toEqual(driversOwn(text))
})
