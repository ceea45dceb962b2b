/** `motcua import-catalogue` of 3,000 procedures into the demonstration province, rows judged and published. Reference: the same file parsed and copied into a table as it is. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runImportCatalogue } from '#modules/catalogue/index.ts'
import { copyIn } from '../support/copy-in.ts'
import { median } from '../support/load.ts'
import { catalogueFile } from '../support/procedures.ts'
import type { Bench, Province, Row } from '../support/row.ts'

/** The import is measured once: a second one would find everything as it is. */
const COPIES = 5

export const row: Row = {
  name: 'import',
  unit: 's',
  async run(bench: Bench) {
    const province = await bench.province(1_000)
    const file = catalogueFile()
    const references: number[] = []
    for (let copy = 0; copy < COPIES; copy++) references.push(await seconds(() => parseAndCopy(province, file)))
    const path = join(bench.folder, 'thu-tuc.json')
    await writeFile(path, file)
    const said: string[] = []
    const io = { write: (line: string) => said.push(line), writeError: (line: string) => said.push(line) }
    const value = await seconds(() => runImportCatalogue([path], province.app.services, io))
    bench.say(`  ${said.findLast((line) => /^\d+ dòng:/.test(line)) ?? said.at(-1)}`)
    return { value, reference: median(references) }
  },
}

async function parseAndCopy({ pool }: Province, file: Buffer): Promise<void> {
  const records = JSON.parse(file.toString()) as { code: string | null; name: string | null }[]
  const lines = records.map((record) => [record.code, record.name, JSON.stringify(record)].map(copyText).join('\t'))
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('create table bare_procedure (code text, name text, record jsonb)')
    await copyIn(client, 'copy bare_procedure from stdin', Buffer.from(`${lines.join('\n')}\n`))
    await client.query('commit')
    await client.query('drop table bare_procedure')
  } finally {
    client.release()
  }
}

const copyText = (text: string | null): string =>
  text === null
    ? '\\N'
    : text.replace(/[\\\t\n\r]/g, (letter) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[letter] ?? letter)

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}
