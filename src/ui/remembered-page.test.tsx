import { expect, test } from 'vitest'
import { type Facts, rememberedPage } from './index.ts'

/** Draws what it is given, and says how often it drew. */
function desk(place: string) {
  let drawn = 0
  const open = (facts: Facts, at = place) =>
    rememberedPage(at, facts, () => {
      drawn++
      return <p>{facts.join(' ')}</p>
    }).toString()
  return { open, drawn: () => drawn }
}

test('a page that shows the same is made once; one that shows anything else is made anew', () => {
  const { open, drawn } = desk('a')
  expect([open(['Lê Hà', 1]), open(['Lê Hà', 1])]).toEqual(Array(2).fill('<!doctype html><p>Lê Hà 1</p>'))
  expect(drawn()).toBe(1)
  expect(open(['Lê Hà', 2])).toContain('Lê Hà 2')
  expect(open(['Lê Hà', 1])).toContain('Lê Hà 1')
  expect(drawn()).toBe(3)
})

test('facts are told apart by number, kind and order', () => {
  const { open, drawn } = desk('b')
  const different: Facts[] = [[], ['1'], [1], ['1', ''], ['', '1'], [null], [undefined], [false], [0], [-0]]
  for (const facts of different) open(facts)
  expect(drawn()).toBe(different.length)
})

test('each place has its own page', () => {
  const { open, drawn } = desk('c')
  open(['x'])
  open(['y'], 'd')
  expect([open(['x']), open(['y'], 'd'), drawn()]).toEqual([expect.stringContaining('x'), expect.stringContaining('y'), 2])
})

test('what was not asked for the longest is forgotten', () => {
  const { open, drawn } = desk('kept')
  open(['x'])
  open(['x'], 'old')
  for (let other = 0; other < 299; other++) {
    open(['x'], `other ${other}`)
    open(['x'])
  }
  const before = drawn()
  open(['x'])
  expect(drawn()).toBe(before)
  open(['x'], 'old')
  expect(drawn()).toBe(before + 1)
})
