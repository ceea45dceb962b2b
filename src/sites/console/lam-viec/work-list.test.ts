/** The work list is drawn once for the same facts; whatever it shows, it shows as it is now, and to whom it belongs. */
import { beforeAll, expect, test } from 'vitest'
import { receiveDossier } from '#modules/intake/index.ts'
import { demonstrationPassword } from '../../../../db/seeds/organization/index.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'

const LIST = '/lam-viec?ds=tat-ca'
const OWNER = 'Lê Thị Minh Họa'

const app = await testApp()
const { pool } = app.handle
const [hers, his] = [browsing(app.server), browsing(app.server)]
const open = async (browser = hers, path = LIST) => (await browser.open(path)).html

/** What stands in the rows of the table, without tags. */
const rowsOf = (html: string) => (/<tbody>.*<\/tbody>/s.exec(html)?.[0] ?? '').replace(/<[^>]+>/g, ' ')

beforeAll(async () => {
  const offer = await app.anOffer()
  const receptionist = await app.anOfficerWithRole('receptionist', offer.receivingUnitId)
  await app.services.perform({ kind: 'officer', id: receptionist }, receiveDossier, {
    procedureCaseId: offer.caseId,
    receivingUnitId: offer.receivingUnitId,
    owner: { name: OWNER, phone: '0912345678' },
    components: offer.components.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
    returnMethod: 'counter',
  })
  // Both hold every role everywhere: they see the same tasks waiting.
  const { rows } = await pool.query(`select id, username from officer where is_active order by (id = $1) desc, id limit 2`, [receptionist])
  await pool.query('update officer set must_change_password = false where id = any ($1)', [rows.map(({ id }) => id)])
  await pool.query(
    `insert into role_assignment (officer_id, role_id, unit_id, valid_from, created_at)
       select o.id, r.id, u.id, '2026-01-01', now() from officer o, role r, unit u where o.id = any ($1) and u.parent_id is null
     on conflict do nothing`,
    [rows.map(({ id }) => id)],
  )
  const [her, him] = rows
  await hers.signIn(her.username, demonstrationPassword)
  await his.signIn(him.username, demonstrationPassword)
}, 60_000)

test('nothing changed: the same page; the owner renamed, the next request says so', async () => {
  const first = await open()
  expect(rowsOf(first)).toContain(OWNER)
  expect(await open()).toBe(first)
  await pool.query('update party set name = $1 where name = $2', ['Lê Thị Minh Hoà', OWNER])
  expect(rowsOf(await open())).toContain('Lê Thị Minh Hoà')
})

test('each officer gets her own page, with her own name', async () => {
  const [mine, other] = [await open(), await open(his)]
  expect(rowsOf(mine)).not.toBe('')
  expect(rowsOf(other)).toBe(rowsOf(mine))
  const nameIn = (html: string) => /href="\/phien-lam-viec"[^>]*>(.*?)<\/a>/s.exec(html)?.[1]
  expect(nameIn(mine)).toBeTruthy()
  expect(nameIn(other)).not.toBe(nameIn(mine))
  expect(await open()).toBe(mine)
})

test('what is taken is hers in the next request, and no longer waits for the other', async () => {
  const before = await open(his)
  const [, path, taskNumber = ''] = /action="(\/ho-so\/[^/"]+\/nhan)".*?name="taskNumber" value="(\d+)"/s.exec(await open()) ?? []
  const taken = await hers.send(String(path), { taskNumber, ve: LIST })
  expect(rowsOf(taken.html)).toContain('Bạn đang giữ')
  // What has just happened is said once.
  expect(taken.html).toContain('flash--done')
  expect(await open()).not.toContain('flash--done')
  expect(await open(his)).not.toBe(before)
})

test('the words of time go with the clock, to the minute', async () => {
  const HALF_HOUR = 30 * 60_000
  const left = []
  for (const ms of [0, HALF_HOUR, HALF_HOUR, HALF_HOUR, HALF_HOUR, 60_000]) {
    app.clock.set(new Date(app.clock.now().getTime() + ms))
    left.push(/(còn|Quá hạn) [^<]*? làm việc|đến hạn ngay bây giờ/.exec(rowsOf(await open()))?.[0].replace(/ +/g, ' '))
  }
  expect(left).toEqual([
    'còn 2 giờ làm việc',
    'còn 1 giờ 30 phút làm việc',
    'còn 1 giờ làm việc',
    'còn 30 phút làm việc',
    'đến hạn ngay bây giờ',
    'Quá hạn 1 phút làm việc',
  ])
  expect(await open()).toContain('table__row--late')
})

test('another language, another list: another page', async () => {
  const vietnamese = await open()
  expect(await open(hers, '/lam-viec?ds=cho-nhan')).not.toContain('<tbody>')
  await hers.open('/ngon-ngu?den=en&ve=%2Flam-viec')
  expect(rowsOf(await open())).toContain('You have it')
  await hers.open('/ngon-ngu?den=vi&ve=%2Flam-viec')
  expect(await open()).toBe(vietnamese)
})
