/** One real dossier goes all the way through the pages, without scripts: from an officer's hands to a returned result, the look-up and the figure. */
import { describe, expect, test } from 'vitest'
import { dossierState, nationalCodeOf, readActions } from '../src/modules/dossier/index.ts'
import { receiveDossier } from '../src/modules/intake/index.ts'
import { verifyDossiers } from '../src/modules/workflow/index.ts'
import { testApp } from './support/app.ts'
import { browsing } from './support/browsing.ts'

const app = await testApp()
const browser = browsing(app.server)
const PASSWORD = 'MotCua#2026'
const LABELS = { complete: 'hoan-thanh', issue: 'phat-hanh', return: 'tra-ket-qua' }

/** A demonstration officer who can do the open step; all accounts share one password, most must change it first. */
async function doerOf(dossierId: number): Promise<{ username: string; taskNumber: number; kind: string; unitId: number }> {
  const { rows } = await app.handle.pool.query(
    `select o.username, t.number as "taskNumber", t.kind, t.unit_id as "unitId" from task t join unit u on u.id = t.unit_id
       join role_assignment a on a.role_id = t.role_id join unit h on h.id = a.unit_id and h.path @> u.path join officer o on o.id = a.officer_id
     where t.dossier_id = $1 and t.closed_at is null order by (t.assignee_id = o.id) desc nulls last, o.must_change_password, nlevel(h.path) desc, o.id limit 1`,
    [dossierId],
  )
  await app.handle.pool.query('update officer set must_change_password = false where username = $1', [rows[0].username])
  return rows[0]
}

