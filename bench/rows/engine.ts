/**
 * Process steps by the engine with the dossier's place and facts read from PostgreSQL before each step and saved after it, 8 in flight. Reference: bpmn-engine with recover →
 * signal → save of its state as jsonb, on the same table by the same statements.
 */
import { begin, exportBpmn, leave, Position, runnable } from '#modules/workflow/index.ts'
import { compare } from '../support/compare.ts'
import { type KeptEngine, keptSteps } from '../support/kept-process.ts'
import { MEASURED_CONDITIONS, measuredProcess } from '../support/measured-process.ts'
import { otherEngine } from '../support/other-engine.ts'
import type { Row } from '../support/row.ts'
import { tokenAt } from '../support/token-at.ts'

const ROUNDS = 3
const DOSSIERS = 500
const OTHER_DOSSIERS = 16

export const row: Row = {
  name: 'engine',
  unit: '/s',
  reach: '≥ 10',
  async run(bench) {
    const { pool } = await bench.province(1_000)
    const other = await otherEngine(await exportBpmn(measuredProcess, { name: 'Quy trình đo' }), MEASURED_CONDITIONS)
    const reference: KeptEngine = {
      begin: async (facts) => (await other.begin(facts)).state(),
      async step(kept, step, facts) {
        const run = await other.recover(kept as object, facts)
        run.leave(step)
        return { kept: await run.state(), hasEnded: run.hasEnded() }
      },
    }
    return compare(
      ROUNDS,
      () => keptSteps(pool, DOSSIERS, ours),
      () => keptSteps(pool, OTHER_DOSSIERS, reference),
    )
  },
}

/** Made ready once for the version, as the program does. */
const process = runnable(measuredProcess)

const ours: KeptEngine = {
  begin: async (facts) => begin(process, facts).position,
  async step(kept, step, facts) {
    const from = Position.parse(kept)
    const { position } = leave(process, from, tokenAt(from, step), facts)
    return { kept: position, hasEnded: position.ended !== undefined }
  },
}
