import { systemClock } from '#platform/clock.ts'
import { prepareDatabase } from '../prepare-database.ts'
import type { Command } from './context.ts'

/** Prints the name of every migration that had to be run. */
export const migrateCommand: Command = async (args, context) => {
  if (args.length > 0) {
    context.error('Cách dùng: migrate (không có tham số)')
    return args.includes('--help') ? 0 : 2
  }
  const handle = await context.openDatabase()
  const names = await prepareDatabase({ handle, clock: systemClock, demo: false, say: context.error, progress: context.progress })
  for (const name of names) context.out(name)
  return 0
}
