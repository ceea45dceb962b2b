import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { soundRow } from '../../../../tests/support/sound-procedure-row.ts'
import { createPerform } from '../../../platform/action.ts'
import { systemActor } from '../../../platform/actor.ts'
import { movableClock } from '../../../platform/clock.ts'
import { instantAt } from '../../../platform/text/dates.ts'
import {
  addProcedure,
  closeProcedure,
  contentOf,
  discardDraft,
  findVersionForReception,
  getProcedureByCode,
  getVersion,
  importRows,
  judgeFile,
  listCatalogue,
  MINISTRY_RULE,
  PROVINCE_RULE,
  publicationStanding,
  publishImport,
  publishVersion,
  reopenProcedure,
  saveDraft,
  stageFile,
  startDraft,
  versionsOf,
} from '../index.ts'

const { database } = await testDatabase()
const perform = createPerform({
  database,
  clock: movableClock(instantAt('2026-06-01', '09:00')),
  authorise: async () => true,
  listeners: new Map(),
})
const actor = systemActor('test')
const DECISION = { decisionNumber: '12/QĐ-UBND', decisionDate: '2026-05-28', validFrom: '2026-06-10' }

let next = 0
const freshCode = () => `7.${String(++next).padStart(6, '0')}`

async function published(changes: Parameters<typeof soundRow>[0] = {}) {
  const code = freshCode()
  const { importId } = await stageFile(perform, actor, {
    name: 'a.json',
    content: Buffer.from(JSON.stringify([soundRow({ code, ...changes })])),
  })
  await judgeFile(perform, actor, importId)
  await perform(actor, publishImport, { importId })
  return { importId, procedure: await getProcedureByCode(database, code) }
}

describe('the next version', () => {
  test('starts as a copy, is edited, and holds from its day on; the decision is its own', async () => {
    const { procedure } = await published()
    const { versionId } = await perform(actor, startDraft, { procedureId: procedure.id })
    const draft = await getVersion(database, versionId)
    expect(draft).toMatchObject({ number: 2, status: 'draft', decisionNumber: null, cases: [{ components: [{}, {}] }] })
    const content = contentOf(draft)
    const saved = await perform(actor, saveDraft, { versionId, content: { ...content, name: 'Tên sau khi sửa' } })
    await perform(actor, publishVersion, { versionId: saved.versionId, ...DECISION })
    expect(await findVersionForReception(database, procedure.id, '2026-06-09')).toMatchObject({ number: 1, validBefore: '2026-06-10' })
    expect(await findVersionForReception(database, procedure.id, '2026-06-10')).toMatchObject({
      number: 2,
      name: 'Tên sau khi sửa',
      decisionNumber: '12/QĐ-UBND',
      decisionDate: '2026-05-28',
    })
    expect((await versionsOf(database, procedure.id)).map(({ number }) => number)).toEqual([2, 1])
  })

  test('a draft that is there is gone on with', async () => {
    const { procedure } = await published()
    const first = await perform(actor, startDraft, { procedureId: procedure.id })
    expect(await perform(actor, startDraft, { procedureId: procedure.id })).toEqual(first)
  })

  test('two people: the second to save is told', async () => {
    const { procedure } = await published()
    const { versionId } = await perform(actor, startDraft, { procedureId: procedure.id })
    const content = contentOf(await getVersion(database, versionId))
    await perform(actor, saveDraft, { versionId, content })
    await expect(perform(actor, saveDraft, { versionId, content })).rejects.toMatchObject({ code: 'record.changed' })
  })

  test('what was published is not edited', async () => {
    const { procedure } = await published()
    const version = await findVersionForReception(database, procedure.id, '2026-06-01')
    await expect(perform(actor, saveDraft, { versionId: version?.id, content: version && contentOf(version) })).rejects.toMatchObject({
      code: 'catalogue.not-draft',
    })
  })

  test('cannot begin before the one it follows', async () => {
    const { procedure } = await published()
    const { versionId } = await perform(actor, startDraft, { procedureId: procedure.id })
    await expect(perform(actor, publishVersion, { versionId, ...DECISION, validFrom: '2026-01-01' })).rejects.toMatchObject({
      code: 'catalogue.version-order',
    })
  })

  test('an import after editing by hand still says "same"', async () => {
    const { procedure } = await published()
    const { versionId } = await perform(actor, startDraft, { procedureId: procedure.id })
    const content = contentOf(await getVersion(database, versionId))
    await perform(actor, saveDraft, { versionId, content: { ...content, name: 'Sửa tay' } })
    const { importId } = await stageFile(perform, actor, {
      name: 'a.json',
      content: Buffer.from(JSON.stringify([soundRow({ code: procedure.code })])),
    })
    await judgeFile(perform, actor, importId)
    expect((await importRows(database, importId))[0]).toMatchObject({ verdict: 'same' })
  })

  test('discarded, the published one stays', async () => {
    const { procedure } = await published()
    const { versionId } = await perform(actor, startDraft, { procedureId: procedure.id })
    await perform(actor, discardDraft, { versionId })
    expect(await versionsOf(database, procedure.id)).toHaveLength(1)
  })
})

