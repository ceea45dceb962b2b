/** Nobody should have to read a program's name: each act and each record that the source writes into the trail has words. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import '../../../app.ts'
import { actName, subjectName } from './names.ts'

const SOURCE = join(import.meta.dirname, '../../..')

async function found(patterns: RegExp[]): Promise<string[]> {
  const files = (await readdir(SOURCE, { recursive: true })).filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
  const texts = await Promise.all(files.map((name) => readFile(join(SOURCE, name), 'utf8')))
  return [...new Set(patterns.flatMap((pattern) => texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))))]
}

test('every act and reading has words in both languages', async () => {
  const names = await found([/\baction\('([a-z.-]+)'/g, /\bname: '([a-z]+\.[a-z-]+)'/g])
  expect(names.length).toBeGreaterThan(40)
  expect(names.filter((name) => !actName(name, 'vi') || !actName(name, 'en'))).toEqual([])
})

test('every kind of record has words in both languages', async () => {
  const kinds = await found([/\babout\(\{ kind: '([a-z-]+)'/g, /subject: \{ kind: '([a-z-]+)'/g])
  expect(kinds.length).toBeGreaterThan(15)
  expect(kinds.filter((kind) => !subjectName(kind, 'vi') || !subjectName(kind, 'en'))).toEqual([])
})
