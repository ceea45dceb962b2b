import { expect, test } from 'vitest'
import { soundRow } from '../../../../tests/support/sound-procedure-row.ts'
import { type Existing, hashParts, judge, recordHash } from './judge.ts'
import { parseRecord } from './parse-record.ts'

const stored = (row = soundRow(), isClosed = false): Existing => {
  const { record } = parseRecord(row)
  if (!record) throw new Error('The row is sound')
  const sourceParts = hashParts(record)
  return { procedureId: 1, isClosed, newest: { id: 1, number: 1, status: 'published', sourceHash: recordHash(sourceParts), sourceParts } }
}

test('nothing stored: new', () => {
  expect(judge(undefined, parseRecord(soundRow()))).toMatchObject({ verdict: 'new', effect: 'new', changedParts: [] })
})

test('the same facts: same, also from another address', () => {
  expect(judge(stored(), parseRecord(soundRow({ sources: [{ url: 'https://example.vn/2' }], as_of: '2026-08' })))).toMatchObject({
    verdict: 'same',
  })
})

test('other facts: changed, and it says which', () => {
  const row = soundRow({ name: 'Thủ tục cấp thẻ thử nghiệm (sửa đổi)', steps: ['Nộp hồ sơ.'] })
  expect(judge(stored(), parseRecord(row))).toMatchObject({ verdict: 'changed', changedParts: ['name', 'steps'] })
})

test('suspicious outranks new and changed, and keeps what it would do', () => {
  expect(judge(undefined, parseRecord(soundRow({ status: 'unknown' })))).toMatchObject({ verdict: 'suspicious', effect: 'new' })
  expect(judge(stored(), parseRecord(soundRow({ status: 'repealed' })))).toMatchObject({
    verdict: 'suspicious',
    effect: 'changed',
    changedParts: ['standing'],
  })
})

test('a suspicious row that is stored already is the same', () => {
  const row = soundRow({ status: 'unknown' })
  expect(judge(stored(row), parseRecord(row))).toMatchObject({ verdict: 'same' })
})

test('new facts about a procedure that was closed here wait for a person', () => {
  expect(judge(stored(soundRow(), true), parseRecord(soundRow({ steps: ['Nộp.'] })))).toMatchObject({ verdict: 'suspicious' })
})

test('a row without a record is refused', () => {
  expect(judge(stored(), parseRecord(soundRow({ name: null })))).toMatchObject({ verdict: 'refused' })
})
