import { expect, test } from 'vitest'
import { runDue } from './due-command.ts'

async function run(...args: string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await runDue(args, {
    out: (line) => out.push(line),
    error: (sentence) => errors.push(sentence),
    withDatabase: () => Promise.reject(new Error('no database is needed')),
  })
  return { code, out: out.join('\n'), error: errors.join('\n') }
}
const good = ['--start', '2026-11-20T10:00', '--limit', '3', '--unit', 'working-day']

test('prints the due moment and nothing else', async () => {
  expect(await run(...good)).toEqual({ code: 0, out: '2026-11-26T10:00', error: '' })
  expect((await run(...good, '--mode', 'end')).out).toBe('2026-11-26T17:00')
  expect((await run('--start=2026-11-16T10:00', '--limit=3,5', '--unit=working-day')).out).toBe('2026-11-19T15:00')
  expect((await run('--start', '2026-08-28T15:30', '--limit', '2', '--unit', 'working-day', '--cutoff', '15:00')).out).toBe(
    '2026-09-04T17:00',
  )
  expect((await run('--start', '2026-11-25T16:30', '--limit', '1', '--unit', 'working-day', '--last-hour')).out).toBe('2026-11-26T17:00')
  expect((await run('--start', '2026-11-20T16:30', '--limit', '8', '--unit', 'hour')).out).toBe('2026-11-23T16:30')
})

test.each<[string, string[], RegExp]>([
  ['nothing', [], /^Thiếu --unit/],
  ['no start', ['--limit', '3', '--unit', 'hour'], /^Thiếu --start/],
  [
    'a date that does not exist',
    ['--start', '2026-02-30T10:00', '--limit', '3', '--unit', 'hour'],
    /^--start không nhận “2026-02-30T10:00”/,
  ],
  ['a start without time', ['--start', '2026-02-20', '--limit', '3', '--unit', 'hour'], /^--start không nhận/],
  ['an unknown unit', ['--start', '2026-02-20T10:00', '--limit', '3', '--unit', 'week'], /^--unit không nhận “week”/],
  ['an unknown mode', [...good, '--mode', 'both'], /^--mode không nhận “both”/],
  ['a bad cut-off', [...good, '--cutoff', '25:00'], /^--cutoff không nhận/],
  ['a negative limit', ['--start', '2026-02-20T10:00', '--limit=-3', '--unit', 'hour'], /^--limit không nhận “-3”/],
  ['zero', ['--start', '2026-02-20T10:00', '--limit', '0', '--unit', 'hour'], /^Thời hạn phải lớn hơn 0/],
  ['a third of a day', ['--start', '2026-02-20T10:00', '--limit', '1.3', '--unit', 'working-day'], /^Thời hạn phải lớn hơn 0/],
  ['an unknown option', [...good, '--colour', 'red'], /^Không có tuỳ chọn --colour/],
  ['a stray word', [...good, 'now'], /^Không hiểu “now”/],
  ['a missing value', ['--start', '2026-11-20T10:00', '--unit', 'hour', '--limit'], /thiếu giá trị/],
  ['beyond the calendar', ['--start', '2199-12-20T10:00', '--limit', '300', '--unit', 'working-day'], /2199/],
])('%s: one sentence, exit 2', async (_, args, sentence) => {
  const { code, out, error } = await run(...args)
  expect([code, out]).toEqual([2, ''])
  expect(error).toMatch(sentence)
  expect(error.split('\n')).toHaveLength(1)
})

test('--help explains', async () => expect((await run('--help')).out).toMatch(/--unit-code/))
