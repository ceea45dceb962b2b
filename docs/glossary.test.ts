import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LIFE_STATES, type LifeStateData } from '../src/modules/dossier/index.ts'

const root = join(import.meta.dirname, '..')
const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
const rows = glossary
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.split('|').length === 7)
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('glossary', () => {
  test('every code name exists in the source', () => {
    const source = read('src', /\.tsx?$/)
    const missing = rows.map(([, , , code = '']) => code.replaceAll('`', '')).filter((name) => !new RegExp(`\\b${name}\\b`).test(source))
    expect(missing).toEqual([])
  })

  test('every table of the database is in it, and no other', () => {
    const migrations = read('db/migrations', /\.sql$/)
    const dropped = [...migrations.matchAll(/^drop table (\w+)/gm)].map(([, name]) => name)
    const made = [...migrations.matchAll(/^create table (\w+)/gm)].map(([, name = '']) => name)
    const tables = made.filter((name) => !dropped.includes(name))
    const named = new Set(rows.map(([, , , , table = '']) => table.replaceAll('`', '')))
    expect(tables.filter((table) => !named.has(table))).toEqual([])
    expect([...named].filter((table) => !tables.includes(table))).toEqual([])
  })

  test('every state of a dossier is in it with its national status', () => {
    const missing = Object.entries<LifeStateData>(LIFE_STATES).filter(
      ([state, { national }]) => !new RegExp(`\\| \`${state}\` \\| [^|]+ \\| ${national ?? '–'} `).test(glossary),
    )
    expect(missing).toEqual([])
  })
})

function read(folder: string, pattern: RegExp): string {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}
