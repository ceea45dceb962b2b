import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#platform/project.ts'
import { transitionsDocument } from './document.ts'

test('docs/transitions.md is what the data make now', () => {
  const committed = readFileSync(join(projectFolder, 'docs/transitions.md'), 'utf8')
  expect(committed === transitionsDocument(), 'npm run -s motcua -- transitions > docs/transitions.md').toBe(true)
})

test('no cell breaks its table', () => {
  const rows = transitionsDocument()
    .split('\n')
    .filter((line) => line.startsWith('|'))
  for (const row of rows) expect([5, 12, 4, 7], row).toContain(row.split('|').length - 2)
})
