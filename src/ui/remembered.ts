import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

type Drawn = ReturnType<typeof raw>

/** Some 10 MB of rows: the work lists of a house. */
const KEPT = 8_000
const kept = new Map<string, Drawn>()

/** What was drawn for this key before, or is drawn now. The key says all that is shown, so what is kept can never be out of date; the oldest goes first. */
export function remembered(key: string, draw: () => Child): Drawn {
  const known = kept.get(key)
  if (known !== undefined) return known
  const [oldest] = kept.size < KEPT ? [] : kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
  const drawn = raw(String(draw()))
  kept.set(key, drawn)
  return drawn
}
