/** The real program on a database of its own, asked by `inject`: for tests of pages, API and access. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { seedableOffers } from '../../db/seeds/dossier-queries.ts'
import { seedReference } from '../../db/seeds/reference.ts'
import { storeResultTemplates } from '../../db/seeds/result-templates.ts'
import { type App, createApp } from '../../src/app.ts'
import { makeToken, officersWithRole } from '../../src/modules/identity/index.ts'
import { paperTemplates } from '../../src/modules/papers/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { createFileStore } from '../../src/platform/files/index.ts'
import type { Log } from '../../src/platform/log.ts'
import { createPdf } from '../../src/platform/pdf/index.ts'
import { instantAt, localDate } from '../../src/platform/text/dates.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export interface TestApp extends App {
  handle: TestDatabase
  clock: ReturnType<typeof movableClock>
  today(): string
  /** A case that can be received at the counter today. */
  anOffer(): ReturnType<typeof seedableOffers> extends Promise<(infer Offer)[]> ? Promise<Offer> : never
  /** A partner's token for the whole province. */
  aToken(token: { rights: string[]; unitId?: number }): Promise<string>
  anOfficerWithRole(role: string, unitId: number): Promise<number>
}

/** A working day of the demonstration calendar. */
const NOON = instantAt('2026-11-18', '09:00')

/** On the demonstration province, or `empty`: as `MOTCUA_DEMO=0` begins. */
export async function testApp(from: 'demo' | 'empty' = 'demo', log: Log = pino({ level: 'silent' })): Promise<TestApp> {
  const handle = await testDatabase(from)
  if (from === 'empty') await seedReference(handle.database)
  const clock = movableClock(NOON)
  const folder = await mkdtemp(join(tmpdir(), 'motcua-app-'))
  const pdf = createPdf({ templateFolder: paperTemplates })
  const files = await createFileStore({ kind: 'folder', folder })
  // The database knows the demonstration's templates; their files must lie in this store too.
  if (from === 'demo') await storeResultTemplates(files)
  const app = await createApp({
    handle,
    clock,
    pdf,
    files,
    log,
    baseUrl: 'http://localhost',
    assets: {
      css: '/tai-nguyen/mot-cua.css',
      enhance: '/tai-nguyen/enhance.js',
      designer: '/tai-nguyen/thiet-ke.js',
      icon: '/tai-nguyen/icon.svg',
    },
    isWorkerAlive: () => true,
  })
  await app.server.ready()
  afterAll(async () => {
    await app.server.close()
    await pdf.close()
    await rm(folder, { recursive: true, force: true })
  })
  const { database } = handle
  return {
    ...app,
    handle,
    clock,
    today: () => localDate(clock.now()),
    async anOffer() {
      const offers = await seedableOffers(database, localDate(clock.now()))
      const offer = offers.find(({ channels, components }) => channels.includes('counter') && components.length > 0)
      if (!offer) throw new Error('Nothing is offered')
      return offer
    },
    async aToken({ rights, unitId }) {
      const root = await database.selectFrom('unit').select('id').where('parentId', 'is', null).executeTakeFirstOrThrow()
      const given = { partnerCode: 'THU-NGHIEM', partnerName: 'Đối tác thử nghiệm', unitId: unitId ?? root.id, rights }
      return (await app.services.perform(systemActor('test'), makeToken, given)).token
    },
    async anOfficerWithRole(role, unitId) {
      const { id } = await database.selectFrom('role').select('id').where('code', '=', role).executeTakeFirstOrThrow()
      const [officer] = await officersWithRole(database, id, unitId, clock.now())
      if (!officer) throw new Error(`Nobody is ${role} at unit ${unitId}`)
      return officer.id
    },
  }
}