describe('one dossier all the way', () => {
  let code = ''
  let dossierId = 0

  test('is received at the counter', async () => {
    const offer = await app.anOffer()
    const receptionist = await app.anOfficerWithRole('receptionist', offer.receivingUnitId)
    const received = await app.services.perform({ kind: 'officer', id: receptionist }, receiveDossier, {
      procedureCaseId: offer.caseId,
      receivingUnitId: offer.receivingUnitId,
      owner: { name: '<b>Lê Thị Minh Họa</b>', phone: '0912345678' },
      components: offer.components.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
      returnMethod: 'counter',
    })
    code = received.code
    dossierId = received.dossierId
  })

  test('goes step by step through the pages of those whose turn it is', async () => {
    const seen: string[] = []
    for (let guard = 0; guard < 10; guard++) {
      app.clock.set(new Date(app.clock.now().getTime() + 10 * 60_000))
      const open = await app.handle.pool.query('select 1 from task where dossier_id = $1 and closed_at is null', [dossierId])
      if (open.rowCount === 0) break
      const { username, taskNumber, kind, unitId } = await doerOf(dossierId)
      seen.push(kind)
      browser.forget()
      const start = await browser.signIn(username, PASSWORD)
      expect(start.status, `${username}: ${start.path}`).toBe(200)
      const page = await browser.open(`/ho-so/${code}`)
      expect(page.status).toBe(200)
      expect(page.html).toContain('&lt;b&gt;Lê Thị Minh Họa')
      expect(page.html).not.toContain('<b>Lê')
      const task = String(taskNumber)
      if (page.html.includes(`/ho-so/${code}/nhan`))
        expect((await browser.send(`/ho-so/${code}/nhan`, { taskNumber: task })).status).toBe(200)
      if (kind === 'appraisal') {
        const { id } = (await app.handle.pool.query('select id from officer where username = $1', [username])).rows[0]
        const { prepareResult } = await import('../src/modules/workflow/index.ts')
        await app.services.perform({ kind: 'officer', id }, prepareResult, { dossierId, taskNumber, name: 'Giấy phép' })
      }
      const move = kind === 'issue' ? LABELS.issue : kind === 'return' ? LABELS.return : LABELS.complete
      if (kind === 'assignment') {
        const refused = await browser.send(`/ho-so/${code}/${move}`, { taskNumber: task, comment: 'đã đọc kỹ' })
        expect(refused.status).toBe(422)
        expect(refused.html).toContain('đã đọc kỹ')
        expect(refused.html).toContain('Hãy chọn người')
      }
      const done = await browser.send(`/ho-so/${code}/${move}`, {
        taskNumber: task,
        ...(kind === 'assignment' ? { assigneeId: String(await app.anOfficerWithRole('specialist', unitId)) } : {}),
        ...(kind === 'issue' ? { symbol: 'GP-SVHTTDL' } : {}),
        ...(kind === 'return' ? { receiverName: 'Lê Thị Minh Họa', method: 'counter', proof: 'receipt' } : {}),
      })
      expect(done.status, `${kind}: ${done.html.replace(/<[^>]+>/g, ' ').slice(0, 600)}`).toBe(200)
      const again = await browser.send(`/ho-so/${code}/${move}`, {
        taskNumber: task,
        symbol: 'GP-SVHTTDL',
        receiverName: 'Lê Thị',
        method: 'counter',
        proof: 'receipt',
      })
      expect(again.status, kind).toBe(409)
    }
    expect(seen).toEqual(['assignment', 'appraisal', 'review', 'signature', 'issue', 'return'])
  })

  test('every tab of the finished dossier opens', async () => {
    for (const tab of ['noi-dung', 'thanh-phan', 'qua-trinh', 'giay-to', 'trao-doi'])
      expect((await browser.open(`/ho-so/${code}?phan=${tab}`)).status).toBe(200)
  })

  test('the applicant looks it up and sees no name', async () => {
    const { status, html } = await browsing(app.server).open(`/tra-cuu/${code}`)
    expect(status).toBe(200)
    expect(html).toContain(code)
    expect(html).not.toContain('Minh Họa</')
    expect(html).not.toMatch(/Lê Thị|0912|912345678/)
    expect(html).not.toContain('<script')
  })

  test('the figure opens to it', async () => {
    await app.handle.pool.query(`update officer set must_change_password = false where username = 'kiemsoat'`)
    browser.forget()
    await browser.signIn('kiemsoat', PASSWORD)
    const figures = await browser.open('/so-lieu')
    expect(figures.status).toBe(200)
    const link = /href="(\/so-lieu\/ho-so\?[^"]*so=settled[^"]*)"/.exec(figures.html)?.[1]?.replaceAll('&amp;', '&')
    const list = await browser.open(link ?? '')
    expect(list.html).toContain(`/ho-so/${code}`)
    const backwards = await browser.open('/so-lieu?tu=2026-11-30&den=2026-11-01')
    expect(backwards.status).toBe(422)
    expect(backwards.html).toContain('Ngày kết thúc phải từ ngày bắt đầu trở đi.')
    expect(backwards.html).toContain('value="2026-11-30"')
    // An inspector counts the same dossiers but may not open them.
    const inspector = browsing(app.server)
    await app.handle.pool.query(`update officer set must_change_password = false where username = 'thanhtra'`)
    await inspector.signIn('thanhtra', PASSWORD)
    const counted = await inspector.open(link ?? '')
    expect(counted.html).toContain(code)
    expect(counted.html).not.toContain('href="/ho-so/')
  })

  test('the form II.06a balances as PDF and as spreadsheet', async () => {
    const pdf = await browser.send('/so-lieu/bieu-06a')
    expect(pdf.html.startsWith('%PDF-')).toBe(true)
    expect((await browser.open('/so-lieu/bieu-06a.xlsx')).html.startsWith('PK')).toBe(true)
  })

  test('national states were 2, 4, 9, 10, and the history verifies', async () => {
    const actions = await readActions(app.services.database, dossierId)
    const states = actions.map((_, index) => nationalCodeOf(dossierState(actions.slice(0, index + 1)).state))
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual([2, 4, 9, 10])
    const { differences, dossiers } = await verifyDossiers(app.services.database)
    expect(dossiers).toBe(1)
    expect(differences).toEqual([])
    await app.handle.pool.query(`update dossier set due_at = due_at + interval '1 day' where id = $1`, [dossierId])
    expect((await verifyDossiers(app.services.database)).differences).toMatchObject([{ code, what: expect.stringContaining('dueAt') }])
  })
})
