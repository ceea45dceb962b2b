/** One process of the installation: the database, then the web server, then the background jobs, each closed in the opposite order. */
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { prepareSetUp } from '#modules/identity/index.ts'
import { paperTemplates } from '#modules/papers/index.ts'
import { readAssets } from '#platform/assets.ts'
import { shiftedClock, stopwatch, systemClock } from '#platform/clock.ts'
import type { DatabaseHandle } from '#platform/database.ts'
import { defineErrors } from '#platform/errors.ts'
import { createFileStore } from '#platform/files/index.ts'
import { startWorker, type Worker } from '#platform/jobs.ts'
import { createLog } from '#platform/log.ts'
import { createPdf } from '#platform/pdf/index.ts'
import { type AppParts, createApp, createServices, jobHandlers, jobSchedule } from './app.ts'
import type { Config } from './config.ts'
import { databasePlace, openInstallation } from './installation.ts'
import { prepareDatabase } from './prepare-database.ts'
import { progressOn } from './progress.ts'
import type { Opening } from './turn.ts'

const serveErrors = defineErrors({
  'serve.port-taken': {
    status: 500,
    vi: 'Cổng {port} trên {host} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc chọn cổng khác, ví dụ: PORT={other} npm start',
    en: 'Port {port} on {host} is used by another program. Stop it or choose another port, for example: PORT={other} npm start',
  },
  'serve.port-forbidden': {
    status: 500,
    vi: 'Không được phép mở cổng {port} (cổng dưới 1024 cần quyền quản trị). Hãy chọn cổng khác, ví dụ: PORT=8080 npm start',
    en: 'Port {port} may not be opened (ports below 1024 need administrator rights). Choose another, for example: PORT=8080 npm start',
  },
  'serve.host-unknown': {
    status: 500,
    vi: 'HOST={host} không phải địa chỉ của máy này. Hãy dùng 127.0.0.1 (chỉ máy này) hoặc 0.0.0.0 (mọi máy trong mạng).',
    en: 'HOST={host} is not an address of this machine. Use 127.0.0.1 (this machine only) or 0.0.0.0 (every machine of the network).',
  },
})

/** Returns the address it can be reached at. */
export async function serve(opening: Opening, turn: { runningUrl?: string }): Promise<string> {
  const { config, ending, say } = opening
  const handle = await openInstallation(opening, Promise.resolve(turn))
  const isWeb = config.role !== 'worker'
  // Asked early, because loading a demonstration takes its time.
  const port = isWeb ? await freePort(config) : 0
  const progress = progressOn(process.stdout)
  const press = { files: await createFileStore(config.files), pdf: createPdf({ templateFolder: paperTemplates }) }
  ending.onEnd(() => press.pdf.close())
  const clock = config.clockShiftMinutes === 0 ? systemClock : shiftedClock(config.clockShiftMinutes)
  await prepareDatabase({ handle, clock, demo: config.demo && press, say, progress: progress.show })
  progress.end()

  const parts: AppParts = {
    handle,
    clock,
    ...press,
    log: createLog(config.logLevel),
    baseUrl: config.baseUrl ?? addressesOf(config.host, port)[0] ?? '',
    assets: readAssets(),
    trustProxy: config.trustProxy,
    isWorkerAlive: () => (config.role === 'web' ? isWorkDone(handle) : (worker?.isRunning() ?? false)),
  }
  let worker: Worker | undefined
  if (config.role !== 'web') {
    worker = await startWorker(handle.pool, jobHandlers(createServices(parts), config), {
      schedule: jobSchedule,
      log: (level, message) => parts.log[level](message),
    })
    ending.onEnd(() => worker?.stop())
  }
  if (isWeb) {
    const { server } = await createApp(parts)
    ending.onEnd(() => server.close())
    await server.listen({ port, host: config.host })
  }
  const addresses = isWeb ? addressesOf(config.host, port) : []
  say(`\nMột Cửa đã sẵn sàng sau ${(stopwatch() / 1000).toFixed(1).replace('.', ',')} giây.`)
  if (isWeb) await introduceOurselves({ config, handle, now: clock.now(), addresses, say })
  say('Nhấn Ctrl-C để dừng.')
  return addresses[0] ?? 'worker'
}

interface Introduction {
  config: Config
  handle: DatabaseHandle
  now: Date
  addresses: string[]
  say(sentence: string): void
}

/** What the person who started it needs to go on. */
async function introduceOurselves({ config, handle, now, addresses, say }: Introduction): Promise<void> {
  const address = config.baseUrl ?? addresses[0]
  for (const each of addresses) say(`  Người dân:  ${each}/`)
  say(`  Cán bộ:     ${address}/lam-viec`)
  say(`  Dữ liệu:    ${databasePlace(config)}`)
  const code = await prepareSetUp(handle.database, now)
  if (code) say(`  Chưa có tài khoản nào. Mở ${address}/thiet-lap và nhập mã thiết lập ${code} để tạo quản trị viên đầu tiên.`)
  if (!(await hasDemonstration(handle))) return
  const { demonstrationAccounts, demonstrationPassword } = await import('../db/seeds/organization/index.ts')
  say(`\nTài khoản trình diễn (mật khẩu chung: ${demonstrationPassword})`)
  for (const { username, vi } of demonstrationAccounts) say(`  ${username.padEnd(20)} ${vi}`)
  say('')
}

async function hasDemonstration(handle: DatabaseHandle): Promise<boolean> {
  const row = await handle.database.selectFrom('setting').select('key').where('key', '=', 'demonstration').executeTakeFirst()
  return row !== undefined
}

/** The wished port, or any free one; told apart from the real listening so that the address is known before the pages are made. */
function freePort({ port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const parameters = { port, host, other: port < 65_535 ? port + 1 : port - 1 }
      try {
        if (error.code === 'EADDRINUSE') serveErrors.fail('serve.port-taken', { parameters })
        if (error.code === 'EACCES') serveErrors.fail('serve.port-forbidden', { parameters })
        if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') serveErrors.fail('serve.host-unknown', { parameters })
        reject(error)
      } catch (told) {
        reject(told)
      }
    })
    probe.listen({ port, host }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

/** Where a browser finds us, the most useful first: printed in QR codes unless `MOTCUA_BASE_URL` says otherwise. */
function addressesOf(host: string, port: number): string[] {
  const url = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`
  if (host !== '0.0.0.0' && host !== '::') return [url(host)]
  const outer = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  return [...outer.map(({ address }) => url(address)), url('127.0.0.1')]
}

/** For a web process whose worker runs elsewhere: it is well while no job has been waiting for minutes. */
async function isWorkDone(handle: DatabaseHandle): Promise<boolean> {
  const { rows } = await handle.pool.query<{ late: number }>(
    `select count(*)::int as late from graphile_worker.jobs
     where run_at < now() - interval '5 minutes' and locked_at is null and attempts < max_attempts`,
  )
  return rows[0]?.late === 0
}
