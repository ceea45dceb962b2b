import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { soundRow } from '../../../../tests/support/sound-procedure-row.ts'
import { createPerform } from '../../../platform/action.ts'
import { systemActor } from '../../../platform/actor.ts'
import { movableClock } from '../../../platform/clock.ts'
import { instantAt } from '../../../platform/text/dates.ts'
import {
  decideImportRows,
  findingCounts,
  findProcedureByCode,
  findVersionForReception,
  getImport,
  getVersion,
  importRows,
  judgeFile,
  mapImport,
  publishImport,
  stageFile,
  versionsOf,
} from '../index.ts'

const handle = await testDatabase()
const { database } = handle
const clock = movableClock(instantAt('2026-06-01', '09:00'))
const perform = createPerform({ database, clock, authorise: async () => true, listeners: new Map() })
const actor = systemActor('test')

let next = 0
/** A code of its own for each test, so that tests do not meet. */
const freshCode = () => `8.${String(++next).padStart(6, '0')}`

async function importJson(rows: unknown[]) {
  const { importId } = await stageFile(perform, actor, { name: 'rows.json', content: Buffer.from(JSON.stringify(rows)) })
  await judgeFile(perform, actor, importId)
  return { importId, rows: await importRows(database, importId), summary: () => getImport(database, importId) }
}

async function importAndPublish(rows: unknown[]) {
  const made = await importJson(rows)
  await perform(actor, publishImport, { importId: made.importId })
  return made
}

const inForce = async (code: string, day = '2026-06-01') => {
  const procedure = await findProcedureByCode(database, code)
  return procedure && findVersionForReception(database, procedure.id, day)
}

describe('a first import', () => {
  test('every row gets a verdict and none is dropped', async () => {
    const [sound, doubtful, damaged] = [freshCode(), freshCode(), freshCode()]
    const { rows, summary, importId } = await importJson([
      soundRow({ code: sound }),
      soundRow({ code: doubtful, status: 'unknown' }),
      soundRow({ code: damaged.slice(0, 6) }),
      soundRow({ code: null, local_codes: [] }),
      soundRow({ code: sound, name: 'Lại lần nữa' }),
      'không phải thủ tục',
    ])
    expect(rows.map(({ number, verdict }) => [number, verdict])).toEqual([
      [1, 'new'],
      [2, 'suspicious'],
      [3, 'suspicious'],
      [4, 'refused'],
      [5, 'refused'],
      [6, 'refused'],
    ])
    expect(rows[4]?.findings).toContainEqual({ code: 'row.repeated', seen: '1' })
    expect(await summary()).toMatchObject({
      status: 'done',
      rowCount: 6,
      doneCount: 6,
      counts: { new: 1, changed: 0, same: 0, suspicious: 2, refused: 3 },
      undecided: 2,
      unpublished: 1,
    })
    expect((await findingCounts(database, importId)).map(({ code }) => code)).toContain('code.damaged')
  })

  test('a limit that the calendar cannot count is kept in words for a person to decide, never as a number', async () => {
    const code = freshCode()
    const channels = [
      { channel: 'direct' as const, time_limit: { value: 1.25, unit: 'working_day' }, fees: [{ amount_vnd: 0, text: 'Miễn phí' }] },
    ]
    const { rows } = await importAndPublish([soundRow({ code, channels })])
    expect(rows).toMatchObject([{ verdict: 'suspicious', findings: [{ code: 'limit.not-countable', seen: '1.25 working_day' }] }])
    expect(await inForce(code)).toBeUndefined()
    const procedure = await findProcedureByCode(database, code)
    const [draft] = procedure ? await versionsOf(database, procedure.id) : []
    expect(draft && (await getVersion(database, draft.id))).toMatchObject({
      cases: [{ channels: [{ limitAmount: null, limitText: '1,25 ngày làm việc' }] }],
    })
  })

  test('publishing takes the sound rows and leaves the suspicious ones to a person', async () => {
    const [sound, doubtful] = [freshCode(), freshCode()]
    await importAndPublish([soundRow({ code: sound }), soundRow({ code: doubtful, status: 'unknown' })])
    expect(await inForce(sound)).toMatchObject({ status: 'published', number: 1, validFrom: '2026-03-02', publishedOn: '2026-06-01' })
    expect(await inForce(doubtful)).toBeUndefined()
  })

  test('nothing is in force before it is published', async () => {
    const code = freshCode()
    await importJson([soundRow({ code })])
    expect(await inForce(code)).toBeUndefined()
  })

  test('the whole procedure comes back as it was told', async () => {
    const code = freshCode()
    await importAndPublish([soundRow({ code })])
    expect(await inForce(code)).toMatchObject({
      name: 'Thủ tục cấp thẻ thử nghiệm',
      field: { name: 'Lĩnh vực thử nghiệm' },
      subjectGroups: ['citizen'],
      results: [{ code: 'KQ.G99.000001', name: 'Thẻ thử nghiệm' }],
      legalBasis: [{ number: '01/2026/TT-TN' }],
      cases: [
        {
          code: `${code}.01`,
          channels: [
            {
              channel: 'counter',
              limitAmount: 7,
              limitUnit: 'working-day',
              hasLastHourRule: false,
              fees: [{ amount: 150_000, per: 'thẻ' }],
            },
            { channel: 'online', limitAmount: 5, fees: [{ amount: 0 }] },
          ],
          components: [{ name: 'Đơn đề nghị', isRequired: true }, { isRequired: false }],
        },
      ],
    })
  })
})

