import type { Child } from 'hono/jsx'
import { renderPage } from './render-page.ts'

/** All that a page shows and for whom it is made, each as it is compared: text, numbers, yes or no. */
export type Facts = readonly (string | number | boolean | null | undefined)[]

/** Some 30 MB: the work lists of a house. */
const KEPT = 300
const kept = new Map<string, { facts: Facts; body: Buffer }>()

/**
 * The page that was made at this place before, if it showed the same facts, or the one that is made now. The facts are compared in full at each request, so what is sent is never
 * out of date and never another's; the place (whose page, at which address) only says what a newer page takes the room of. What was not asked for the longest goes first.
 */
export function rememberedPage(place: string, facts: Facts, draw: () => Child): Buffer {
  const known = kept.get(place)
  kept.delete(place)
  const page = known && isSame(known.facts, facts) ? known : { facts, body: Buffer.from(renderPage(draw())) }
  kept.set(place, page)
  const [oldest] = kept.size > KEPT ? kept.keys() : []
  if (oldest !== undefined) kept.delete(oldest)
  return page.body
}

const isSame = (one: Facts, other: Facts): boolean =>
  one.length === other.length && one.every((fact, index) => Object.is(fact, other[index]))
