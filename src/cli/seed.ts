import { isUnused } from '#modules/identity/index.ts'
import { paperTemplates } from '#modules/papers/index.ts'
import { systemClock } from '#platform/clock.ts'
import { createFileStore } from '#platform/files/index.ts'
import { createPdf } from '#platform/pdf/index.ts'
import { prepareDatabase } from '../prepare-database.ts'
import type { Command } from './context.ts'

/** Only into an empty database: nothing real is ever mixed with what is invented. */
export const seedCommand: Command = async (args, context) => {
  if (args.length > 0) {
    context.error('Cách dùng: seed (không có tham số; chỉ nạp khi cơ sở dữ liệu chưa có cán bộ nào)')
    return args.includes('--help') ? 0 : 2
  }
  const handle = await context.openDatabase()
  const preparation = { handle, clock: systemClock, say: context.error, progress: context.progress }
  await prepareDatabase({ ...preparation, demo: false })
  if (!(await isUnused(handle.database))) {
    context.error('Cơ sở dữ liệu đã có dữ liệu nên không nạp dữ liệu trình diễn.')
    return 1
  }
  const pdf = createPdf({ templateFolder: paperTemplates })
  try {
    await prepareDatabase({ ...preparation, demo: { files: await createFileStore(context.config().files), pdf } })
  } finally {
    await pdf.close()
  }
  context.out('Đã nạp dữ liệu trình diễn.')
  return 0
}
