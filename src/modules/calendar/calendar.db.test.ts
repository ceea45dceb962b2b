import { expect, test } from 'vitest'
import { addUnit, ancestorIds } from '#modules/organization/index.ts'
import { createPerform } from '#platform/action.ts'
import { systemActor } from '#platform/actor.ts'
import { movableClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/database.ts'
import { formatStamp, instantAt } from '#platform/text/dates.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { confirmDay } from './actions/confirm-day.ts'
import { removeDay } from './actions/remove-day.ts'
import { setDay } from './actions/set-day.ts'
import { setHours } from './actions/set-hours.ts'
import { settleYear } from './actions/settle-year.ts'
import { applyEdit, type CalendarEdit, calendarFrom } from './book.ts'
import { dueAt } from './due.ts'
import { runDue } from './due-command.ts'
import { nationalDays } from './holidays.ts'
import { parseHours } from './hours.ts'
import { previewEdit } from './preview.ts'
import { calendarBook, calendarOf, calendarReader } from './queries.ts'

const { database, url } = await testDatabase()
const perform = createPerform({
  database,
  clock: movableClock(instantAt('2026-11-20', '10:00')),
  authorise: async () => true,
  listeners: new Map(),
})
const actor = systemActor('test')
const unit = (code: string, parentId?: number) =>
  perform(actor, addUnit, {
    code,
    name: code,
    kind: parentId ? 'commune' : 'province',
    level: 'province',
    validFrom: '2020-01-01',
    parentId,
  })
const province = await unit('TINH')
const commune = await unit('XA.1', province)
const other = await unit('XA.2', province)

const due = async (start: string, days: number, unitId?: number, db = database) => {
  const calendar = await calendarOf(db, unitId ? await ancestorIds(db, unitId) : [])
  return formatStamp(
    dueAt(calendar, instantAt(start.slice(0, 10), start.slice(11)), { amount: days, unit: 'working-day' }, { mode: 'carry' }).due,
  )
}
const off = (date: string, unitId?: number) => ({ date, unitId, kind: 'off', name: 'Nghỉ', source: 'QĐ 1/QĐ-UBND', isConfirmed: true })

test('an empty database counts by the national calendar', async () => {
  expect(await due('2026-11-20T10:00', 3)).toBe('2026-11-26T10:00')
  expect(await due('2026-11-20T10:00', 3, commune)).toBe('2026-11-26T10:00')
})

test('lessons A.1, more: a list reads the calendar once for all its lines, and units without days of their own share it', async () => {
  let statements = 0
  const counting = database.withPlugin({
    transformQuery: ({ node }) => {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const of = await calendarReader(counting)
  const once = statements
  const lines = Array.from({ length: 100 }, (_, line) => of(line % 2 === 0 ? [commune, province] : [other, province]))
  expect(new Set(lines).size).toBe(1)
  expect(statements).toBe(once)
  statements = 0
  await calendarReader(counting)
  expect(statements).toBe(1)
})

test('a unit inherits hours and days from the units above it, and its own come first', async () => {
  await perform(actor, setDay, off('2027-03-01', province))
  expect(await due('2027-02-26T10:00', 1, commune)).toBe('2027-03-02T10:00')
  expect(await due('2027-02-26T10:00', 1)).toBe('2027-03-01T10:00')
  await perform(actor, setDay, { ...off('2027-03-01', commune), kind: 'working' })
  expect(await due('2027-02-26T10:00', 1, commune)).toBe('2027-03-01T10:00')
  expect(await due('2027-02-26T10:00', 1, other)).toBe('2027-03-02T10:00')
  const week = '07:30-11:30,13:30-17:00'
  await perform(actor, setHours, {
    unitId: commune,
    validFrom: '2027-06-01',
    source: 'QĐ 2/QĐ-UBND',
    ...{ monday: week, tuesday: week, wednesday: week, thursday: week, friday: week, saturday: '07:30 – 11:30' },
  })
  expect(await due('2027-06-04T10:00', 1, commune)).toBe('2027-06-05T10:00')
  expect(await due('2027-05-28T10:00', 1, commune)).toBe('2027-05-31T10:00')
  expect(await due('2027-06-04T10:00', 1, other)).toBe('2027-06-07T10:00')
})

test('editing one national day settles its year and leaves the other days as they were', async () => {
  expect(await due('2026-11-20T10:00', 1)).toBe('2026-11-23T10:00')
  await perform(actor, setDay, off('2026-11-23'))
  await perform(actor, setDay, { ...off('2026-11-28'), kind: 'working', name: 'Làm bù cho 23/11' })
  expect(await due('2026-11-20T10:00', 1)).toBe('2026-11-25T10:00')
  expect(await due('2026-11-27T10:00', 1)).toBe('2026-11-28T10:00')
  const rows = await database
    .selectFrom('calendarDay')
    .select('date')
    .where('unitId', 'is', null)
    .where('date', '<', '2027-01-01')
    .execute()
  expect(rows).toHaveLength(nationalDays(2026).length + 2)
  await perform(actor, removeDay, { date: '2026-11-23' })
  await perform(actor, removeDay, { date: '2026-11-28' })
  expect(await due('2026-11-20T10:00', 3)).toBe('2026-11-26T10:00')
})

test('a proposal may be taken away, in a year that nobody has settled yet', async () => {
  expect(await due('2031-08-29T10:00', 1)).toBe('2031-09-03T10:00')
  await perform(actor, removeDay, { date: '2031-09-01' })
  expect(await due('2031-08-29T10:00', 1)).toBe('2031-09-01T10:00')
  expect(await due('2031-09-01T10:00', 1)).toBe('2031-09-03T10:00')
  await expect(perform(actor, removeDay, { date: '2031-09-01' })).rejects.toThrow('record.not-found')
})

test('settling a year again adds nothing; confirming names the document', async () => {
  expect(await perform(actor, settleYear, { year: 2027 })).toBe(nationalDays(2027).length)
  expect(await perform(actor, settleYear, { year: 2027 })).toBe(0)
  await perform(actor, confirmDay, { date: '2027-02-08', source: 'Thông báo 1/TB-BNV' })
  const day = await database
    .selectFrom('calendarDay')
    .select(['isConfirmed', 'source'])
    .where('date', '=', '2027-02-08')
    .executeTakeFirstOrThrow()
  expect(day).toEqual({ isConfirmed: true, source: 'Thông báo 1/TB-BNV' })
  await expect(perform(actor, confirmDay, { date: '2027-02-22', source: 'x' })).rejects.toThrow('record.not-found')
})

test('another process sees an edit at once, and an edit that is rolled back is seen by nobody', async () => {
  const second = openDatabase(url, { max: 2 })
  try {
    expect(await due('2028-06-01T10:00', 1, undefined, second.database)).toBe('2028-06-02T10:00')
    await perform(actor, setDay, off('2028-06-02'))
    expect(await due('2028-06-01T10:00', 1, undefined, second.database)).toBe('2028-06-05T10:00')
    const before = await database.selectFrom('calendarVersion').select('version').executeTakeFirstOrThrow()
    await expect(
      database.transaction().execute(async (tx) => {
        await tx.deleteFrom('calendarDay').where('date', '=', '2028-06-02').execute()
        expect(await calendarBook(tx).then((book) => book.layers.get(0)?.days.some(({ date }) => date === '2028-06-02'))).toBe(false)
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await database.selectFrom('calendarVersion').select('version').executeTakeFirstOrThrow()).toEqual(before)
    expect(await due('2028-06-01T10:00', 1)).toBe('2028-06-05T10:00')
  } finally {
    await second.close()
  }
})

test('a week planned for later stays when hours change before it', async () => {
  const flat = (text: string) => ({ monday: text, tuesday: text, wednesday: text, thursday: text, friday: text })
  const set = (validFrom: string, text: string) =>
    perform(actor, setHours, { unitId: other, validFrom, source: 'QĐ 3/QĐ-UBND', ...flat(text) })
  await set('2029-01-01', '07:00-11:00,13:00-17:00')
  await set('2029-06-01', '06:30-10:30,13:00-17:00')
  await set('2029-03-01', '07:30-11:30,13:00-17:00')
  await set('2029-03-01', '07:45-11:45,13:00-17:00')
  const weeks = await database
    .selectFrom('officeWeek')
    .select(['validFrom', 'validTo', 'monday'])
    .where('unitId', '=', other)
    .orderBy('validFrom')
    .execute()
  expect(weeks).toEqual([
    { validFrom: '2029-01-01', validTo: '2029-02-28', monday: '07:00-11:00,13:00-17:00' },
    { validFrom: '2029-03-01', validTo: '2029-05-31', monday: '07:45-11:45,13:00-17:00' },
    { validFrom: '2029-06-01', validTo: null, monday: '06:30-10:30,13:00-17:00' },
  ])
})

test('what the preview says is what saving does', async () => {
  const flat = parseHours('07:00-11:00,13:00-17:00') ?? []
  const edits: [CalendarEdit, () => Promise<unknown>][] = [
    [
      {
        kind: 'set-day',
        unitId: null,
        day: { date: '2032-03-02', kind: 'off', name: 'Nghỉ', nameEn: '', source: 'QĐ 1/QĐ-UBND', isConfirmed: true },
      },
      () => perform(actor, setDay, off('2032-03-02')),
    ],
    [{ kind: 'remove-day', unitId: null, date: '2032-03-02' }, () => perform(actor, removeDay, { date: '2032-03-02' })],
    [
      { kind: 'set-week', unitId: other, week: { validFrom: '2032-03-02', validTo: null, days: [flat, flat, flat, flat, flat, flat, []] } },
      () =>
        perform(actor, setHours, {
          unitId: other,
          validFrom: '2032-03-02',
          source: 'QĐ 4/QĐ-UBND',
          ...Object.fromEntries(
            ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day) => [day, '07:00-11:00,13:00-17:00']),
          ),
        }),
    ],
  ]
  const units = [[], await ancestorIds(database, commune), await ancestorIds(database, other)]
  const clocks = units.flatMap((unitIds, index) =>
    [1, 3, 10].map((amount) => ({
      id: index * 100 + amount,
      unitIds,
      start: instantAt('2032-02-27', '10:00'),
      limit: { amount, unit: 'working-day' as const },
      rules: { mode: 'carry' as const },
    })),
  )
  for (const [edit, save] of edits) {
    const before = await calendarBook(database)
    const preview = await previewEdit(before, edit, clocks)
    await save()
    const after = await calendarBook(database)
    for (const clock of clocks) {
      const dueIn = (book: typeof before) => dueAt(calendarFrom(book, clock.unitIds), clock.start, clock.limit, clock.rules).due
      const moved = preview.moved.find(({ id }) => id === clock.id)
      expect(dueIn(applyEdit(before, edit))).toEqual(dueIn(after))
      expect(moved ? [moved.before, moved.after] : undefined).toEqual(
        dueIn(before).getTime() === dueIn(after).getTime() ? undefined : [dueIn(before), dueIn(after)],
      )
    }
    expect(preview.checked).toBe(clocks.length)
    expect(preview.moved.length).toBeGreaterThan(0)
    expect(preview.moved.length).toBeLessThan(clocks.length + 1)
  }
})

test('bad hours and days are refused at their field', async () => {
  const refused = (input: Record<string, unknown>) =>
    perform(actor, setDay, { ...off('2027-01-05'), ...input }).catch((error) => error.fields)
  expect(await refused({ kind: 'working', hours: '17:00-08:00' })).toHaveProperty('hours')
  expect(await refused({ hours: '08:00-12:00' })).toHaveProperty('hours')
  expect(await refused({ date: '2027-02-30' })).toHaveProperty('date')
  expect(await refused({ source: ' ' })).toHaveProperty('source')
  const noHours = perform(actor, setHours, { validFrom: '2027-01-01', source: 'x' }).catch((error) => error.fields)
  expect(await noHours).toHaveProperty('monday')
})

test('motcua due --unit-code counts by the unit’s own calendar', async () => {
  const lines: string[] = []
  const run = (code: string) =>
    runDue(['--start', '2027-06-04T10:00', '--limit', '1', '--unit', 'working-day', '--unit-code', code], {
      out: (line) => lines.push(line),
      error: (sentence) => lines.push(sentence),
      withDatabase: (work) => work(database),
    })
  expect([await run('XA.1'), await run('TINH'), await run('NOWHERE')]).toEqual([0, 0, 2])
  expect(lines).toEqual(['2027-06-05T10:00', '2027-06-07T10:00', 'Không có đơn vị nào mang mã “NOWHERE”.'])
})
