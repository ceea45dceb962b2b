import { beforeEach, describe, expect, test } from 'vitest'
import { createPerform } from '#platform/action.ts'
import { systemActor } from '#platform/actor.ts'
import { movableClock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { instantAt } from '#platform/text/dates.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { addUnit } from './actions/add-unit.ts'
import { closeUnit } from './actions/close-unit.ts'
import { editUnit } from './actions/edit-unit.ts'
import { commonUnit, moveUnit } from './actions/move-unit.ts'
import { saveCounter } from './actions/save-counter.ts'
import { areaLabel, communesOf, searchCommunes } from './queries/areas.ts'
import { countersOf } from './queries/counters.ts'
import { agencyCodeOf, getReceivingUnit } from './queries/receiving.ts'
import { unitNameAt, unitPast } from './queries/unit-past.ts'
import { ancestorIds, findUnitByAgencyCode, getUnit, searchUnits, unitsBelow, unitsWithin, unitTree } from './queries/units.ts'

const { database } = await testDatabase()
const NOW = instantAt('2026-11-24', '08:00')
const perform = createPerform({ database, clock: movableClock(NOW), authorise: async () => true, listeners: new Map() })
const system = systemActor('test')
const TODAY = '2026-11-24'

let serial = 0
let root: number
let culture: number
let sports: number

beforeEach(async () => {
  serial++
  root = await add(`R${serial}`, undefined)
  culture = await add(`R${serial}.VH`, root, { name: 'Sở Văn hóa', agencyCode: `H5${serial % 10}.${serial + 10}` })
  sports = await add(`R${serial}.VH.TT`, culture)
})

describe('the tree', () => {
  test('knows what is above and below', async () => {
    expect(await ancestorIds(database, sports)).toEqual([sports, culture, root])
    expect((await unitsWithin(database, root)).map(({ id }) => id)).toEqual([root, culture, sports])
    expect((await unitsBelow(database, root, { on: TODAY })).map(({ id, below }) => [id, below])).toEqual([[culture, 1]])
    const tree = (await unitTree(database, TODAY)).find(({ id }) => id === root)
    expect(tree?.children[0]?.children[0]).toMatchObject({ id: sports, depth: 2 })
  })

  test('a unit moves with all below it, and what was is kept', async () => {
    const health = await add(`R${serial}.YT`, root)
    await perform(system, moveUnit, { unitId: culture, parentId: health, from: '2026-11-01', decision: '7/QĐ-UBND' })
    expect(await ancestorIds(database, sports)).toEqual([sports, culture, health, root])
    expect(await unitPast(database, culture)).toMatchObject([
      { parentId: root, validFrom: '2025-07-01', validTo: '2026-10-31', decision: '7/QĐ-UBND' },
    ])
  })

  test('never below itself, not even past the action', async () => {
    expect((await refusal(perform(system, moveUnit, { unitId: culture, parentId: sports, from: '2026-11-01' }))).code).toBe(
      'organization.below-itself',
    )
    await expect(database.updateTable('unit').set({ parentId: sports }).where('id', '=', culture).execute()).rejects.toThrow(/below itself/)
  })

  test.each([
    ['1.2.3', '1.2.4', 2],
    ['1.2', '1.2.4', 2],
    ['1.2.3', '1.22.3', 1],
    ['1', '2', undefined],
  ])('above both %s and %s stands %s', (one, other, common) => {
    expect(commonUnit(one, other)).toBe(common)
  })
})

describe('names, codes and dates', () => {
  test('a new name keeps the old one for its time', async () => {
    const before = await getUnit(database, culture)
    await perform(system, editUnit, {
      ...editable(before),
      name: 'Sở Văn hóa, Thể thao và Du lịch',
      from: '2026-03-01',
      decision: '1/NQ-HĐND',
    })
    expect(await unitNameAt(database, culture, '2026-02-28')).toBe('Sở Văn hóa')
    expect(await unitNameAt(database, culture, '2026-03-01')).toBe('Sở Văn hóa, Thể thao và Du lịch')
    const tooEarly = perform(system, editUnit, { ...editable(before), name: 'Sở Khác', from: '2026-03-01' })
    expect((await refusal(tooEarly)).fields.from).toContain('01/03/2026')
    expect((await refusal(perform(system, editUnit, { ...editable(before), name: 'Sở Khác', from: '2027-01-01' }))).code).toBe(
      'organization.change-too-early',
    )
    await perform(system, editUnit, { ...editable(before), name: 'Sở VHTTDL', from: '2026-11-24' })
    expect((await unitPast(database, culture)).map(({ name, validFrom, validTo }) => [name, validFrom, validTo])).toEqual([
      ['Sở Văn hóa', '2025-07-01', '2026-02-28'],
      ['Sở Văn hóa, Thể thao và Du lịch', '2026-03-01', '2026-11-23'],
    ])
  })

  test('a correction without a date leaves no past', async () => {
    const before = await getUnit(database, culture)
    await perform(system, editUnit, { ...editable(before), phone: '0900 000 001', name: 'Sở Văn hoá' })
    expect(await unitPast(database, culture)).toEqual([])
    expect((await getUnit(database, culture)).name).toBe('Sở Văn hoá')
    expect((await searchUnits(database, 'so van hoa', TODAY)).map(({ id }) => id)).toContain(culture)
  })

  test('codes belong to one unit, and without an agency code nothing is received', async () => {
    const code = (await agencyCodeOf(database, culture)) ?? ''
    expect((await findUnitByAgencyCode(database, code))?.id).toBe(culture)
    expect((await refusal(add(`R${serial}.VH`, root))).fields.code).toBeDefined()
    expect((await refusal(add(`R${serial}.X`, root, { agencyCode: code }))).fields.agencyCode).toBeDefined()
    expect((await refusal(add(`R${serial}.Y`, root, { agencyCode: 'h50-1' }))).fields.agencyCode).toBeDefined()
    expect((await getReceivingUnit(database, culture, TODAY)).agencyCode).toBe(code)
    expect((await refusal(getReceivingUnit(database, sports, TODAY))).code).toBe('organization.cannot-receive')
  })

  test('closing takes the units below first, frees the agency code and names the successor', async () => {
    const code = (await agencyCodeOf(database, culture)) ?? ''
    await perform(system, saveCounter, { unitId: culture, number: 1, name: 'Quầy 1', validFrom: '2026-01-01' })
    const close = (unitId: number) => perform(system, closeUnit, { unitId, validTo: '2026-11-23', decision: '9/QĐ', successorId: root })
    expect((await refusal(close(culture))).code).toBe('organization.has-open-units')
    await close(sports)
    await close(culture)
    expect((await getUnit(database, culture)).successorId).toBe(root)
    expect(await countersOf(database, culture, TODAY)).toEqual([])
    expect((await refusal(getReceivingUnit(database, culture, TODAY))).code).toBe('organization.cannot-receive')
    expect((await refusal(close(culture))).code).toBe('organization.unit-closed')
    await add(`R${serial}.MOI`, root, { agencyCode: code })
    expect((await refusal(add(`R${serial}.DUOI`, culture))).code).toBe('organization.parent-closed')
  })

  test('a counter number is used once at a time', async () => {
    const first = await perform(system, saveCounter, { unitId: culture, number: 5, name: 'Quầy 5', validFrom: '2026-01-01' })
    expect(
      (await refusal(perform(system, saveCounter, { unitId: culture, number: 5, name: 'Quầy năm', validFrom: '2026-06-01' }))).code,
    ).toBe('organization.counter-taken')
    await perform(system, saveCounter, {
      counterId: first,
      unitId: culture,
      number: 5,
      name: 'Quầy 5',
      validFrom: '2026-01-01',
      validTo: '2026-05-31',
    })
    await perform(system, saveCounter, { unitId: culture, number: 5, name: 'Quầy năm', validFrom: '2026-06-01' })
    expect((await countersOf(database, culture, TODAY)).map(({ name }) => name)).toEqual(['Quầy năm'])
  })
})

describe('areas', () => {
  test('are found in their province, whatever the marks', async () => {
    await database
      .insertInto('area')
      .values([
        { code: '44', parentCode: null, name: 'Tỉnh Quảng Trị', searchName: 'tinh quang tri', validFrom: '2025-07-01' },
        { code: '18880', parentCode: '44', name: 'Phường Đồng Hới', searchName: 'phuong dong hoi', validFrom: '2025-07-01' },
        { code: '19333', parentCode: '44', name: 'Phường Đông Hà', searchName: 'phuong dong ha', validFrom: '2025-07-01' },
      ])
      .execute()
    expect((await communesOf(database, '44', TODAY)).map(({ code }) => code)).toEqual(['19333', '18880'])
    expect((await searchCommunes(database, 'Đồng hới', TODAY)).map(({ code }) => code)).toEqual(['18880'])
    expect(await areaLabel(database, '18880')).toBe('Phường Đồng Hới, Tỉnh Quảng Trị')
    expect(await areaLabel(database, '00000')).toBeUndefined()
    expect(await communesOf(database, '44', '2025-06-30')).toEqual([])
  })
})

const add = (code: string, parentId: number | undefined, more: { name?: string; agencyCode?: string } = {}) =>
  perform(system, addUnit, {
    code,
    parentId,
    name: more.name ?? `Đơn vị ${code}`,
    kind: 'department',
    level: 'province',
    validFrom: '2025-07-01',
    ...more,
  })

const editable = ({ id, name, agencyCode }: Awaited<ReturnType<typeof getUnit>>) => ({ unitId: id, name, agencyCode: agencyCode ?? '' })

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw error ?? new Error('It was not refused')
}
