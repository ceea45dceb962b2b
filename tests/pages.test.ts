/**
 * Every page that a menu or a link leads to, opened by somebody who holds every role: it is there, it is whole, and in English no Vietnamese is left on it
 * but what the database says.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { receiveDossier } from '../src/modules/intake/index.ts'
import { testApp } from './support/app.ts'
import { browsing } from './support/browsing.ts'
import { takeStep } from './support/take-step.ts'

/** Pages that differ only in whose they are: so many of each kind are opened. */
const OF_A_KIND = 2
const MENUS = ['/lam-viec', '/']
/** Leaves the page rather than showing one. */
const NOT_PAGES = /^\/(ngon-ngu|dang-xuat|tai-nguyen)/
/** Vietnamese on purpose: examples of what to write, also in a template, the name of a holiday, and the documents that holidays rest on. */
/** Texts of law are cited by their own numbers: “NĐ 61/2018/NĐ-CP”. */
const CITED = /(NĐ|QĐ) \d+\/\d+\/(NĐ-CP|QĐ-TTg)/g
const MEANT = /example:? .*|\{.*\}|Hùng Kings’ Commemoration|(Dự kiến theo )?(Bộ luật|Công văn|Thông báo|Nghị quyết) .*/i
/** Words in a row that are no coincidence. */
const PHRASE = 3
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i

const app = await testApp()
const { pool } = app.handle
const browser = browsing(app.server)
const pages = new Map<string, { status: number; html: string }>()

beforeAll(async () => {
  const { rows: officers } = await pool.query(`update officer set must_change_password = false where username = 'quantri' returning id`)
  await pool.query(
    `insert into role_assignment (officer_id, role_id, unit_id, valid_from, created_at)
       select $1, r.id, u.id, '2026-01-01', now() from role r, unit u where u.parent_id is null
     on conflict do nothing`,
    [officers[0].id],
  )
  const offer = await app.anOffer()
  const actor = { kind: 'officer', id: await app.anOfficerWithRole('receptionist', offer.receivingUnitId) } as const
  const receive = () =>
    app.services.perform(actor, receiveDossier, {
      procedureCaseId: offer.caseId,
      receivingUnitId: offer.receivingUnitId,
      owner: { name: 'Lê Thị Minh Họa', phone: '0912345678' },
      components: offer.components.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
      returnMethod: 'counter',
    })
  // One at its beginning, one at its end.
  await receive()
  const { dossierId } = await receive()
  while ((await takeStep(app, dossierId)).kind !== 'return') app.clock.set(new Date(app.clock.now().getTime() + 3_600_000))
  await browser.signIn('quantri', 'MotCua#2026')
  await walk(MENUS)
}, 120_000)

describe('menus', () => {
  test.each(MENUS)('each entry on %s opens', (menu) => {
    const entries = linksOf(navigationOf(pages.get(menu)?.html ?? ''))
    expect(entries.length).toBeGreaterThan(2)
    expect(entries.filter((href) => pages.get(href)?.status !== 200)).toEqual([])
  })
})

describe('pages', () => {
  test('every link leads somewhere', () => {
    expect(pages.size).toBeGreaterThan(60)
    expect([...pages].filter(([, { status }]) => status !== 200).map(([path, { status }]) => `${status} ${path}`)).toEqual([])
  })

  test('every page has one title, one heading of the first order, and nothing half-written', () => {
    const wrong = [...pages]
      .filter(([, { html }]) => isPage(html))
      .flatMap(([path, { html }]) => {
        const said = readable(html).join('\n')
        const broken = /\b(undefined|NaN|Invalid Date|\[object Object\])\b/.exec(said)?.[0]
        return [
          html.match(/<h1[\s>]/g)?.length === 1 ? [] : [`${path}: no single h1`],
          /<title>[^<]{4,}<\/title>/.test(html) ? [] : [`${path}: no title`],
          html.includes('<html lang="vi"') ? [] : [`${path}: not in Vietnamese`],
          broken ? [`${path}: ${broken}`] : [],
        ].flat()
      })
    expect(wrong).toEqual([])
  })
})

