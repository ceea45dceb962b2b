import { median } from './load.ts'
import type { Measured } from './row.ts'

/**
 * Product and reference in turns, the first of a turn changing, so that whatever else the machine does meets both alike; the middle of the rounds counts. A round of each
 * before them warms up and is not counted. Both return the figure of one round.
 */
export async function compare(
  rounds: number,
  product: (round: number) => Promise<number>,
  reference: (round: number) => Promise<number>,
): Promise<Measured> {
  const values: number[] = []
  const references: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const turns = [async () => values.push(await product(round)), async () => references.push(await reference(round))]
    if (round % 2 === 1) turns.reverse()
    for (const turn of turns) await turn()
  }
  return { value: median(values.slice(1)), reference: median(references.slice(1)) }
}
