import { describe, expect, test } from 'vitest'
import { seedCatalogue } from '../../../../db/seeds/catalogue/seed-catalogue.ts'
import { testDatabase } from '../../../../tests/support/database.ts'
import { createPerform } from '../../../platform/action.ts'
import { movableClock } from '../../../platform/clock.ts'
import { instantAt } from '../../../platform/text/dates.ts'
import { fieldCounts, type ProcedureFilter, publicProcedures, searchProcedures } from '../index.ts'

const { database } = await testDatabase()
const perform = createPerform({
  database,
  clock: movableClock(instantAt('2025-07-01', '08:00')),
  authorise: async () => true,
  listeners: new Map(),
})
await seedCatalogue(perform)

const DAY = '2026-11-24'
const find = (filter: ProcedureFilter, page: { limit?: number; offset?: number } = {}) =>
  searchProcedures(database, filter, { day: DAY, limit: 100, ...page })
const first = async (text: string) => (await find({ text })).items[0]?.code

describe('typed words', () => {
  test.each([
    ['Thẻ hướng dẫn viên du lịch nội địa', '1.004623'],
    ['the huong dan vien du lich tai diem', '1.001440'],
    ['THẺ HƯỚNG DẪN VIÊN DU LỊCH QUỐC TẾ cấp', '1.001432'],
    ['hoành tráng', '1.001755'],
    ['2.001628', '2.001628'],
    ['lữ h nội đ phá', '1.003742'],
    ['karaoke', '1.001029'],
  ])('%s', async (text, code) => {
    const { items, isNearest } = await find({ text })
    expect(items.map((item) => item.code)).toContain(code)
    expect(isNearest).toBe(false)
  })

  test('old and new places of the tone mark find the same', async () => {
    const both = await Promise.all(
      ['quảng cáo hoà', 'thuỷ', 'thủy'].map(async (text) => (await find({ text })).items.map(({ code }) => code)),
    )
    expect(both[1]).toEqual(both[2])
    expect(both[1]).toContain('1.014190')
  })

  test('only starts of words count', async () => {
    expect(await find({ text: 'hướng dẫn' })).toMatchObject({ isNearest: false })
    expect(await find({ text: 'ướng dẫn' })).toMatchObject({ isNearest: true })
  })

  test.each([
    ['karaoek', '1.001029'],
    ['huong dan vein du lich tai diem', '1.001440'],
    ['thu viên cộng dồg', '1.008901'],
    ['quảng cáp bảng', '1.004650'],
    ['2.01628', '2.001628'],
  ])('one slip: %s', async (text, code) => {
    const { items, isNearest } = await find({ text })
    expect(isNearest).toBe(true)
    expect(items.slice(0, 3).map((item) => item.code)).toContain(code)
  })

  test('signs of the pattern language are only signs', async () => {
    expect((await find({ text: '%' })).total).toBe((await find({})).total)
    expect((await find({ text: '_ 1.00462' })).items.map(({ code }) => code).sort()).toEqual(['1.004623', '1.004628'])
  })

  test('the whole code comes first', async () => {
    expect(await first('1.004628')).toBe('1.004628')
  })
})

test('filters by field, level, service and subject agree with their counts', async () => {
  const fields = await fieldCounts(database, DAY)
  expect(fields.length).toBeGreaterThan(8)
  for (const { id, procedures } of fields.slice(0, 3)) expect((await find({ fieldId: id })).total).toBe(procedures)
  const commune = await find({ level: 'commune' })
  expect(commune.items.every(({ levels }) => levels.includes('commune'))).toBe(true)
  expect(commune.total).toBeGreaterThanOrEqual(5)
  const [full, partial, info] = await Promise.all(
    (['full', 'partial', 'info'] as const).map(async (serviceLevel) => (await find({ serviceLevel })).total),
  )
  expect((full ?? 0) + (partial ?? 0) + (info ?? 0)).toBe((await find({})).total)
  expect((await find({ subject: 'business', text: 'lữ hành nội địa' })).total).toBeGreaterThanOrEqual(6)
})

test('pages cut the whole list without gap or double', async () => {
  const all = await find({})
  const pages = [
    await find({}, { limit: 20 }),
    await find({}, { limit: 20, offset: 20 }),
    await find({}, { limit: 20, offset: 40 }),
    await find({}, { limit: 20, offset: 60 }),
  ]
  expect(pages.flatMap(({ items }) => items.map(({ code }) => code))).toEqual(all.items.map(({ code }) => code))
  expect(pages.every(({ total }) => total === all.total)).toBe(true)
  expect(all.total).toBeGreaterThanOrEqual(40)
  expect(await publicProcedures(database, DAY)).toHaveLength(all.total)
})

test('before its first day nothing is in the list', async () => {
  expect((await searchProcedures(database, {}, { day: '2025-06-30' })).total).toBe(0)
})
