/** The guides for users stay true: their words in bold stand on a screen, their pictures and links exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = import.meta.dirname
const project = join(folder, '..', '..')
const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .map((path) => readFileSync(join(project, 'src', path), 'utf8'))
  .join('\n')

describe.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')

  test('what it calls by name stands on a screen', () => {
    const named = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words.replace(/\s+/g, ' '))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((words) => !sources.includes(words))).toEqual([])
  })

  test('its pictures and links lead somewhere', () => {
    const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
    const anchors = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => `#${anchorOf(title)}`))
    expect(
      targets.filter((target) => (target.startsWith('#') ? !anchors.has(target) : !existsSync(join(dirname(join(folder, name)), target)))),
    ).toEqual([])
  })
})

/** As the site that shows the file makes them. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-')
