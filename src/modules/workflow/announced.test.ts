/** The table of messages says what the actions do: each file that makes one transition and announces one message is read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TRANSITIONS, type TransitionId } from '../dossier/index.ts'
import { ANNOUNCED } from './announced.ts'

const modules = join(import.meta.dirname, '..')
const files = readdirSync(modules, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /actions$/.test(entry.parentPath) && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map((entry) => ({ name: entry.name, source: readFileSync(join(entry.parentPath, entry.name), 'utf8') }))

/** One transition, one message: nothing else can be meant. */
const plain = files.flatMap(({ name, source }) => {
  const ids = new Set([...source.matchAll(/transit\(\s*work,\s*dossier,\s*'([a-z-]+)'/g)].map(([, id = '']) => id))
  const kinds = new Set([...source.matchAll(/announce\(work, dossier, '([a-z-]+)'/g)].map(([, kind = '']) => kind))
  const [[id], [kind]] = [[...ids], [...kinds]]
  return ids.size === 1 && kinds.size <= 1 ? [{ name, id: id as TransitionId, kind }] : []
})

test('many actions are read', () => expect(plain.filter(({ kind }) => kind !== undefined).length).toBeGreaterThan(12))

test.each(plain.filter(({ kind }) => kind !== undefined))('$name: $id announces $kind', ({ id, kind }) => {
  expect(TRANSITIONS.map((transition) => transition.id)).toContain(id)
  expect(ANNOUNCED[id]).toBe(kind)
})

test('a transition without a message in its action has none in the table', () => {
  // Of these the message is announced by what several actions share.
  const shared: TransitionId[] = ['request-payment', 'notify-obligation', 'consult', 'interoperate']
  expect(
    plain.filter(({ id, kind }) => kind === undefined && ANNOUNCED[id] !== undefined && !shared.includes(id)).map(({ name }) => name),
  ).toEqual([])
})
