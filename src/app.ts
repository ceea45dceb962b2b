/** The composition root: every module, site and listener, wired on one screen. */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { calendarChanged } from '#modules/calendar/index.ts'
import { catalogueJobs } from '#modules/catalogue/index.ts'
import { documentJobs, documentSchedule } from '#modules/documents/index.ts'
import { authorise, createIdentify } from '#modules/identity/index.ts'
import { intakeJobs, intakeSchedule } from '#modules/intake/index.ts'
import { issueDocument } from '#modules/results/index.ts'
import { settlementJobs, settlementSchedule, takeBack } from '#modules/settlement/index.ts'
import { allFindingFigures, watchJobs, watchSchedule } from '#modules/watch/index.ts'
import { actUndone, rerunTrialsLater, resultIssued, workflowJobs, workflowSchedule } from '#modules/workflow/index.ts'
import { createPerform } from '#platform/action.ts'
import type { DatabaseHandle } from '#platform/database.ts'
import { type Listeners, on } from '#platform/events.ts'
import { assetRoutes } from '#platform/http/assets.ts'
import { type Figure, healthRoutes } from '#platform/http/health.ts'
import { createServer } from '#platform/http/server.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { builtFolder } from '#platform/project.ts'
import type { Services } from '#platform/services.ts'
import { apiPlugin } from './sites/api/plugin.ts'
import { consoleRoutes } from './sites/console/routes.ts'
import { renderError } from './sites/error-page.tsx'
import { portalRoutes } from './sites/portal/routes.ts'

export interface AppParts extends Omit<Services, 'perform' | 'database'> {
  handle: DatabaseHandle
  /** Whether the worker of this process (or of another) is alive; for the readiness check. */
  isWorkerAlive(): boolean | Promise<boolean>
  trustProxy?: boolean
}

export interface App {
  services: Services
  server: FastifyInstance
}

/** Who listens to which event of a lower module. */
const listenersOf = (parts: Pick<Services, 'files' | 'pdf'>): Listeners =>
  new Map([on(resultIssued, issueDocument(parts)), on(calendarChanged, rerunTrialsLater), on(actUndone, takeBack)])

/** The background jobs of all modules. `unusedFilesDays`: how long a file that nothing points to is kept. */
export const jobHandlers = (services: Services, { unusedFilesDays }: { unusedFilesDays: number }): JobHandler[] => [
  ...catalogueJobs(services.perform),
  ...documentJobs(services, unusedFilesDays),
  ...intakeJobs(services),
  ...workflowJobs(services),
  ...settlementJobs(services),
  ...watchJobs(services),
]

/** The jobs that nobody enqueues, with their times. */
export const jobSchedule = [...documentSchedule, ...intakeSchedule, ...workflowSchedule, ...settlementSchedule, ...watchSchedule]

export function createServices(parts: Omit<AppParts, 'isWorkerAlive' | 'trustProxy'>): Services {
  const { handle, ...rest } = parts
  return {
    ...rest,
    database: handle.database,
    perform: createPerform({ database: handle.database, clock: parts.clock, authorise, listeners: listenersOf(parts) }),
  }
}

/** What stands in `/metrics` besides the machine's own figures. */
const figuresOf = ({ database, clock }: Services): Figure[] => [
  {
    name: 'watch_findings',
    help: 'What has no next actor or is past its date, by kind',
    label: 'kind',
    read: () => allFindingFigures(database, clock.now()),
  },
]

export async function createApp({ isWorkerAlive, trustProxy, ...parts }: AppParts): Promise<App> {
  const services = createServices(parts)
  const server = await createServer({
    services,
    routes: [...portalRoutes, ...consoleRoutes],
    identify: createIdentify(services),
    renderError,
    trustProxy,
    plugins: [
      healthRoutes({ pool: parts.handle.pool, isWorkerAlive, figures: figuresOf(services) }),
      assetRoutes(join(builtFolder, 'assets')),
      apiPlugin(services),
    ],
  })
  return { services, server }
}
