import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPageBarcodes, readPdf } from '../../../tests/support/read-pdf.ts'
import { AppError } from '../errors.ts'
import { createPdf, type Pdf } from './index.ts'

const PLAIN = `#let data = json(bytes(sys.inputs.data))
#set document(title: "Thử", date: auto)
#set text(font: "Tinos", fallback: false)
#data.text`
const BARS = `#set document(title: "Mã")
#image("/barcodes/code.svg", width: 58mm, height: 9mm, fit: "stretch", alt: "mã vạch")
#image("/barcodes/lookup.svg", width: 19mm, alt: "mã QR")`
/** Some seconds of counting; not slow, because a thread inside native code ends only when that returns. */
const SLOW = `#let x = 0
#for a in range(4000) { for b in range(1000) { x += calc.rem(a, b + 1) } }
#x`

let folder: string
let pdf: Pdf

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-pdf-'))
  writeFileSync(join(folder, 'plain.typ'), PLAIN)
  writeFileSync(join(folder, 'bars.typ'), BARS)
  writeFileSync(join(folder, 'slow.typ'), SLOW)
  writeFileSync(join(folder, 'broken.typ'), '#nobody.name')
  pdf = createPdf({ templateFolder: folder })
})

afterAll(async () => {
  await pdf.close()
  rmSync(folder, { recursive: true })
})

const textOf = async (text: string) => (await readPdf(await pdf.render('plain.typ', { text })))[0]?.text

describe('text from outside', () => {
  test('is printed as it is, never read as markup', async () => {
    const hostile = '#set page(fill: red) *đậm* _x_ $a^2$ "ngoặc" \\ // @a <b> #include("/etc/passwd") <script>alert(1)</script>'
    expect((await textOf(hostile))?.replace(/\s/g, '')).toBe(hostile.replace(/\s/g, ''))
  })

  test('is composed: two ways to write a letter become one', async () => {
    const decomposed = 'Nguyễn Thị Hường'.normalize('NFD')
    expect(decomposed).not.toBe('Nguyễn Thị Hường')
    expect(await textOf(decomposed)).toBe('Nguyễn Thị Hường')
  })

  test('loses invisible characters, and what the font cannot draw becomes a box', async () => {
    expect(await textOf('a\u202Eb\u200Bc\u0000d\u0007\ufeff')).toBe('abcd')
    expect(await textOf('Lý 李 \u{1F600} hết')).toBe('Lý □ □ hết')
  })
})

describe('the file', () => {
  test('is PDF/A-2a, tagged, and the same for the same facts at the same time', async () => {
    const createdAt = new Date('2026-11-20T03:05:00Z')
    const first = await pdf.render('plain.typ', { text: 'Giống nhau' }, { createdAt })
    const metadata = Buffer.from(first).toString('latin1')
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(metadata).toContain('/MarkInfo')
    expect(metadata).toContain('2026-11-20T03:05:00')
    expect(Buffer.from(await pdf.render('plain.typ', { text: 'Giống nhau' }, { createdAt })).equals(Buffer.from(first))).toBe(true)
  })

  test('barcodes are read by another program, for every day of a month and long addresses', async () => {
    for (let day = 1; day <= 28; day += 3) {
      const code = `H50.01-2611${String(day).padStart(2, '0')}-${String(day * 357).padStart(4, '0')}`
      const url = `https://dichvucong.example.vn/tra-cuu/${code}${day % 2 ? '' : `?thoi-gian=${'0123456789'.repeat(day % 8)}`}`
      const bytes = await pdf.render('bars.typ', null, {
        barcodes: { code: { kind: 'code128', text: code }, lookup: { kind: 'qr', text: url } },
      })
      expect(await readPageBarcodes(bytes)).toEqual(
        new Map([
          ['Code128', code],
          ['QRCode', url],
        ]),
      )
    }
  })
})

describe('when something goes wrong', () => {
  test('the error names the template and keeps the reason', async () => {
    const error = await pdf.render('broken.typ', {}).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).sentence('vi')).toContain('broken.typ')
    expect(String((error as AppError).cause)).toContain('unknown variable: nobody')
    await expect(pdf.render('missing.typ', {})).rejects.toMatchObject({ code: 'pdf.failed' })
  })

  test('a sheet that takes too long is given up, the thread replaced, and the queue goes on', async () => {
    const impatient = createPdf({ templateFolder: folder, timeout: 900 })
    const [slow, next] = await Promise.allSettled([impatient.render('slow.typ', {}), impatient.render('plain.typ', { text: 'Sau' })])
    expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'pdf.failed', parameters: { template: 'slow.typ' } } })
    expect(next.status).toBe('fulfilled')
    await impatient.close()
  })

  test('a worker that cannot start fails its sheet instead of waiting for ever', async () => {
    const fontless = createPdf({ templateFolder: folder, fontFolder: folder })
    await expect(fontless.render('plain.typ', { text: 'x' })).rejects.toMatchObject({ code: 'pdf.failed' })
    await expect(fontless.render('plain.typ', { text: 'x' })).rejects.toMatchObject({ code: 'pdf.failed' })
    await fontless.close()
  })

  test('closing refuses what waits and what comes later', async () => {
    const closing = createPdf({ templateFolder: folder })
    const waiting = Promise.allSettled([closing.render('slow.typ', {}), closing.render('plain.typ', { text: 'x' })])
    await closing.close()
    for (const result of await waiting) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'pdf.closed' } })
    await expect(closing.render('plain.typ', { text: 'x' })).rejects.toMatchObject({ code: 'pdf.closed' })
  })
})
