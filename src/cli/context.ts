/** What a command is given. Nothing is opened before it is asked for: `due` needs no database, `migrate` no services. */
import { systemClock } from '#platform/clock.ts'
import type { DatabaseHandle } from '#platform/database.ts'
import type { Ending } from '#platform/ending.ts'
import type { Services } from '#platform/services.ts'
import type { Config } from '../config.ts'
import { complain } from '../program.ts'
import { progressOn, type Show } from '../progress.ts'

export interface CommandContext {
  config(): Config
  /** The database as it is. */
  openDatabase(): Promise<DatabaseHandle>
  /** Everything that actions need, on a database brought to the newest version. */
  openServices(): Promise<{ services: Services; handle: DatabaseHandle }>
  /** A line of the answer: the only thing on standard output. */
  out(line: string): void
  /** A sentence beside the answer. */
  error(line: string): void
  /** How far long work is, shown beside the answer. */
  progress: Show
}

/** Exit code: 0 done, 1 the answer is bad news, 2 the command was not understood. */
export type Command = (args: string[], context: CommandContext) => Promise<number>

export function createContext(name: string, readSettings: () => Config, ending: Ending): CommandContext {
  const progress = progressOn(process.stderr)
  ending.onEnd(progress.end)
  let config: Config | undefined
  let handle: Promise<DatabaseHandle> | undefined
  const error = (line: string): void => complain(`${line}\n`)
  const context: CommandContext = {
    config() {
      config ??= readSettings()
      return config
    },
    openDatabase() {
      handle ??= open(context.config(), name, ending, error)
      return handle
    },
    async openServices() {
      const opened = await context.openDatabase()
      return { handle: opened, services: await makeServices(context.config(), opened, ending, error) }
    },
    out: (line) => void process.stdout.write(`${line}\n`),
    error,
    progress: progress.show,
  }
  return context
}

async function open(config: Config, name: string, ending: Ending, say: (line: string) => void): Promise<DatabaseHandle> {
  const { openInstallation } = await import('../installation.ts')
  const state = () => (ending.isEnding ? 'ending' : 'running')
  return openInstallation({
    config,
    ending,
    say,
    introduce: () => ({ kind: 'command', pid: process.pid, state: state(), address: `motcua ${name}` }),
  })
}

async function makeServices(config: Config, handle: DatabaseHandle, ending: Ending, say: (line: string) => void): Promise<Services> {
  const { createServices } = await import('../app.ts')
  const { prepareDatabase } = await import('../prepare-database.ts')
  const { createFileStore } = await import('#platform/files/index.ts')
  const { createPdf } = await import('#platform/pdf/index.ts')
  const { paperTemplates } = await import('#modules/papers/index.ts')
  const { default: pino } = await import('pino')
  await prepareDatabase({ handle, clock: systemClock, demo: false, say, progress: () => {} })
  const pdf = createPdf({ templateFolder: paperTemplates })
  ending.onEnd(() => pdf.close())
  return createServices({
    handle,
    clock: systemClock,
    files: await createFileStore(config.files),
    pdf,
    log: pino({ level: 'warn' }, pino.destination(2)),
    baseUrl: config.baseUrl ?? '',
    assets: { css: '', enhance: '', designer: '', icon: '' },
  })
}
