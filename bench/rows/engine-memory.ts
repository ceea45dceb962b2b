/** Token moves by the pure engine: dossiers begun and taken to their end, nothing kept. Reference: bpmn-engine in memory with the exported BPMN of the same process, the same steps in the same order. */
import { begin, exportBpmn, leave, runnable } from '#modules/workflow/index.ts'
import { compare } from '../support/compare.ts'
import { MEASURED_CONDITIONS, measuredProcess, wayOf } from '../support/measured-process.ts'
import { otherEngine } from '../support/other-engine.ts'
import type { Row } from '../support/row.ts'
import { tokenAt } from '../support/token-at.ts'

const ROUNDS = 5
const DOSSIERS = 30_000
const OTHER_DOSSIERS = 40

export const row: Row = {
  name: 'engine-memory',
  unit: '/s',
  reach: '≥ 100',
  async run() {
    const process = runnable(measuredProcess)
    const other = await otherEngine(await exportBpmn(measuredProcess, { name: 'Quy trình đo' }), MEASURED_CONDITIONS)
    return compare(
      ROUNDS,
      async () =>
        movesPerSecond(DOSSIERS, ({ facts, steps }) => {
          let { position } = begin(process, facts)
          for (const step of steps) position = leave(process, position, tokenAt(position, step), facts).position
          return position.ended !== undefined
        }),
      async () =>
        movesPerSecond(OTHER_DOSSIERS, async ({ facts, steps }) => {
          const run = await other.begin(facts)
          for (const step of steps) run.leave(step)
          return run.hasEnded()
        }),
    )
  },
}

async function movesPerSecond(dossiers: number, walk: (way: ReturnType<typeof wayOf>) => boolean | Promise<boolean>): Promise<number> {
  let moves = 0
  const began = performance.now()
  for (let dossier = 0; dossier < dossiers; dossier++) {
    const way = wayOf(dossier)
    const hasEnded = walk(way)
    if (!(hasEnded === true || (await hasEnded))) throw new Error('The process has not come to its end')
    moves += way.steps.length
  }
  return moves / ((performance.now() - began) / 1_000)
}