describe('a second import', () => {
  test('of the same file changes nothing', async () => {
    const rows = [
      soundRow({ code: freshCode() }),
      soundRow({ code: freshCode(), status: 'unknown' }),
      soundRow({ code: null, local_codes: [`ĐP.${freshCode()}`] }),
      soundRow({ code: freshCode().slice(0, 6) }),
    ]
    await importAndPublish(rows)
    const before = await countVersions()
    const second = await importJson(rows)
    expect(second.rows.map(({ verdict }) => verdict)).toEqual(['same', 'same', 'same', 'same'])
    expect(await countVersions()).toBe(before)
  })

  test('of a changed row makes the next version and says what changed; the old one keeps its days', async () => {
    const code = freshCode()
    await importAndPublish([soundRow({ code })])
    const changed = soundRow({
      code,
      channels: [{ channel: 'direct', time_limit: { value: 3, unit: 'working_day' }, fees: [{ amount_vnd: 150_000 }] }],
    })
    const { rows } = await importAndPublish([changed])
    expect(rows[0]).toMatchObject({ verdict: 'changed', changedParts: ['limits', 'fees'] })
    expect(await inForce(code, '2026-05-31')).toMatchObject({ number: 1, validBefore: '2026-06-01' })
    expect(await inForce(code, '2026-06-01')).toMatchObject({ number: 2, validFrom: '2026-06-01', validBefore: null })
  })

  test('replaces a draft that nobody published yet', async () => {
    const code = freshCode()
    await importJson([soundRow({ code })])
    await importAndPublish([soundRow({ code, name: 'Tên mới' })])
    expect(await inForce(code)).toMatchObject({ number: 1, name: 'Tên mới' })
  })

  test('after a crash goes on where the first stopped', async () => {
    const rows = Array.from({ length: 7 }, () => soundRow({ code: freshCode() }))
    const { importId } = await stageFile(perform, actor, { name: 'rows.json', content: Buffer.from(JSON.stringify(rows)) })
    const { judgeImportRows } = await import('../index.ts')
    await perform(actor, judgeImportRows, { importId, atMost: 3 })
    const told: number[] = []
    await judgeFile(perform, actor, importId, ({ done }) => told.push(done))
    expect(told.at(-1)).toBe(7)
    expect((await importRows(database, importId)).every(({ verdict }) => verdict === 'new')).toBe(true)
  })
})

