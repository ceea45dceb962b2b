/** Every class that a page names has a rule: a misspelt or forgotten one shows nothing, and nobody notices. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..', '..')
const read = (pattern: string): string[] => globSync(pattern, { cwd: source }).map((file) => readFileSync(join(source, file), 'utf8'))

/** Named for the part they are; what holds them gives them their look. */
const BARE = new Set([
  'split__main',
  'clock',
  'timeline',
  'table-frame',
  'chart-frame',
  'chart__swatch',
  'selection__count',
  'mark__star',
  'example__states',
])

test('classes of pages and components have rules', () => {
  const rules = new Set(read('ui/styles/**/*.css').flatMap((css) => [...css.matchAll(/\.([a-z_][\w-]*)/gi)].map(([, name]) => name)))
  const named = new Set(
    read('**/*.tsx').flatMap((page) => [...page.matchAll(/\bclass="([^"]+)"/g)].flatMap(([, names = '']) => names.split(/\s+/))),
  )
  expect(named.size).toBeGreaterThan(100)
  expect([...named].filter((name) => !rules.has(name) && !BARE.has(name))).toEqual([])
  expect([...BARE].filter((name) => rules.has(name) || !named.has(name))).toEqual([])
})
