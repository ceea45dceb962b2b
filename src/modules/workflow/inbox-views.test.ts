import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aWorkplace } from '../../../tests/support/work.ts'
import { systemActor } from '../../platform/actor.ts'
import { findRoleByCode } from '../identity/index.ts'
import { countedViews, deleteSharedView, deleteView, MAX_OWN_VIEWS, readInbox, saveView, shareView } from './index.ts'

const app = await testApp()
const place = await aWorkplace(app)
const { perform, database } = app.services
const now = () => app.clock.now()
const role = await findRoleByCode(database, 'specialist')

describe('saved filters', () => {
  test('count what the list shows under the same filter: list, standing, kind, words, unit', async () => {
    const who = await place.anOfficer('specialist')
    const first = await place.aDossierOf(who)
    await place.aDossierOf(who)
    const filters = [
      { name: 'Tất cả', list: 'mine' },
      { name: 'Một hồ sơ', list: 'mine', text: first.code },
      { name: 'Thẩm định', list: 'mine', kind: 'appraisal', unitId: place.desk.settlingUnitId },
      { name: 'Ký', list: 'mine', kind: 'signature' },
      { name: 'Quá hạn', list: 'mine', standing: 'late' },
      { name: 'Nơi khác', list: 'mine', unitId: place.desk.unitId },
    ]
    for (const filter of filters) await perform(who.actor, saveView, filter)
    const counted = await countedViews(database, who.id, now(), now())
    expect(Object.fromEntries(counted.map(({ name, count }) => [name, count]))).toEqual({
      'Tất cả': 2,
      'Một hồ sơ': 1,
      'Thẩm định': 2,
      Ký: 0,
      'Quá hạn': 0,
      'Nơi khác': 0,
    })
    for (const { count, ...view } of counted)
      expect((await readInbox(database, who.id, { ...view, page: 1, pageSize: 50 }, now(), now())).total).toBe(count)
  })

  test('one name once, so many and no more, also when two are saved at the same moment', async () => {
    const who = await place.anOfficer('specialist')
    await perform(who.actor, saveView, { name: 'Việc gấp', list: 'mine' })
    await expect(perform(who.actor, saveView, { name: 'Việc gấp', list: 'all' })).rejects.toMatchObject({
      fields: { name: 'Đã có bộ lọc tên này. Hãy đặt tên khác.' },
    })
    for (let count = 1; count < MAX_OWN_VIEWS - 1; count++) await perform(who.actor, saveView, { name: `Bộ lọc ${count}`, list: 'mine' })
    const outcomes = await Promise.allSettled(['a', 'b'].map((name) => perform(who.actor, saveView, { name, list: 'mine' })))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'workflow.views-too-many' } })
    await expect(perform(who.actor, saveView, { name: ' ', list: 'mine' })).rejects.toMatchObject({ fields: { name: expect.any(String) } })
  })

  test('one shared by a role is seen by who holds it, made and removed by an administrator alone', async () => {
    const [who, clerk] = [await place.anOfficer('specialist'), await place.anOfficer('clerk')]
    await expect(perform(who.actor, shareView, { name: 'Chung', list: 'all', roleId: role?.id })).rejects.toMatchObject({
      code: 'access.denied',
    })
    const viewId = await perform(systemActor('test'), shareView, { name: 'Chung', list: 'all', roleId: role?.id })
    expect((await countedViews(database, who.id, now(), now())).map(({ name, roleId }) => ({ name, roleId }))).toEqual([
      { name: 'Chung', roleId: role?.id },
    ])
    expect(await countedViews(database, clerk.id, now(), now())).toEqual([])
    await perform(who.actor, deleteView, { viewId })
    expect(await countedViews(database, who.id, now(), now())).toHaveLength(1)
    await perform(systemActor('test'), deleteSharedView, { viewId })
    expect(await countedViews(database, who.id, now(), now())).toEqual([])
  })
})