describe('English', () => {
  test('no Vietnamese is left on a page but names and data, and the switch leads back', async () => {
    const isData = await dataFinder()
    const left = new Map<string, string>()
    await browser.open('/ngon-ngu?den=en&ve=/')
    for (const [path, { html: vietnamese }] of pages) {
      if (!isPage(vietnamese)) continue
      const { html } = await browser.open(path)
      if (!html.includes('<html lang="en"')) left.set(`lang of ${path}`, path)
      for (const words of readable(html)) {
        const said = words.replace(CITED, '').replace(MEANT, '')
        if (VIETNAMESE.test(said) && !isData(said) && !left.has(words)) left.set(words, path)
      }
    }
    expect([...left].map(([words, path]) => `${path}: ${words}`)).toEqual([])
    const back = await browser.open('/ngon-ngu?den=vi&ve=/lam-viec')
    expect(back.html).toContain('<html lang="vi"')
    expect(back.html).toContain('Việc của tôi')
  }, 120_000)
})

/** Breadth first, so that what is near a menu is opened before what lies deep. */
async function walk(starts: readonly string[]): Promise<void> {
  const seen = new Map<string, number>()
  const queue = [...starts]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (pages.has(path)) continue
    const { status, html } = await browser.open(path)
    pages.set(path, { status, html })
    for (const href of linksOf(html)) {
      const kind = kindOf(href)
      const times = seen.get(kind) ?? 0
      if (pages.has(href) || queue.includes(href) || times >= OF_A_KIND) continue
      seen.set(kind, times + 1)
      queue.push(href)
    }
  }
}

/** `/can-bo/12?trang=3` and `/can-bo/7?trang=2` are of a kind. */
const kindOf = (href: string): string => href.replace(/=[^&]*\d[^&]*/g, '').replace(/\/[^/?]*\d[^/?]*/g, '/…')

const linksOf = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .filter((href) => !NOT_PAGES.test(href)),
  ),
]

const isPage = (html: string): boolean => /^<!doctype html>/i.test(html)

const navigationOf = (html: string): string => (html.match(/<nav\b.*?<\/nav>/gs) ?? []).join('')

/** What a person reads or hears on a page: text, placeholders, labels. */
function readable(html: string): string[] {
  const body = html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<(a|span)\b[^>]* lang="vi"[^>]*>.*?<\/\1>/gs, '')
    // In a picture names are broken into lines; its titles say them whole.
    .replace(/<text\b.*?<\/text>/gs, (text) => text.match(/<title>.*?<\/title>/s)?.[0] ?? '')
  const attributes = [...body.matchAll(/\s(?:aria-label|placeholder|title|alt)="([^"]*)"/g)].map(([, words = '']) => words)
  return [...body.split(/<[^>]*>/), ...attributes]
    .map((words) => words.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

/** Whether all that is Vietnamese in a text was stored, in small letters or capitals: as a value or a part of one between separators, or, inside a sentence, as three words of one or more. */
async function dataFinder(): Promise<(words: string) => boolean> {
  const stored = await everythingStored()
  const whole = new Set(stored.flatMap((text) => [text.replace(/\s+/g, ' ').trim().toLowerCase(), ...parts(text)]))
  const all = stored.join(' ').replace(/\s+/g, ' ').toLowerCase()
  const isCovered = (tokens: string[]): boolean => {
    for (let at = 0; at < tokens.length; ) {
      let end = at
      while (end < tokens.length && all.includes(tokens.slice(at, end + 1).join(' '))) end++
      if (end - at >= PHRASE) at = end
      else if (VIETNAMESE.test(tokens[at] ?? '')) return false
      else at++
    }
    return true
  }
  return (words) =>
    whole.has(words.toLowerCase()) || parts(words).every((part) => !VIETNAMESE.test(part) || whole.has(part) || isCovered(part.split(' ')))
}

const parts = (words: string): string[] =>
  words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .split(/\s*·\s*| – |[,;:()“”/.]/)
    .map((part) => part.trim())
    .filter(Boolean)

/** Every text of the database. */
async function everythingStored(): Promise<string[]> {
  const { rows: columns } = await pool.query(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY')`,
  )
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
  const found = await Promise.all(
    columns.map(async ({ table, column }) => {
      const { rows } = await pool.query(`select distinct to_jsonb("${column}") as value from "${table}"`)
      return rows.flatMap(({ value }) => texts(value))
    }),
  )
  return found.flat()
}
