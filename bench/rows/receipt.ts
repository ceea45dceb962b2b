/**
 * The PDF of a receipt (form 01, A5, Code 128 and QR, PDF/A-2a) as the printer gets it: asked of the page that shows it, with session, right and audit line. Every receipt is set
 * once, so that nothing is known of it before. Reference: Typst sets the same page to the same standard from the same data, its barcodes drawn beforehand.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { paperTemplates } from '#modules/papers/index.ts'
import { barcodeSvg } from '#platform/pdf/barcode.ts'
import type { Barcode } from '#platform/pdf/index.ts'
import { askFor } from '../support/ask.ts'
import { compare } from '../support/compare.ts'
import { load } from '../support/load.ts'
import type { Bench, Province, Row } from '../support/row.ts'

const OFFICER = 'tiepnhan1'
const ROUNDS = 5
const RECEIPTS = 12
/** As in the product: without it Typst's memory grows with every page. */
const CACHE_AGE = 10

export const row: Row = {
  name: 'receipt',
  unit: 'ms',
  reach: '≤ 1.3',
  async run(bench: Bench) {
    const province = await bench.province(1_000)
    const cookie = await province.cookie(OFFICER)
    const issued = await issue(province, cookie, RECEIPTS * (ROUNDS + 1))
    const typst = bareTypst(await sheetsOf(province))
    const each = (work: (receipt: Issued) => Promise<Uint8Array | string>) => async (round: number) => {
      const { perSecond } = await load(RECEIPTS, 1, async (run) => {
        const receipt = issued[round * RECEIPTS + run]
        if (!receipt || (await work(receipt)).length < 10_000) throw new Error('That is no receipt')
      })
      return 1_000 / perSecond
    }
    return compare(
      ROUNDS,
      each(async ({ path }) => (await askFor(200, `${province.url}${path}`, { headers: { cookie } })).body),
      each(async ({ code }) => typst(code)),
    )
  },
}

interface Issued {
  code: string
  /** Of the page that shows its print. */
  path: string
}

/** Through the page, for dossiers of the officer's unit that have no receipt yet. */
async function issue({ pool, url }: Province, cookie: string, count: number): Promise<Issued[]> {
  const { rows } = await pool.query<{ code: string }>(
    `select d.code from dossier d join officer o on o.home_unit_id = d.receiving_unit_id
    where o.username = $1 and not exists (select from paper p where p.dossier_id = d.id) order by d.id limit $2`,
    [OFFICER, count],
  )
  if (rows.length < count) throw new Error(`Only ${rows.length} dossiers wait for a receipt`)
  const headers = { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' }
  const issued: Issued[] = []
  for (const { code } of rows) {
    const answer = await askFor(303, `${url}/ho-so/${code}/giay-to/giay-tiep-nhan`, { method: 'POST', headers, body: '' })
    issued.push({ code, path: String(answer.headers.location) })
  }
  return issued
}

interface StoredSheet {
  template: string
  data: Record<string, unknown>
  barcodes: Record<string, Barcode>
}

async function sheetsOf({ pool }: Province): Promise<Map<string, StoredSheet>> {
  const { rows } = await pool.query<{ code: string; data: StoredSheet }>(
    'select d.code, p.data from paper p join dossier d on d.id = p.dossier_id',
  )
  return new Map(rows.map(({ code, data }) => [code, data]))
}

function bareTypst(sheets: ReadonlyMap<string, StoredSheet>): (code: string) => Uint8Array {
  const fonts = join(dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json')))
  const fontBlobs = readdirSync(fonts, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => readFileSync(join(fonts, name)))
  const compiler = NodeCompiler.create({ workspace: paperTemplates, fontArgs: [{ fontBlobs }] })
  const ready = new Map(
    [...sheets].map(([code, { template, data, barcodes }]) => [
      code,
      {
        mainFilePath: join(paperTemplates, template),
        inputs: { data: JSON.stringify(data) },
        pictures: Object.entries(barcodes).map(
          ([name, barcode]) => [join(paperTemplates, 'barcodes', `${name}.svg`), Buffer.from(barcodeSvg(barcode))] as const,
        ),
      },
    ]),
  )
  return (code) => {
    const sheet = ready.get(code)
    if (!sheet) throw new Error(`No receipt of ${code}`)
    for (const [path, svg] of sheet.pictures) compiler.mapShadow(path, svg)
    const { result } = compiler.compile(sheet)
    if (!result) throw new Error('Typst could not set the receipt')
    const pdf = compiler.pdf(result, { pdfStandard: 'a-2a' })
    compiler.evictCache(CACHE_AGE)
    return pdf
  }
}
