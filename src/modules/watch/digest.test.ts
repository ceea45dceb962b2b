/** The morning digest: made once a working day for whoever has something, shown until read. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { browsing } from '../../../tests/support/browsing.ts'
import { aWorkplace, PASSWORD, type Person } from '../../../tests/support/work.ts'
import { systemActor } from '../../platform/actor.ts'
import { instantAt } from '../../platform/text/dates.ts'
import { recordAbsence } from '../identity/index.ts'
import { type DigestContent, findDigest, makeDigests } from './index.ts'

const app = await testApp()
const { pool } = app.handle
const { database, perform } = app.services
const place = await aWorkplace(app)
const [head, holder, away, substitute, idle] = [
  await place.anOfficer('agency-leader'),
  await place.anOfficer('specialist'),
  await place.anOfficer('specialist'),
  await place.anOfficer('specialist'),
  await place.anOfficer('specialist'),
]
const make = () => perform(systemActor('test'), makeDigests, {})
const contentOf = async (officer: Person, day = '2026-11-19'): Promise<DigestContent | undefined> =>
  (await findDigest(database, officer.id, day))?.content

const dueAt = (dossierId: number, due: Date) =>
  pool.query('update task set due_at = $2 where dossier_id = $1 and closed_at is null', [dossierId, due])

describe('on a working morning', () => {
  test('an officer reads what is due today and what is late, who stands in the absent one’s, a head her units; who has nothing gets none', async () => {
    app.clock.set(instantAt('2026-11-18', '09:00'))
    const [today, late, absent] = [await place.aDossierOf(holder), await place.aDossierOf(holder), await place.aDossierOf(away)]
    await dueAt(today.dossierId, instantAt('2026-11-19', '16:00'))
    await dueAt(late.dossierId, instantAt('2026-11-18', '16:00'))
    await dueAt(absent.dossierId, instantAt('2026-11-19', '10:00'))
    await perform(away.actor, recordAbsence, { substituteId: substitute.id, firstDay: '2026-11-19', lastDay: '2026-11-20', reason: 'Ốm' })
    await pool.query('update dossier set late_from = $2, early_before = $3 where id = $1', [
      late.dossierId,
      instantAt('2026-11-18', '17:00'),
      instantAt('2026-11-17'),
    ])
    app.clock.set(instantAt('2026-11-19', '06:45'))
    expect(await make()).toBeGreaterThan(2)
    expect(await contentOf(holder)).toMatchObject({
      today: { count: 1, first: [{ code: today.code }] },
      late: { count: 1, first: [{ code: late.code }] },
      units: [],
      findings: {},
    })
    expect(await contentOf(substitute)).toMatchObject({ today: { count: 1, first: [{ code: absent.code }] } })
    expect(await contentOf(away)).toBeUndefined()
    expect(await contentOf(idle)).toBeUndefined()
    expect(await contentOf(head)).toMatchObject({
      units: [{ unitId: place.desk.settlingUnitId, today: 2, late: 1 }],
      findings: { 'late-unapologised': 1 },
    })
  })

  test('it is made once, however often the job runs', async () => {
    expect(await make()).toBe(0)
  })

  test('it stands on the first page until it is read, and can be read again later', async () => {
    const browser = browsing(app.server)
    await browser.signIn(holder.username, PASSWORD)
    const first = await browser.open('/lam-viec')
    expect(first.html).toContain('Bản tin 19/11/2026')
    expect(first.html).toContain('Việc của bạn đến hạn hôm nay: 1')
    expect((await browser.open('/lam-viec?ds=tat-ca')).html).not.toContain('Bản tin 19/11/2026')
    const read = await browser.send('/ban-tin', { day: '2026-11-19', ve: '/lam-viec' })
    expect(read.path).toBe('/lam-viec')
    expect(read.html).not.toContain('Bản tin 19/11/2026')
    expect((await browser.open('/ban-tin')).html).toContain('Bản tin 19/11/2026')
  })

  test('a leader’s start shows what the watchdog finds now, each figure opening its list', async () => {
    const browser = browsing(app.server)
    await browser.signIn(head.username, PASSWORD)
    const { html } = await browser.open('/lam-viec')
    expect(html).toContain('href="/canh-bao?loai=chua-xin-loi"')
    expect((await browser.open('/canh-bao?loai=chua-xin-loi')).html).toContain('Quá hạn chưa xin lỗi')
  })
})

test('on a day off nobody gets one', async () => {
  app.clock.set(instantAt('2026-11-22', '06:45'))
  expect(await make()).toBe(0)
  expect(await contentOf(holder, '2026-11-22')).toBeUndefined()
})
