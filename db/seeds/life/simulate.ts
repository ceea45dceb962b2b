/** `motcua simulate`: the demonstration province, begun earlier, and its life between two days. Results are named, not typeset, so that a hundred thousand dossiers can be lived. */
import type { Press } from '../../../src/modules/results/index.ts'
import { stopwatch } from '../../../src/platform/clock.ts'
import type { Database } from '../../../src/platform/database.ts'
import type { DemonstrationProgress } from '../demonstration.ts'
import { seedProvince } from '../province.ts'
import { standInFile } from '../result-templates.ts'
import { type Lived, live } from './live.ts'
import type { Plan } from './plan.ts'
import { openWorld } from './world.ts'

/** For an empty, migrated database. `seconds`: of the life alone, without making the province. */
export async function simulate(
  database: Database,
  press: Press,
  plan: Plan,
  progress: DemonstrationProgress = () => {},
): Promise<Lived & { seconds: number }> {
  const { perform, clock } = await seedProvince(database, press, progress, plan.from)
  const file = await standInFile(press.files)
  const world = await openWorld({ database, perform, clock, file }, plan.from)
  const began = stopwatch()
  const lived = await live(world, clock, plan, (done, total) => progress('hồ sơ', done, total))
  return { ...lived, seconds: (stopwatch() - began) / 1000 }
}
