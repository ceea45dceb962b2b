/** Everything a visitor sees at the first start: the province, and dossiers in every state up to now. */
import type { Press } from '../../src/modules/results/index.ts'
import type { Database } from '../../src/platform/database.ts'
import { seedBindings } from './bindings.ts'
import { seedDossiers } from './dossiers.ts'
import { seedProvince } from './province.ts'

export type DemonstrationProgress = (what: string, done?: number, total?: number) => void

const DOSSIERS = 320

/** For an empty, migrated database. `now` is the present of the demonstration: nothing happens after it. */
export async function seedDemonstration(
  database: Database,
  press: Press,
  now: Date,
  progress: DemonstrationProgress = () => {},
  count = DOSSIERS,
): Promise<void> {
  const { perform, clock } = await seedProvince(database, press, progress)
  progress('gán quy trình')
  await seedBindings(database, clock.now())
  await seedDossiers({ database, press, perform, clock, now, count, progress: (done, total) => progress('hồ sơ', done, total) })
}
