import { describe, expect, test } from 'vitest'
import { spreadEvenly } from './spread.ts'

const person = (id: number, openTasks: number) => ({ id, fullName: `Cán bộ ${id}`, openTasks })
const shares = (...args: Parameters<typeof spreadEvenly>) => [...spreadEvenly(...args)].map(([key, { id }]) => `${key}:${id}`)

describe('spreading evenly', () => {
  test('each task goes to whoever has the fewest at that moment; of two, to the lower id', () => {
    const among = [person(3, 1), person(1, 2), person(2, 1)]
    expect(shares(['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, among })))).toEqual(['a:2', 'b:3', 'c:1', 'd:2', 'e:3'])
  })

  test('what somebody holds and is being given away does not count for her', () => {
    const among = [person(1, 2), person(2, 1)]
    expect(shares(['a', 'b'].map((key) => ({ key, among, holderId: 1 })))).toEqual(['a:1', 'b:1'])
  })

  test('a task for which nobody is there is left out; others go on', () => {
    expect(
      shares([
        { key: 'a', among: [] },
        { key: 'b', among: [person(5, 0)] },
      ]),
    ).toEqual(['b:5'])
  })

  test('loads are shared between roles that one person holds', () => {
    expect(
      shares([
        { key: 'a', among: [person(1, 0)] },
        { key: 'b', among: [person(1, 0), person(2, 0)] },
      ]),
    ).toEqual(['a:1', 'b:2'])
  })
})
