/**
 * Whether a list of national codes could have been reported of one dossier. It is, when some life by the table of transitions shows these codes in this order: so a
 * reported 1 → 5 → 4 is found out (nobody received it), and a withdrawal that was declined must go back to the code it came from.
 */
import { move, NOWHERE, type Position } from './allowed.ts'
import { nationalCodeOf } from './life-states.ts'
import { TRANSITIONS } from './table.ts'

/** Codes in the order they were reported; a code reported twice in a row is the same report. The empty list is one: nothing was reported yet. */
export function isNationalSequence(codes: readonly number[]): boolean {
  let places = closure([NOWHERE], undefined)
  let last: number | undefined
  for (const code of codes) {
    if (code === last) continue
    last = code
    places = closure(
      places.flatMap(nextPlaces).filter((place) => codeAt(place) === code),
      code,
    )
    if (places.length === 0) return false
  }
  return true
}

/** All places that can be reached while the reported code stays as it is. */
function closure(start: readonly Position[], code: number | undefined): Position[] {
  const found = new Map<string, Position>()
  const open = [...start]
  for (let place = open.pop(); place; place = open.pop()) {
    const key = [place.state, ...place.interrupted].join()
    if (found.has(key)) continue
    found.set(key, place)
    open.push(...nextPlaces(place).filter((next) => codeAt(next) === code))
  }
  return [...found.values()]
}

const nextPlaces = (place: Position): Position[] =>
  TRANSITIONS.filter(({ from, to }) => from.includes(place.state) && to !== 'same').map((transition) => move(place, transition))

const codeAt = ({ state }: Position): number | undefined => (state === 'nothing' ? undefined : nationalCodeOf(state))