describe("a person's decision", () => {
  const decide = (importId: number, rowIds: number[], more: object) =>
    perform(actor, decideImportRows, { importId, rowIds, note: 'Đã đối chiếu quyết định công bố.', decision: 'publish', ...more })

  test('publishes a suspicious row and keeps who said yes and why', async () => {
    const code = freshCode()
    const { importId, rows } = await importJson([soundRow({ code, status: 'unknown' })])
    await decide(importId, [rows[0]?.id ?? 0], {})
    expect(await inForce(code)).toMatchObject({
      findings: [{ code: 'standing.unknown' }],
      findingsAcceptedNote: 'Đã đối chiếu quyết định công bố.',
    })
    expect((await importRows(database, importId))[0]).toMatchObject({ decision: 'publish' })
    await expect(decide(importId, [rows[0]?.id ?? 0], {})).rejects.toMatchObject({ code: 'catalogue.row-decided' })
  })

  test('names the right code of a damaged one', async () => {
    const code = freshCode()
    const { importId, rows } = await importJson([soundRow({ code: code.slice(0, 5), name: 'Thủ tục có mã hỏng' })])
    await expect(decide(importId, [rows[0]?.id ?? 0], { code: '1.2' })).rejects.toMatchObject({ code: 'catalogue.code-invalid' })
    await decide(importId, [rows[0]?.id ?? 0], { code })
    expect(await inForce(code)).toMatchObject({ number: 1 })
  })

  test('may be no: it stays a draft that nobody sees', async () => {
    const code = freshCode()
    const { importId, rows } = await importJson([soundRow({ code, status: 'unknown' })])
    await decide(importId, [rows[0]?.id ?? 0], { decision: 'reject' })
    expect(await inForce(code)).toBeUndefined()
    expect(await getImport(database, importId)).toMatchObject({ undecided: 0 })
  })

  test('closes what was repealed; a later row about it waits again', async () => {
    const code = freshCode()
    await importAndPublish([soundRow({ code })])
    const { importId, rows } = await importJson([soundRow({ code, status: 'repealed' })])
    await decide(importId, [rows[0]?.id ?? 0], { decision: 'close' })
    expect(await inForce(code)).toBeUndefined()
    const later = await importAndPublish([soundRow({ code, steps: ['Nộp.'] })])
    expect(later.rows[0]).toMatchObject({ verdict: 'suspicious' })
    await decide(later.importId, [later.rows[0]?.id ?? 0], {})
    expect(await inForce(code)).toMatchObject({ steps: ['Nộp.'] })
  })

  test('may cover every row that has only this finding', async () => {
    const { importId } = await importJson([
      soundRow({ code: freshCode(), status: 'unknown' }),
      soundRow({ code: freshCode(), status: 'unknown' }),
      soundRow({ code: freshCode(), status: 'unknown', steps: [] }),
    ])
    const { decided } = await perform(actor, decideImportRows, {
      importId,
      onlyFindings: ['standing.unknown'],
      decision: 'publish',
      note: 'Cả nhóm đã đối chiếu.',
    })
    expect(decided).toBe(2)
    expect(await getImport(database, importId)).toMatchObject({ undecided: 1 })
  })

  test('needs a reason', async () => {
    const { importId, rows } = await importJson([soundRow({ code: freshCode(), status: 'unknown' })])
    await expect(decide(importId, [rows[0]?.id ?? 0], { note: ' ' })).rejects.toMatchObject({
      code: 'input.invalid',
      fields: { note: expect.any(String) },
    })
  })
})

test('a table waits for its columns to be named', async () => {
  const code = freshCode()
  const content = Buffer.from(`Mã TTHC,Tên thủ tục,Ghi chú\n${code},Cấp thẻ,không đọc\n`)
  const { importId } = await stageFile(perform, actor, { name: 'bang.csv', content })
  const { mapping, columns } = await getImport(database, importId)
  expect(columns).toEqual(['Mã TTHC', 'Tên thủ tục', 'Ghi chú'])
  expect(mapping.columns).toEqual({ 'Mã TTHC': 'code', 'Tên thủ tục': 'name' })
  await expect(judgeFile(perform, actor, importId)).rejects.toMatchObject({ code: 'catalogue.import-state' })
  await expect(perform(actor, mapImport, { importId, columns: { 'Mã TTHC': 'code' } })).rejects.toMatchObject({
    code: 'catalogue.mapping-incomplete',
  })
  await perform(actor, mapImport, { importId, columns: mapping.columns, standing: 'in_force' })
  await judgeFile(perform, actor, importId)
  expect((await importRows(database, importId))[0]).toMatchObject({ code, verdict: 'suspicious', effect: 'new' })
})

describe('the database keeps the promises, whoever asks', () => {
  test('a published version is frozen with all its parts', async () => {
    const code = freshCode()
    await importAndPublish([soundRow({ code })])
    const version = await inForce(code)
    const id = version?.id ?? 0
    const caseId = version?.cases[0]?.id ?? 0
    for (const change of [
      sql`update procedure_version set name = 'x' where id = ${id}`,
      sql`delete from procedure_version where id = ${id}`,
      sql`update procedure_case set name = 'x' where id = ${caseId}`,
      sql`delete from component where procedure_case_id = ${caseId}`,
      sql`update procedure_channel set limit_amount = 1 where procedure_case_id = ${caseId}`,
      sql`update channel_fee f set amount = 1 from procedure_channel h where h.id = f.procedure_channel_id and h.procedure_case_id = ${caseId}`,
      sql`insert into procedure_result (procedure_version_id, position, name) values (${id}, 9, 'x')`,
    ])
      await expect(change.execute(database)).rejects.toThrow(/frozen/)
    expect((await getVersion(database, id)).name).toBe('Thủ tục cấp thẻ thử nghiệm')
  })

  test('findings without a reason are not published', async () => {
    const { rows } = await importJson([soundRow({ code: freshCode(), status: 'unknown' })])
    const change = sql`update procedure_version set status = 'published', approved_at = now() where id = ${rows[0]?.procedureVersionId}`
    await expect(change.execute(database)).rejects.toMatchObject({ code: '23514' })
  })
})

async function countVersions(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from procedure_version`.execute(database)
  return rows[0]?.n ?? 0
}
