/** What one action writes, on a real database. */
import { expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../tests/support/desk.ts'
import { takeStep } from '../../../tests/support/take-step.ts'
import { receiveDossier } from '../intake/index.ts'
import { addNote } from './index.ts'

const app = await testApp()
const { perform, database } = app.services
const { pool } = app.handle
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk)

async function receive(): Promise<number> {
  const { dossierId } = await perform({ kind: 'officer', id: desk.receptionists[0] }, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: desk.unitId,
    owner: { name: 'Trần Văn Thử', phone: '0912345678' },
    components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
    returnMethod: 'counter',
  })
  return dossierId
}

/** Takes steps until the given kind has been done. */
async function until(dossierId: number, last: string): Promise<void> {
  for (let kind = ''; kind !== last; ) ({ kind } = await takeStep(app, dossierId))
}

test('lessons A.2.4: an action writes the dossier once, and its task once each', async () => {
  await pool.query(`
    create table written (id bigint generated always as identity, what text not null, dossier_id bigint not null);
    create function note_writing() returns trigger language plpgsql as $$ begin
      insert into written (what, dossier_id)
        values (tg_op || ' ' || tg_table_name, case when tg_table_name = 'dossier' then new.id else (to_jsonb(new) ->> 'dossier_id')::bigint end);
      return null; end $$;
    create trigger note_writing after insert or update on dossier for each row execute function note_writing();
    create trigger note_writing after insert or update on task for each row execute function note_writing()`)
  const written = async () =>
    (await pool.query<{ what: string }>('with gone as (delete from written returning *) select what from gone order by id')).rows
  const dossierId = await receive()
  const whats = async () => (await written()).map(({ what }) => what)
  const begun = await whats()
  expect(begun.filter((what) => what === 'INSERT dossier')).toHaveLength(1)
  expect(begun).not.toContain('UPDATE dossier')
  /** Each action leaves one line in the audit trail. */
  const actions = async () =>
    (
      await database
        .selectFrom('audit')
        .select('id')
        .where('subjectKind', '=', 'dossier')
        .where('subjectId', '=', String(dossierId))
        .where('outcome', '=', 'done')
        .execute()
    ).length
  const transactions: string[][] = []
  await perform({ kind: 'officer', id: desk.receptionists[0] }, addNote, { dossierId, text: 'Đã gọi điện.' })
  transactions.push(await whats())
  expect(transactions).toEqual([['UPDATE dossier']])
  // Claiming, preparing and completing are actions of their own.
  for (let kind = ''; kind !== 'return'; ) {
    const before = await actions()
    ;({ kind } = await takeStep(app, dossierId))
    const step = await whats()
    const updates = step.filter((what) => what === 'UPDATE dossier').length
    expect(updates, `${kind}: ${step.join(', ')}`).toBe((await actions()) - before)
    expect(step.filter((what) => what === 'INSERT task').length).toBeLessThanOrEqual(1)
  }
})

test('lessons A.2.6: results issued at the same moment have numbers of their own, one after the other', async () => {
  const dossiers = await Promise.all(Array.from({ length: 6 }, () => receive()))
  for (const dossierId of dossiers) await until(dossierId, 'signature')
  await Promise.all(dossiers.map((dossierId) => takeStep(app, dossierId)))
  const rows = await database.selectFrom('dossierResult').select('number').where('dossierId', 'in', dossiers).orderBy('number').execute()
  const numbers = rows.map(({ number }) => number ?? 0)
  expect(numbers).toEqual(Array.from({ length: 6 }, (_, at) => (numbers[0] ?? 0) + at))
})

test('lessons A.2.5: work sent back takes nothing with it: dates, code and draft stay, and what has been issued is not sent back', async () => {
  const dossierId = await receive()
  await until(dossierId, 'appraisal')
  const read = () =>
    database
      .selectFrom('dossier as d')
      .innerJoin('dossierResult as r', 'r.dossierId', 'd.id')
      .select(['d.code', 'd.receivedAt', 'd.dueAt', 'd.originalDueAt', 'd.finishedAt', 'd.returnedAt', 'r.name', 'r.number'])
      .where('d.id', '=', dossierId)
      .executeTakeFirstOrThrow()
  const before = await read()
  expect((await takeStep(app, dossierId, { sendsBack: true })).kind).toBe('review')
  expect(await read()).toEqual(before)
  expect((await takeStep(app, dossierId, { prepares: false })).kind).toBe('appraisal')
  expect(await read()).toEqual(before)
  await until(dossierId, 'issue')
  const issued = await read()
  await expect(takeStep(app, dossierId, { sendsBack: true })).rejects.toThrow()
  expect(await read()).toEqual(issued)
})
