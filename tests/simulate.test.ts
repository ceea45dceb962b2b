/** The simulated province: the same seed gives the same bytes, every column agrees with the history, and what is lived is a life. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seedDossiers } from '../db/seeds/dossiers.ts'
import { live } from '../db/seeds/life/live.ts'
import type { Plan } from '../db/seeds/life/plan.ts'
import { openWorld } from '../db/seeds/life/world.ts'
import { storeResultTemplates } from '../db/seeds/result-templates.ts'
import { canonical } from '../src/modules/dossier/index.ts'
import { authorise } from '../src/modules/identity/index.ts'
import { paperTemplates } from '../src/modules/papers/index.ts'
import { countFindings } from '../src/modules/watch/index.ts'
import { verifyDossiers } from '../src/modules/workflow/index.ts'
import { createPerform } from '../src/platform/action.ts'
import { movableClock } from '../src/platform/clock.ts'
import { createFileStore } from '../src/platform/files/index.ts'
import { createPdf } from '../src/platform/pdf/index.ts'
import { instantAt } from '../src/platform/text/dates.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'

const PLAN: Plan = { from: '2026-01-05', until: instantAt('2026-04-30', '17:00'), dossiers: 40, seed: 7 }

async function lived(plan: Plan) {
  const handle = await testDatabase('demo')
  const { database } = handle
  const clock = movableClock(instantAt(plan.from, '08:00'))
  const perform = createPerform({ database, clock, authorise, listeners: new Map() })
  const file = { hash: 'a'.repeat(64), size: 100, type: 'docx' as const }
  const world = await openWorld({ database, perform, clock, file }, plan.from)
  return { handle, lived: await live(world, clock, plan) }
}

/** Of every action of every dossier. */
async function digestOf({ database }: TestDatabase): Promise<string> {
  const rows = await database
    .selectFrom('dossierAction')
    .select(['dossierId', 'sequence', 'at', 'kind', 'facts', 'hash'])
    .orderBy('dossierId')
    .orderBy('sequence')
    .execute()
  const hash = createHash('sha256')
  for (const { at, ...row } of rows) hash.update(canonical({ ...row, at: at.toISOString() }))
  return hash.digest('hex')
}

test('the same seed gives the same bytes on two fresh databases, another seed others, and verify is clean', async () => {
  const one = await lived(PLAN)
  const two = await lived(PLAN)
  const other = await lived({ ...PLAN, seed: 8, dossiers: 3 })
  expect(one.lived).toEqual(two.lived)
  expect(one.lived.dossiers).toBe(40)
  expect(await digestOf(one.handle)).toBe(await digestOf(two.handle))
  expect(await digestOf(other.handle)).not.toBe(await digestOf(one.handle))
  const { dossiers, differences } = await verifyDossiers(one.handle.database)
  expect({ dossiers, differences }).toEqual({ dossiers: 40, differences: [] })
}, 120_000)

test('the demonstration is the same life: dossiers in every kind of state up to now, and the watchdog finds nothing', async () => {
  const { database } = await testDatabase('demo')
  const now = instantAt('2026-11-18', '10:20')
  const clock = movableClock(now)
  const perform = createPerform({ database, clock, authorise, listeners: new Map() })
  const folder = await mkdtemp(join(tmpdir(), 'motcua-simulate-'))
  const files = await createFileStore({ kind: 'folder', folder })
  await storeResultTemplates(files)
  const pdf = createPdf({ templateFolder: paperTemplates })
  await seedDossiers({ database, press: { files, pdf }, perform, clock, now, count: 160 })
  const states = await database.selectFrom('dossier').select('state').distinct().execute()
  expect(states.map(({ state }) => state)).toEqual(
    expect.arrayContaining(['RESULT_RETURNED', 'RESULT_AVAILABLE', 'IN_APPRAISAL', 'AWAITING_ASSIGNMENT', 'AWAITING_SUPPLEMENT']),
  )
  expect(states.length).toBeGreaterThanOrEqual(9)
  expect(await countFindings(database, now)).toEqual([])
  const { dossiers, differences } = await verifyDossiers(database)
  expect(differences).toEqual([])
  expect(dossiers).toBe(160)
  const latest = await database
    .selectFrom('dossierAction')
    .select((eb) => eb.fn.max('at').as('at'))
    .executeTakeFirstOrThrow()
  expect(latest.at.getTime()).toBeLessThanOrEqual(now.getTime())
  await pdf.close()
  await rm(folder, { recursive: true })
}, 300_000)
