/** At least ten thousand acts, legal and not, through the real actions on a real database: see support/walk.ts for what is asked after each. */
import { expect, test } from 'vitest'
import { arrivals } from '../db/seeds/life/arrivals.ts'
import { openWorld } from '../db/seeds/life/world.ts'
import { randomFrom } from '../db/seeds/random.ts'
import { authorise } from '../src/modules/identity/index.ts'
import { verifyDossiers } from '../src/modules/workflow/index.ts'
import { createPerform } from '../src/platform/action.ts'
import { movableClock } from '../src/platform/clock.ts'
import { instantAt } from '../src/platform/text/dates.ts'
import { testDatabase } from './support/database.ts'
import { drawn, shortest, type Walked, WalkFailure, walk } from './support/walk.ts'

/** Another one is another ten thousand: `WALK_SEED=7 npm test -- random-walk`. */
const SEED = Number(process.env.WALK_SEED ?? 20_261_125)
const DOSSIERS = Number(process.env.WALK_DOSSIERS ?? 400)
const STEPS = 26
const IN_FLIGHT = 8
const SHRINKING_TRIES = 80
const FROM = '2026-01-05'

test('ten thousand random acts: what is legal is done, what is not is refused with its reason, and every dossier stays true', async () => {
  const { database } = await testDatabase('demo')
  const clock = movableClock(instantAt(FROM, '08:00'))
  const perform = createPerform({ database, clock, authorise, listeners: new Map() })
  const file = { hash: 'a'.repeat(64), size: 100, type: 'docx' as const }
  const world = await openWorld({ database, perform, clock, file }, FROM)
  const { id: strangerId } = await database.selectFrom('officer').select('id').where('username', '=', 'thanhtra').executeTakeFirstOrThrow()
  const walking = { world, strangerId }
  const coming = arrivals(world, { from: FROM, until: instantAt('2026-06-30', '17:00'), dossiers: DOSSIERS, seed: SEED })
  const done: Walked[] = []
  let next = 0
  const failures: string[] = []
  const walkOn = async (): Promise<void> => {
    for (let arrival = coming[next++]; arrival && failures.length === 0; arrival = coming[next++]) {
      try {
        done.push(await walk(walking, arrival, drawn(randomFrom(arrival.seed ^ SEED), STEPS)))
      } catch (error) {
        if (!(error instanceof WalkFailure)) throw error
        const short = await shortest(walking, { arrival, steps: [...error.steps] }, SHRINKING_TRIES)
        failures.push(`${error.message}\nIn short: ${short.why}\n${short.steps.map((step) => JSON.stringify(step)).join('\n')}`)
      }
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, walkOn))
  expect(failures).toEqual([])
  const sum = (of: (walked: Walked) => number) => done.reduce((total, walked) => total + of(walked), 0)
  const tried = { accepted: sum(({ accepted }) => accepted), refused: sum(({ refused }) => refused) }
  expect(sum(({ steps }) => steps.length)).toBeGreaterThan(DOSSIERS * STEPS * 0.97)
  // Both kinds are there in numbers; a walk that only ever is refused proves nothing.
  expect(tried.accepted).toBeGreaterThan(DOSSIERS * STEPS * 0.3)
  expect(tried.refused).toBeGreaterThan(DOSSIERS * STEPS * 0.2)
  expect((await verifyDossiers(database)).differences).toEqual([])
}, 300_000)
