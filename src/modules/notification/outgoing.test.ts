/** What leaves the house: the list by unit, the words that are sent, and delivery by hand with its reason and its trace. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { browsing } from '../../../tests/support/browsing.ts'
import { aWorkplace, PASSWORD } from '../../../tests/support/work.ts'
import { holdDossier } from '../dossier/index.ts'
import { announce } from '../workflow/index.ts'
import { countOutgoing, deliverByHand, getOutgoing, type OutgoingRow, outgoingMessages } from './index.ts'

const app = await testApp()
const { database, perform } = app.services
const { pool } = app.handle
const place = await aWorkplace(app)
const receptionist = await place.anOfficer('receptionist', place.desk.unitId)
const specialist = await place.anOfficer('specialist')
const browser = browsing(app.server)
const now = () => app.clock.now()

let code = ''
/** By kind, the ids of messages of one dossier. */
const ids: Record<string, number> = {}

beforeAll(async () => {
  const { dossierId, code: made } = await place.aDossier()
  code = made
  await pool.query('delete from outgoing_message')
  await database.transaction().execute(async (tx) => {
    const dossier = await holdDossier(tx, dossierId)
    const work = { tx, send: (query: { execute(): Promise<unknown> }) => void waiting.push(query), now: now() }
    const waiting: { execute(): Promise<unknown> }[] = []
    await announce(work as never, dossier, 'received')
    await announce(work as never, dossier, 'payment-asked', { amount: 120_000, noticeNumber: '3/TB', payBy: '2026-12-01' })
    for (const query of waiting) await query.execute()
  })
  for (const { id, kind } of await list()) ids[kind] = id
})

const list = async (
  actor: { kind: 'officer'; id: number } = receptionist.actor,
  standing: 'open' | 'gone' | 'late' = 'open',
): Promise<OutgoingRow[]> => (await outgoingMessages(database, { actor, now: now() }, { standing, page: 1, pageSize: 50 })).rows

describe('the list', () => {
  test('shows what the unit of the desk has to send, and nothing to others', async () => {
    expect((await list()).map(({ kind }) => kind).toSorted()).toEqual(['payment-asked', 'received'])
    expect(await list(specialist.actor)).toEqual([])
    await expect(getOutgoing(database, { actor: specialist.actor, now: now() }, ids.received ?? 0)).rejects.toMatchObject({
      code: 'record.not-found',
    })
    await browser.signIn(specialist.username, PASSWORD)
    expect((await browser.open('/can-gui')).status).toBe(403)
  })

  test('says in words what, of which dossier, by when, in which state; a filter by kind keeps the rest away', async () => {
    await browser.signIn(receptionist.username, PASSWORD)
    const { html } = await browser.open('/can-gui')
    for (const word of ['Thông báo cần gửi', 'Đã tiếp nhận, hẹn trả', 'Yêu cầu nộp tiền', 'Chờ gửi', code]) expect(html).toContain(word)
    const filtered = (await browser.open('/can-gui?loai=received')).html
    expect(filtered).toContain(`href="/can-gui/${ids.received}"`)
    expect(filtered).not.toContain(`href="/can-gui/${ids['payment-asked']}"`)
    expect((await browser.open(`/can-gui?q=${code}`)).html).toContain(code)
    expect((await browser.open('/can-gui?q=khong-co-ai')).html).toContain('Không có thông báo nào khớp bộ lọc.')
  })

  test('the detail shows the words that would be sent', async () => {
    const { html } = await browser.open(`/can-gui/${ids['payment-asked']}`)
    expect(html).toContain(`Hồ sơ ${code}: cần nộp 120.000 đồng trước hết ngày 01/12/2026.`)
    expect(html).toContain('CAN NOP 120.000 dong')
    expect(html).toContain('Chưa gửi lần nào.')
  })
})

describe('delivery by hand', () => {
  test('is refused without how and to whom; what was typed stays', async () => {
    const { status, html } = await browser.send(`/can-gui/${ids.received}`, { reason: 'gọi' })
    expect(status).toBe(422)
    expect(html).toContain('Hãy chọn cách đã báo người nhận.')
    expect(html).toContain('ít nhất 5 ký tự')
    expect(html).toContain('>gọi</textarea>')
    expect(await list()).toHaveLength(2)
  })

  test('is recorded once, with its reason, and on the trail', async () => {
    const form = { channel: 'phone', reason: 'Gọi điện cho người nộp lúc 9:05', key: 'mot-lan' }
    expect((await browser.send(`/can-gui/${ids.received}`, form)).html).toContain('Đã ghi nhận thông báo được báo trực tiếp.')
    await browser.send(`/can-gui/${ids.received}`, form)
    const { state, deliveries } = await getOutgoing(database, { actor: receptionist.actor, now: now() }, ids.received ?? 0)
    expect(state).toBe('sent')
    expect(deliveries).toEqual([
      { at: now(), channel: 'phone', outcome: 'sent', reason: 'Gọi điện cho người nộp lúc 9:05', officerName: receptionist.fullName },
    ])
    expect((await list(receptionist.actor, 'gone')).map(({ kind }) => kind)).toEqual(['received'])
    const { rows } = await pool.query(`select actor_id, detail from audit where name = 'notification.deliver-by-hand' and outcome = 'done'`)
    expect(rows).toEqual([{ actor_id: receptionist.id, detail: { message: ids.received, kind: 'received', channel: 'phone' } }])
    const again = await browser.send(`/can-gui/${ids.received}`, { ...form, key: 'lan-hai' })
    expect(again.status).toBe(409)
    expect(again.html).toContain('Thông báo này đã được gửi lúc khác.')
  })

  test('of two people at once one is told that it is done', async () => {
    const other = await place.anOfficer('receptionist', place.desk.unitId)
    const deliver = (actor: typeof other.actor) =>
      perform(actor, deliverByHand, { messageId: ids['payment-asked'], channel: 'in-person', reason: 'Báo tại quầy' })
    const outcomes = await Promise.allSettled([deliver(receptionist.actor), deliver(other.actor)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'notification.gone-already' } })
  })

  test('of another unit’s message is denied', async () => {
    const { rows } = await pool.query(`select id from unit where kind = 'commune' order by id desc limit 1`)
    const stranger = await place.anOfficer('receptionist', Number(rows[0].id))
    await expect(
      perform(stranger.actor, deliverByHand, { messageId: ids.received, channel: 'phone', reason: 'Gọi điện' }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })
})

test('the counters count what is open, and what of it is late', async () => {
  await pool.query(`update outgoing_message set state = 'pending', send_by = $1 where id = $2`, [
    new Date(now().getTime() - 1),
    ids.received,
  ])
  expect(await countOutgoing(database, { actor: receptionist.actor, now: now() })).toEqual({ open: 1, late: 1, failed: 0 })
})
