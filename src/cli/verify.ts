import { verifyDossiers } from '#modules/workflow/index.ts'
import type { Command } from './context.ts'

/** Prints each difference as `code<TAB>what`; exit code 1 when there is one. */
export const verifyCommand: Command = async (args, context) => {
  if (args.length > 0) {
    context.error('Cách dùng: verify (không có tham số)')
    return args.includes('--help') ? 0 : 2
  }
  const { database } = await context.openDatabase()
  const { dossiers, actions, differences } = await verifyDossiers(database, (done) => context.progress('hồ sơ đã kiểm tra', done))
  for (const { code, what } of differences) context.out(`${code}\t${what}`)
  context.out(`${dossiers} hồ sơ, ${actions} thao tác, ${differences.length} chỗ khác nhau.`)
  return differences.length > 0 ? 1 : 0
}
