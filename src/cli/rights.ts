// Rights are declared where their module is loaded; the composition root loads all.
import '../app.ts'
import { rightsTable } from '#modules/identity/index.ts'
import { seedReference } from '../../db/seeds/reference.ts'
import type { Command } from './context.ts'
import { onOwnDatabase } from './own-database.ts'

/** Prints the table of roles and rights (docs/rights.md) as every installation begins with it. */
export const rightsCommand: Command = async (args, context) => {
  if (args.length > 0) {
    context.error('Cách dùng: rights (không có tham số)')
    return args.includes('--help') ? 0 : 2
  }
  const table = await onOwnDatabase(async ({ database }) => {
    await database.transaction().execute(seedReference)
    return rightsTable(database)
  })
  context.out(table.trimEnd())
  return 0
}
