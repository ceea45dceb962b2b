import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isUnused } from '#modules/identity/index.ts'
import { paperTemplates } from '#modules/papers/index.ts'
import { verifyDossiers } from '#modules/workflow/index.ts'
import { stopwatch, systemClock } from '#platform/clock.ts'
import { createFileStore } from '#platform/files/index.ts'
import { createPdf } from '#platform/pdf/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import { prepareDatabase } from '../prepare-database.ts'
import type { Command } from './context.ts'

const USAGE = 'simulate --from 2024-01-01 --to 2025-12-31 --dossiers 1000 [--seed 1]'
const END_OF_DAY = '17:00'

const Asked = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    dossiers: z.coerce.number().int().min(1).max(10_000_000),
    seed: z.coerce
      .number()
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .default(1),
  })
  .refine(({ from, to }) => from <= to)

/** A province's life between two days, through the real actions; only into an empty database. Prints what was lived and whether it verifies; exit code 1 when it does not. */
export const simulateCommand: Command = async (args, context) => {
  const asked = Asked.safeParse(readArgs(args))
  if (!asked.success) {
    context.error(`Cách dùng: ${USAGE} (chỉ vào cơ sở dữ liệu chưa có cán bộ nào)`)
    return args.includes('--help') ? 0 : 2
  }
  const { from, to, dossiers, seed } = asked.data
  const handle = await context.openDatabase()
  const preparation = { handle, clock: systemClock, say: context.error, progress: context.progress }
  await prepareDatabase({ ...preparation, demo: false })
  if (!(await isUnused(handle.database))) {
    context.error('Cơ sở dữ liệu đã có dữ liệu nên không mô phỏng vào đó.')
    return 1
  }
  const pdf = createPdf({ templateFolder: paperTemplates })
  try {
    const files = await createFileStore(context.config().files)
    const { simulate } = await import('../../db/seeds/life/simulate.ts')
    await prepareDatabase({
      ...preparation,
      demo: { files, pdf },
      load: async (database, press, _now, progress) => {
        const lived = await simulate(database, press, { from, until: instantAt(to, END_OF_DAY), dossiers, seed }, progress)
        const rate = (count: number) => (count / Math.max(0.001, lived.seconds)).toFixed(1)
        context.out(
          `${lived.dossiers} hồ sơ, ${lived.acts} thao tác trong ${lived.seconds.toFixed(1)} giây: ${rate(lived.dossiers)} hồ sơ/giây, ${rate(lived.acts)} thao tác/giây.`,
        )
      },
    })
  } finally {
    await pdf.close()
  }
  const verifying = stopwatch()
  const { actions, differences } = await verifyDossiers(handle.database, (done) => context.progress('hồ sơ đã kiểm tra', done))
  for (const { code, what } of differences) context.out(`${code}\t${what}`)
  context.out(
    `Kiểm tra ${actions} mục nhật ký trong ${((stopwatch() - verifying) / 1000).toFixed(1)} giây, ${differences.length} chỗ khác nhau.`,
  )
  return differences.length > 0 ? 1 : 0
}

function readArgs(args: string[]): Record<string, unknown> {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { from: text, to: text, dossiers: text, seed: text } }).values
  } catch {
    return {}
  }
}
