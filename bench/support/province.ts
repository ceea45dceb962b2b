/** The real program on one of the bench's databases: the same composition as `npm start`, listening on loopback. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { pino } from 'pino'
import { makeToken } from '#modules/identity/index.ts'
import { paperTemplates } from '#modules/papers/index.ts'
import { systemActor } from '#platform/actor.ts'
import { readAssets } from '#platform/assets.ts'
import { movableClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/database.ts'
import type { Ending } from '#platform/ending.ts'
import { createFileStore } from '#platform/files/index.ts'
import { createPdf } from '#platform/pdf/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import { demonstrationPassword } from '../../db/seeds/organization/index.ts'
import { createApp } from '../../src/app.ts'
import { askFor } from './ask.ts'
import type { Province } from './row.ts'

/** A working day of the demonstration calendar: the same calendar is measured whenever the bench runs. */
export const NOW = instantAt('2026-11-18', '09:00')

const LOOPBACK = '127.0.0.1'

export async function openProvince({
  databaseUrl,
  folder,
  ending,
}: {
  databaseUrl: string
  folder: string
  ending: Ending
}): Promise<Province> {
  const handle = openDatabase(databaseUrl)
  ending.onEnd(() => handle.close())
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 })
  pool.on('error', () => {})
  ending.onEnd(() => pool.end())
  const pdf = createPdf({ templateFolder: paperTemplates })
  ending.onEnd(() => pdf.close())
  const clock = movableClock(NOW)
  const port = await freePort()
  const url = `http://${LOOPBACK}:${port}`
  const app = await createApp({
    handle,
    clock,
    pdf,
    files: await createFileStore({ kind: 'folder', folder }),
    log: pino({ level: 'info' }, { write: () => {} }),
    baseUrl: url,
    assets: readAssets(),
    // A visitor's address, by which pages count visits, may be said in `x-forwarded-for`.
    trustProxy: true,
    isWorkerAlive: () => true,
  })
  await app.server.listen({ port, host: LOOPBACK })
  ending.onEnd(() => app.server.close())
  const root = await pool.query<{ id: string }>('select id from unit where parent_id is null')
  const rootId = Number(root.rows[0]?.id)
  let partners = 0

  return {
    app,
    clock,
    url,
    pool,
    async token(rights, unitId = rootId) {
      const partnerCode = `DO-DAC-${++partners}`
      const given = { partnerCode, partnerName: 'Đối tác đo đạc', unitId, rights }
      const { token } = await app.services.perform(systemActor('bench'), makeToken, given)
      return `Bearer ${token}`
    },
    async cookie(username) {
      const answer = await askFor(303, `${url}/dang-nhap`, {
        method: 'POST',
        headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ username, password: demonstrationPassword }).toString(),
      })
      return [answer.headers['set-cookie'] ?? []]
        .flat()
        .map((each) => each.split(';')[0])
        .join('; ')
    },
    async bareServer(handler) {
      const server = createServer(handler)
      ending.onEnd(() => closed(server))
      return `http://${LOOPBACK}:${await listening(server)}`
    },
  }
}

function listening(server: Server<typeof IncomingMessage, typeof ServerResponse>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, LOOPBACK, () => resolve((server.address() as AddressInfo).port))
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await closed(server)
  return port
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
