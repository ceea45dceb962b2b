/** Dossiers of the demonstration: the same life as `motcua simulate` lives, of the last weeks, so that there is something waiting at every step. */
import type { Press } from '../../src/modules/results/index.ts'
import type { Perform } from '../../src/platform/action.ts'
import type { movableClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database.ts'
import { localDate } from '../../src/platform/text/dates.ts'
import { type Lived, live } from './life/live.ts'
import { openWorld } from './life/world.ts'
import { standInFile } from './result-templates.ts'

export interface DossierSeed {
  database: Database
  press: Press
  perform: Perform
  clock: ReturnType<typeof movableClock>
  /** Nothing happens after it. */
  now: Date
  count: number
  seed?: number
  progress?(done: number, total: number): void
}

const HISTORY_DAYS = 75
const RECENT = { days: 4, share: 0.35 }
const DAY_MS = 86_400_000

export async function seedDossiers({
  database,
  press,
  perform,
  clock,
  now,
  count,
  seed = 20_261_124,
  progress,
}: DossierSeed): Promise<Lived> {
  const from = localDate(new Date(now.getTime() - HISTORY_DAYS * DAY_MS))
  const world = await openWorld({ database, perform, clock, press, file: await standInFile(press.files) }, from)
  return live(world, clock, { from, until: now, dossiers: count, seed, recent: RECENT, isTidy: true }, progress)
}
