/** `/healthz`: the process answers. `/readyz`: it can serve (database, migrations, worker). `/metrics`: Prometheus. None of them holds personal data. */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { isMigrated } from '../migrate.ts'
import { projectFolder } from '../project.ts'

export interface HealthParts {
  pool: pg.Pool
  isWorkerAlive(): boolean | Promise<boolean>
  /** Figures of the modules, each by one label; asked at every scrape. */
  figures?: Figure[]
}

export interface Figure {
  name: string
  help: string
  label: string
  read(): Promise<Record<string, number>>
}

export const healthRoutes =
  ({ pool, isWorkerAlive, figures = [] }: HealthParts) =>
  (server: FastifyInstance): void => {
    const registry = new Registry()
    collectDefaultMetrics({ register: registry })
    const duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    })
    new Gauge({
      name: 'database_connections',
      help: 'Connections of the pool: in use and waiting',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        this.set({ state: 'open' }, pool.totalCount)
        this.set({ state: 'idle' }, pool.idleCount)
        this.set({ state: 'waiting' }, pool.waitingCount)
      },
    })
    for (const { name, help, label, read } of figures)
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [registry],
        async collect() {
          for (const [value, count] of Object.entries(await read())) this.set({ [label]: value }, count)
        },
      })
    server.addHook('onResponse', async (request, reply) => {
      duration.observe(
        { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
        reply.elapsedTime / 1000,
      )
    })
    const open = { config: { permission: 'public' as const } }
    server.get('/healthz', open, async () => ({ status: 'ok' }))
    server.get('/readyz', open, async (_request, reply) => {
      const checks = { database: false, migrations: false, worker: false }
      try {
        await pool.query('select 1')
        checks.database = true
        checks.migrations = await isMigrated(pool, join(projectFolder, 'db/migrations'))
        checks.worker = await isWorkerAlive()
      } catch {
        // What failed is in the answer.
      }
      const isReady = Object.values(checks).every(Boolean)
      return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready', checks })
    })
    server.get('/metrics', open, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  }
