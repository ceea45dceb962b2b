import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleUi, type UiAssets } from './bundle.ts'

let folder: string
let assets: UiAssets

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mot-cua-ui-'))
  assets = await bundleUi(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const text = (address: string) => readFile(join(folder, address.slice('/tai-nguyen/'.length)), 'utf8')

it('keeps the enhancements under 6 kB and away from the server’s libraries', async () => {
  const script = await text(assets.enhance)
  expect(gzipSync(script).length).toBeLessThan(6 * 1024)
  expect(script).not.toMatch(/\bimport\s*[("']|innerHTML|eval\(/)
})

it('keeps the designer small, and without anything of the server or of other packages', async () => {
  const script = await text(assets.designer)
  expect(gzipSync(script).length).toBeLessThan(48 * 1024)
  expect(script).not.toMatch(/\bimport\s*[("']|eval\(|React\b|ZodError|select \*/)
})

it('makes one stylesheet that fetches only our own fonts', async () => {
  const css = await text(assets.css)
  const fetched = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, address]) => address)
  expect(fetched).toHaveLength(6)
  const files = await readdir(folder)
  for (const address of fetched) expect(files).toContain(address?.replace('./', ''))
  expect(css).not.toMatch(/@import|data:/)
  expect(css).toMatch(/^@layer reset,\s*tokens,\s*base/)
})

it('fades from page to page, and only where motion is welcome', async () => {
  const css = await text(assets.css)
  const [, welcome = ''] = /@media\s*\(prefers-reduced-motion:\s*no-preference\)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(css) ?? []
  expect(welcome).toMatch(/@view-transition\s*\{\s*navigation:\s*auto;?\s*\}/)
  expect(welcome).toMatch(/::view-transition-old\(\*\)/)
  expect(css.replace(welcome, '')).not.toContain('view-transition')
  const durations = [...css.matchAll(/(?:duration|transition)[^;}]*?([\d.]+)(m?s)/g)].map(
    ([, amount, unit]) => Number(amount) * (unit === 's' ? 1_000 : 1),
  )
  expect(durations.length).toBeGreaterThan(0)
  for (const milliseconds of durations) expect(milliseconds).toBeLessThanOrEqual(150)
})

it('names files by their content', async () => {
  expect(await bundleUi(folder)).toEqual(assets)
  expect(assets.css).toMatch(/^\/tai-nguyen\/mot-cua-[A-Z0-9]{8}\.css$/)
})
