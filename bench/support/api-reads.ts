import { compare } from './compare.ts'
import { load } from './load.ts'
import type { Measured } from './row.ts'

const ROUNDS = 5
const REQUESTS = 800
const IN_FLIGHT = 8

/** Requests a second of the API and of the bare server, 8 in flight. Both are given the number of the request, which goes on from round to round. */
export function readsPerSecond(product: (run: number) => Promise<unknown>, bare: (run: number) => Promise<unknown>): Promise<Measured> {
  const rate = (ask: (run: number) => Promise<unknown>) => async (round: number) =>
    (await load(REQUESTS, IN_FLIGHT, (run) => ask(round * REQUESTS + run))).perSecond
  return compare(ROUNDS, rate(product), rate(bare))
}

/** How many requests a row makes of each server. */
export const READS = REQUESTS * (ROUNDS + 1)
