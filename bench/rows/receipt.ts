/**
 * The PDF of a receipt (form 01, A5, Code 128 and QR, PDF/A-2a) from its stored sheet, as the program prints it: barcodes drawn, letters checked against the font, set in the worker
 * thread. Receipts are issued through the page, and each is set once, so that nothing is known of it before. Reference: Typst sets the same page to the same standard from the same
 * data, its barcodes drawn beforehand.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type PaperSheet, paperTemplates, printPaper } from '#modules/papers/index.ts'
import { barcodeSvg } from '#platform/pdf/barcode.ts'
import { askFor } from '../support/ask.ts'
import { compare } from '../support/compare.ts'
import { load } from '../support/load.ts'
import type { Bench, Province, Row } from '../support/row.ts'

const OFFICER = 'tiepnhan1'
const ROUNDS = 5
const RECEIPTS = 12
/** As in the product: without it Typst's memory grows with every page. */
const CACHE_AGE = 10
/** Bytes. */
const SMALLEST = 10_000

export const row: Row = {
  name: 'receipt',
  unit: 'ms',
  reach: '≤ 1.3',
  async run(bench: Bench) {
    const province = await bench.province(1_000)
    const cookie = await province.cookie(OFFICER)
    const codes = await issue(province, cookie, RECEIPTS * (ROUNDS + 1))
    const sheets = await sheetsOf(province)
    const typst = bareTypst(sheets)
    const sheetOf = (code: string) => sheets.get(code) ?? missing(code)
    const each = (print: (code: string) => Promise<Uint8Array> | Uint8Array) => async (round: number) => {
      const { perSecond } = await load(RECEIPTS, 1, async (run) => {
        if ((await print(codes[round * RECEIPTS + run] ?? '')).length < SMALLEST) throw new Error('That is no receipt')
      })
      return 1_000 / perSecond
    }
    const { pdf } = province.app.services
    return compare(
      ROUNDS,
      each((code) => printPaper(pdf, sheetOf(code), province.clock.now())),
      each((code) => typst(code)),
    )
  },
}

/** Through the page, for dossiers of the officer's unit that have no receipt yet. */
async function issue({ pool, url }: Province, cookie: string, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ code: string }>(
    `select d.code from dossier d join officer o on o.home_unit_id = d.receiving_unit_id
    where o.username = $1 and not exists (select from paper p where p.dossier_id = d.id) order by d.id limit $2`,
    [OFFICER, count],
  )
  if (rows.length < count) throw new Error(`Only ${rows.length} dossiers wait for a receipt`)
  const headers = { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' }
  for (const { code } of rows) await askFor(303, `${url}/ho-so/${code}/giay-to/giay-tiep-nhan`, { method: 'POST', headers, body: '' })
  return rows.map(({ code }) => code)
}

const missing = (code: string): never => {
  throw new Error(`No receipt of ${code}`)
}

async function sheetsOf({ pool }: Province): Promise<Map<string, PaperSheet>> {
  const { rows } = await pool.query<{ code: string; data: PaperSheet }>(
    'select d.code, p.data from paper p join dossier d on d.id = p.dossier_id',
  )
  return new Map(rows.map(({ code, data }) => [code, data]))
}

function bareTypst(sheets: ReadonlyMap<string, PaperSheet>): (code: string) => Uint8Array {
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
    const sheet = ready.get(code) ?? missing(code)
    for (const [path, svg] of sheet.pictures) compiler.mapShadow(path, svg)
    const { result } = compiler.compile(sheet)
    if (!result) throw new Error('Typst could not set the receipt')
    const pdf = compiler.pdf(result, { pdfStandard: 'a-2a' })
    compiler.evictCache(CACHE_AGE)
    return pdf
  }
}
