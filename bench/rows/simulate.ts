/** Life of the demonstration province through the real actions, as `motcua simulate` lives it: dossiers per second, one after the other. Reference: the same dossiers verified. */
import { verifyDossiers } from '#modules/workflow/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import { live } from '../../db/seeds/life/live.ts'
import type { Plan } from '../../db/seeds/life/plan.ts'
import { openWorld } from '../../db/seeds/life/world.ts'
import type { Row } from '../support/row.ts'

/** Some half a minute on a quiet machine. */
const PLAN: Plan = { from: '2026-01-05', until: instantAt('2026-06-30', '17:00'), dossiers: 300, seed: 1 }

export const row: Row = {
  name: 'simulate',
  unit: '/s',
  async run(bench) {
    const { app, clock } = await bench.province(0)
    const { database, perform } = app.services
    clock.set(instantAt(PLAN.from, '08:00'))
    const file = { hash: 'a'.repeat(64), size: 100, type: 'docx' as const }
    const world = await openWorld({ database, perform, clock, file }, PLAN.from)
    const began = performance.now()
    const { dossiers, acts } = await live(world, clock, PLAN)
    const lived = (performance.now() - began) / 1_000
    const verifying = performance.now()
    const { differences } = await verifyDossiers(database)
    const verified = (performance.now() - verifying) / 1_000
    if (differences.length > 0) throw new Error(`${differences.length} differences after the simulation: ${differences[0]?.what}`)
    bench.say(`  ${acts} acts, ${(acts / lived).toFixed(0)} /s; verified in ${verified.toFixed(2)} s`)
    return { value: dossiers / lived, reference: dossiers / verified }
  },
}
