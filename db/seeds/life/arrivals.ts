/** When people come: by the day of the week and the hour, over the channels, on the days on which the office is open. */
import { dateOf, dayNumber, isWorking, nextWorkingMoment, weekdayOf } from '../../../src/modules/calendar/index.ts'
import { instantAt } from '../../../src/platform/text/dates.ts'
import type { Offer } from '../dossier-queries.ts'
import { type Random, randomFrom } from '../random.ts'
import type { Channel, Plan } from './plan.ts'
import type { World } from './world.ts'

export interface Arrival {
  at: Date
  offer: Offer
  channel: Channel
  ownerId: number
  /** Of everything that will be decided by chance in this dossier's life. */
  seed: number
}

/** Monday first. Online goes on at the weekend. */
const BY_WEEKDAY: Record<Channel, readonly number[]> = {
  counter: [1.35, 1.1, 1, 1, 0.85, 0, 0],
  post: [1.2, 1, 1, 1, 0.9, 0, 0],
  online: [1.2, 1.1, 1, 1, 0.95, 0.45, 0.5],
}

/** Weight of each hour of the day from midnight. */
const BY_HOUR: Record<Channel, readonly number[]> = {
  counter: [0, 0, 0, 0, 0, 0, 0, 4, 9, 10, 8, 3, 0, 3, 8, 7, 4, 0, 0, 0, 0, 0, 0, 0],
  post: [0, 0, 0, 0, 0, 0, 0, 0, 6, 8, 3, 0, 0, 0, 5, 4, 1, 0, 0, 0, 0, 0, 0, 0],
  online: [1, 0.4, 0.2, 0.1, 0.1, 0.3, 1, 3, 7, 9, 8, 5, 4, 5, 8, 8, 6, 4, 3, 4, 6, 6, 4, 2],
}

const SHARE_OF_CHANNEL: Record<Channel, number> = { online: 0.45, counter: 0.45, post: 0.1 }

const HOUR_MS = 3_600_000

/** In order of time; of two at the same moment the one that was drawn first. */
export function arrivals(world: World, { from, until, dossiers, seed, recent }: Plan): Arrival[] {
  const random = randomFrom(seed)
  const last = dayNumber(until.toISOString().slice(0, 10))
  const days = daysOf(dayNumber(from), last)
  const recentDays = recent ? daysOf(last - recent.days, last) : days
  const drawn = Array.from({ length: dossiers }, (): Arrival => {
    const offer = random.pick(world.offers)
    const channel = weighted(random, offer.channels, (each) => SHARE_OF_CHANNEL[each])
    const within = recent && random.chance(recent.share) ? recentDays : days
    const at = momentBefore(until, () => momentOf(world, random, offer, channel, within, until))
    return { at, offer, channel, ownerId: random.pick(world.parties), seed: Math.floor(random.next() * 2 ** 32) }
  })
  return drawn.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Nobody comes after the end; who was drawn so is drawn again. */
function momentBefore(until: Date, draw: () => Date): Date {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const at = draw()
    if (at < until) return at
  }
  throw new Error('Nobody can come in these days: they have no office hours')
}

const MOST_TRIES = 1_000

const daysOf = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** At a counter within the office hours of the unit; online at any hour. A day of rest is not drawn twice: people come when it is over. */
function momentOf(world: World, random: Random, offer: Offer, channel: Channel, days: readonly number[], until: Date): Date {
  const calendar = world.calendarAt(offer.receivingUnitId)
  const day = weighted(random, days, (each) => BY_WEEKDAY[channel][weekdayOf(each) - 1] ?? 0)
  const hour = weighted(random, HOURS, (each) => BY_HOUR[channel][each] ?? 0)
  const drawn = new Date(instantAt(dateOf(day)).getTime() + hour * HOUR_MS + random.between(0, 59) * 60_000)
  if (channel === 'online' || isWorking(calendar, drawn)) return drawn
  const opened = nextWorkingMoment(calendar, drawn)
  const spread = new Date(opened.getTime() + random.between(0, 170) * 60_000)
  return spread < until ? spread : opened
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

function weighted<Value>(random: Random, values: readonly Value[], weight: (value: Value) => number): Value {
  const total = values.reduce((sum, value) => sum + weight(value), 0)
  let left = random.next() * total
  for (const value of values) {
    left -= weight(value)
    if (left < 0) return value
  }
  return random.pick(values)
}
