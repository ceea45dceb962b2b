/** The public look-up page by code. Every request asks for another dossier; the rate limit is on, so a visitor's address asks no more than a visitor may. */
import { askFor } from '../support/ask.ts'
import { compare } from '../support/compare.ts'
import { drawCodes } from '../support/draw.ts'
import { load } from '../support/load.ts'
import type { Bench, Province, Row } from '../support/row.ts'

/** Of short rounds many: the slowest twentieth of one swings by a third. */
const ROUNDS = 31
const REQUESTS = 300
const IN_FLIGHT = 8
/** The page allows 30 a minute. */
const PER_VISITOR = 20

export const row: Row = {
  name: 'lookup',
  unit: 'ms',
  reach: '≤ 1.3',
  async run(bench: Bench) {
    return compare(ROUNDS, await lookups(await bench.province(100_000)), await lookups(await bench.province(1_000)))
  },
}

async function lookups(province: Province): Promise<(round: number) => Promise<number>> {
  const codes = await drawCodes(province.pool, REQUESTS * (ROUNDS + 1))
  return async (round) => {
    const ask = async (run: number) => {
      const at = round * REQUESTS + run
      await askFor(200, `${province.url}/tra-cuu/${codes[at]}`, { headers: { 'x-forwarded-for': visitor(Math.floor(at / PER_VISITOR)) } })
    }
    return (await load(REQUESTS, IN_FLIGHT, ask)).p95
  }
}

const visitor = (number: number): string => `10.0.${number >> 8}.${number & 255}`
