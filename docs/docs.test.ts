/** What the documentation names is there: files, commands, settings, modules in their places. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'

const root = join(import.meta.dirname, '..')
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]
const read = (page: string) => readFileSync(join(root, page), 'utf8')
/** A pattern for the reader, not a place. */
const isPattern = (path: string) => /[<>*…{}]|NNNN/.test(path)

describe.each(pages.map((page) => [page]))('%s', (page) => {
  const text = read(page)

  test('links to pages and pictures that exist', () => {
    const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
    const own = targets.filter((target) => !/^[a-z]+:/.test(target))
    expect(own.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([])
  })

  test('names files that exist', () => {
    const named = [...text.matchAll(/`((?:src|db|tests|docs|scripts|bench)\/[^`\s]+?)`/g)].map(([, path = '']) => path)
    expect(named.filter((path) => !isPattern(path) && !existsSync(join(root, path)))).toEqual([])
  })

  test('names commands that exist', () => {
    const named = [...text.matchAll(/motcua -- ([a-z][a-z-]*)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in commands))).toEqual([])
  })
})

test('README names every command for people who run it, every setting, and no other', () => {
  const text = read('README.md')
  const line = text.split('\n').find((each) => each.startsWith('Command line:')) ?? ''
  const named = [...line.matchAll(/`([a-z][a-z-]*)(?: [^`]*)?`/g)].map(([, name = '']) => name).filter((name) => name !== 'npm')
  expect(named.filter((name) => !(name in commands))).toEqual([])
  // What only writes a page of the documentation may be left to developers.
  const forRunning = Object.keys(commands).filter((name) => !commands[name]?.about.includes('docs/'))
  expect(forRunning.filter((name) => !named.includes(name))).toEqual([])
  const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): z\b/gm)].map(([, name = '']) => name)
  expect(settings.length).toBeGreaterThan(10)
  expect(settings.filter((name) => !name.startsWith('MOTCUA_FILES_S3_') && !new RegExp(`\`[^\`]*\\b${name}\\b`).test(text))).toEqual([])
})

test('the picture of the modules has each of them, and every arrow of the table goes down or to the right', () => {
  const table = /const modules: .*?= \{(.*?)\n\}/s.exec(read('architecture.test.ts'))?.[1] ?? ''
  const arrows = [...table.matchAll(/^ {2}(\w+): \[([^\]]*)\]/gm)].map(([, name = '', used = '']) => ({
    name,
    uses: [...used.matchAll(/'(\w+)'/g)].map(([, one = '']) => one),
  }))
  const names = arrows.map(({ name }) => name)
  expect(names.length).toBeGreaterThan(5)
  const rows = read('docs/architecture.md').split('\n')
  const placeOf = (name: string): [number, number] => {
    const row = rows.findIndex((line) => line.startsWith('│') && new RegExp(`^[^:]*\\b${name}\\b`).test(line))
    return [row, rows[row]?.indexOf(name) ?? -1]
  }
  expect(names.filter((name) => placeOf(name)[0] < 0)).toEqual([])
  const against = arrows.flatMap(({ name, uses }) => {
    const [row, column] = placeOf(name)
    return uses
      .filter((used) => {
        const [lower, right] = placeOf(used)
        return !(lower > row || (lower === row && right > column))
      })
      .map((used) => `${name} → ${used}`)
  })
  expect(against).toEqual([])
  expect(names.filter((name) => !new RegExp(`src/modules.*\\b${name}\\b`).test(read('README.md')))).toEqual([])
})