describe('a procedure made by hand', () => {
  const made = () => perform(actor, addProcedure, { nationalCode: freshCode(), name: 'Thủ tục viết tay' })

  test('lacks its statutory parts, so it is published only with a reason', async () => {
    const { versionId } = await made()
    await expect(perform(actor, publishVersion, { versionId, ...DECISION })).rejects.toMatchObject({ code: 'catalogue.findings-open' })
  })

  test('complete, it is published without one', async () => {
    const { versionId, procedureId } = await made()
    const { procedure } = await published()
    const whole = await findVersionForReception(database, procedure.id, '2026-06-01')
    const saved = await perform(actor, saveDraft, {
      versionId,
      content: whole && { ...contentOf(whole), cases: [{ ...whole.cases[0], code: 'x.01' }] },
    })
    await perform(actor, publishVersion, { versionId: saved.versionId, ...DECISION })
    expect(await findVersionForReception(database, procedureId, '2026-06-10')).toMatchObject({ findings: [], findingsAcceptedNote: null })
  })

  test('with a code that is taken says so at the field', async () => {
    const { code } = await made()
    await expect(perform(actor, addProcedure, { nationalCode: code, name: 'Lần nữa' })).rejects.toMatchObject({
      code: 'catalogue.code-taken',
      fields: { nationalCode: expect.any(String) },
    })
  })
})

test('closing takes it out of reception, reopening brings it back', async () => {
  const { procedure } = await published()
  await perform(actor, closeProcedure, { procedureId: procedure.id, reason: 'Bãi bỏ theo 99/QĐ-UBND' })
  expect(await findVersionForReception(database, procedure.id, '2026-06-01')).toBeUndefined()
  await expect(perform(actor, startDraft, { procedureId: procedure.id })).rejects.toMatchObject({ code: 'catalogue.closed' })
  await perform(actor, reopenProcedure, { procedureId: procedure.id })
  expect(await findVersionForReception(database, procedure.id, '2026-06-01')).toBeDefined()
})

test('the list tells published, changed, draft and closed apart', async () => {
  const states = async (state: 'published' | 'changed' | 'draft' | 'closed') =>
    (await listCatalogue(database, { state }, { day: '2026-06-01', limit: 500 })).items
  const { procedure } = await published()
  expect((await states('published')).map(({ code }) => code)).toContain(procedure.code)
  await perform(actor, startDraft, { procedureId: procedure.id })
  expect((await states('changed')).map(({ code }) => code)).toContain(procedure.code)
  await perform(actor, closeProcedure, { procedureId: procedure.id, reason: 'Bãi bỏ' })
  expect((await states('closed')).map(({ code }) => code)).toContain(procedure.code)
  expect((await listCatalogue(database, { text: 'viết tay' }, { day: '2026-06-01' })).total).toBeGreaterThan(0)
})

test.each([
  [
    'announced and published in time',
    { decisionDate: '2026-06-01', effectiveDate: '2026-06-08', publishedOn: '2026-06-08' },
    PROVINCE_RULE,
    'on-time',
    'on-time',
  ],
  ['both late', { decisionDate: '2026-06-01', effectiveDate: '2026-06-05', publishedOn: '2026-06-09' }, PROVINCE_RULE, 'late', 'late'],
  [
    'a ministry has other days',
    { decisionDate: '2026-06-01', effectiveDate: '2026-06-08', publishedOn: '2026-06-09' },
    MINISTRY_RULE,
    'late',
    'on-time',
  ],
  [
    'unknown without a decision',
    { decisionDate: null, effectiveDate: '2026-06-08', publishedOn: '2026-06-09' },
    PROVINCE_RULE,
    'unknown',
    'unknown',
  ],
] as const)('%s', (_, dates, rule, announced, publishedInTime) => {
  // Weeks of June 2026 without holidays: Monday 1 to Sunday 7, Monday 8.
  const weekdays = (from: string, to: string) => {
    let count = 0
    for (let day = Date.parse(from) + 86_400_000; day <= Date.parse(to); day += 86_400_000)
      if (![0, 6].includes(new Date(day).getUTCDay())) count++
    return count
  }
  expect(publicationStanding(dates, rule, weekdays)).toEqual({ announced, published: publishedInTime })
})
