import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#platform/project.ts'
import type { Command } from './context.ts'
import { onOwnDatabase } from './own-database.ts'

/** Writes `db/schema.ts` from the migrations, on a database of its own that is thrown away. */
export const typesCommand: Command = async (args, context) => {
  if (args.length > 0) {
    context.error('Cách dùng: types (không có tham số)')
    return args.includes('--help') ? 0 : 2
  }
  if (!existsSync(join(projectFolder, 'node_modules', 'kysely-codegen'))) {
    context.error('Lệnh này cần các gói dành cho người phát triển: hãy chạy npm run check một lần.')
    return 1
  }
  return onOwnDatabase(async (_handle, url) => {
    const { status } = spawnSync(process.execPath, ['scripts/types.mjs', url], { cwd: projectFolder, stdio: ['ignore', 2, 2] })
    return status ?? 1
  })
}
