import { expect, test } from 'vitest'
import { readCode } from './procedure-code.ts'

test.each([
  ['1.004628', { kind: 'national', national: '1.004628', local: null }],
  [' 1.004628.000.00.00.h44 ', { kind: 'national', national: '1.004628', local: '1.004628.000.00.00.H44' }],
  ['1,004628', { kind: 'national', national: '1.004628', local: null }],
  ['1.00324', { kind: 'damaged', seen: '1.00324', proposal: '1.003240' }],
  ['1.01419', { kind: 'damaged', seen: '1.01419', proposal: '1.014190' }],
  ['2020.DL.016', { kind: 'local', local: '2020.DL.016' }],
  ['', { kind: 'none' }],
  [null, { kind: 'none' }],
])('%s', (seen, expected) => {
  expect(readCode(seen)).toEqual(expected)
})
