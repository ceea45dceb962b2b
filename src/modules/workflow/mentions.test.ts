import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aWorkplace, kindsOf } from '../../../tests/support/work.ts'
import { addNote, callCounts, mentionsOf, readMention } from './index.ts'
import { usernamesIn } from './mentions.ts'

const app = await testApp()
const place = await aWorkplace(app)
const { perform, database } = app.services
const [holder, colleague] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]

describe('user names in a text', () => {
  test.each([
    ['Nhờ @lan.nt xem lại.', ['lan.nt']],
    ['@Lan.NT, @minh-01: gấp', ['lan.nt', 'minh-01']],
    ['(@lan.nt) và @lan.nt.', ['lan.nt']],
    ['Gửi về lan.nt@example.vn', []],
    ['@ab quá ngắn, a@b', []],
  ])('%s', (text, names) => expect(usernamesIn(text)).toEqual(names))
})

describe('a note that mentions somebody', () => {
  test('by name and by choice: each finds it unread once, reads it, and the count goes down', async () => {
    const third = await place.anOfficer('specialist')
    const task = await place.aDossierOf(holder)
    await perform(holder.actor, addNote, {
      dossierId: task.dossierId,
      text: `@${colleague.username} đã có công văn, @${holder.username} ghi lại.`,
      mentions: [String(third.id), String(colleague.id)],
    })
    for (const { id } of [colleague, third]) expect((await callCounts(database, id, app.clock.now())).mentions).toBe(1)
    // Who writes does not call herself.
    expect((await callCounts(database, holder.id, app.clock.now())).mentions).toBe(0)
    const [mention] = await mentionsOf(database, colleague.id)
    expect(mention).toMatchObject({ code: task.code, authorName: holder.fullName, readAt: null })
    expect(await perform(colleague.actor, readMention, { noteId: mention?.noteId })).toBe(task.code)
    expect((await callCounts(database, colleague.id, app.clock.now())).mentions).toBe(0)
    await expect(perform(holder.actor, readMention, { noteId: mention?.noteId })).rejects.toMatchObject({ code: 'record.not-found' })
    await perform(third.actor, readMention, {})
    expect((await mentionsOf(database, third.id)).map(({ readAt }) => readAt)).toEqual([app.clock.now()])
  })

  test('who may not read the dossier cannot be called, and the note is not written', async () => {
    const stranger = await place.anOfficer('agency-admin')
    const task = await place.aDossierOf(holder)
    const text = `@${stranger.username} xem giúp`
    await expect(perform(holder.actor, addNote, { dossierId: task.dossierId, text })).rejects.toMatchObject({
      code: 'workflow.mention-may-not-read',
      fields: { text: `${stranger.fullName} (@${stranger.username}) không được xem hồ sơ này nên không nhắc đến được.` },
    })
    expect(await kindsOf(app, task.dossierId)).not.toContain('noted')
    expect(await mentionsOf(database, stranger.id)).toEqual([])
  })

  test('a name that nobody has is said at the field', async () => {
    const task = await place.aDossierOf(holder)
    await expect(perform(holder.actor, addNote, { dossierId: task.dossierId, text: 'Nhờ @khong.co.ai xem' })).rejects.toMatchObject({
      code: 'workflow.mention-unknown',
      fields: { text: expect.stringContaining('@khong.co.ai') },
    })
  })
})
