/** The whole real catalogue of ../shared/data, where it is there: verdicts, idempotency and time. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { createPerform } from '../../../platform/action.ts'
import { stopwatch, systemClock } from '../../../platform/clock.ts'
import { getImport, importRows, listImports, runImportCatalogue } from '../index.ts'
import { parseRecord } from './parse-record.ts'
import { readImportFile } from './read-file.ts'

const FOLDER = join(import.meta.dirname, '../../../../../shared/data')
const FILES = [
  { name: 'procedures-culture.json', rows: 239 },
  { name: 'procedures-other-fields.json.gz', rows: 2980 },
]
const isThere = FILES.every(({ name }) => existsSync(join(FOLDER, name)))
/** Both files together; the aim of the project is 3,000 procedures. */
const LONGEST_MS = 30_000

describe.skipIf(!isThere)(`the real catalogue${isThere ? '' : ` (skipped: ${FOLDER} is not on this machine)`}`, async () => {
  const { database } = isThere ? await testDatabase() : { database: undefined as never }
  const perform = createPerform({ database, clock: systemClock, authorise: async () => true, listeners: new Map() })
  const run = async (name: string) => {
    const lines: string[] = []
    const code = await runImportCatalogue(
      [join(FOLDER, name), '--json'],
      { database, perform },
      { write: (line) => lines.push(line), writeError: () => {} },
    )
    return { code, ...JSON.parse(lines[0] ?? '{}') }
  }

  test('is read in time, each row with a verdict', { timeout: 90_000 }, async () => {
    const start = stopwatch()
    for (const { name, rows } of FILES) {
      const { counts, report } = await run(name)
      expect(report).toHaveLength(rows)
      expect(Object.values<number>(counts).reduce((sum, count) => sum + count, 0)).toBe(rows)
      expect(counts).toMatchObject({ changed: 0, same: 0 })
      expect(
        report.filter(
          (row: { verdict: string; findings: unknown[] }) => /suspicious|refused/.test(row.verdict) && row.findings.length === 0,
        ),
      ).toEqual([])
    }
    expect(stopwatch() - start).toBeLessThan(LONGEST_MS)
  })

  test('a second time is all the same, and what was refused is refused again', { timeout: 90_000 }, async () => {
    for (const { name, rows } of FILES) {
      const { counts } = await run(name)
      expect(counts).toMatchObject({ new: 0, changed: 0, suspicious: 0 })
      expect(counts.same + counts.refused).toBe(rows)
    }
  })

  test('nothing suspicious was published', async () => {
    const [latest] = await listImports(database, 10)
    expect(latest).toBeDefined()
    for (const { id } of await listImports(database, 10)) {
      const rows = await importRows(database, id, { verdict: 'suspicious', limit: 5_000 })
      const published = await database
        .selectFrom('procedureVersion')
        .select('id')
        .where('status', '=', 'published')
        .where('id', 'in', [0, ...rows.flatMap((row) => row.procedureVersionId ?? [])])
        .execute()
      expect(published).toEqual([])
      expect((await getImport(database, id)).undecided).toBe(rows.length)
    }
  })

  test('the faults that its makers flagged are found without their flags', async () => {
    const missed: string[] = []
    for (const { name } of FILES) {
      const { rows } = await readImportFile(readFileSync(join(FOLDER, name)), name)
      for (const row of rows as { code: string | null; quality_flags: string[] }[]) {
        const codes = new Set<string>(parseRecord({ ...row, quality_flags: [] }).findings.map((finding) => finding.code))
        const expected = {
          zero_fee_but_text_states_amount: 'fee.zero-but-amount',
          suspicious_fee_below_1000_vnd: 'fee.below-1000',
          time_limit_without_unit: 'limit.no-unit',
        }
        for (const [flag, code] of Object.entries(expected))
          if (row.quality_flags.includes(flag) && !codes.has(code)) missed.push(`${row.code} ${flag}`)
      }
    }
    expect(missed).toEqual([])
  })
})
