/** Reception through the action on a real database: codes, promises, what is refused and where it is said, the repeated request. */
import { describe, expect, test } from 'vitest'
import { verifyDossiers } from '#modules/workflow/index.ts'
import type { Actor } from '#platform/actor.ts'
import { systemActor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import { formatStamp, instantAt } from '#platform/text/dates.ts'
import { testApp } from '../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../tests/support/desk.ts'
import { receiveDossier } from './index.ts'

const app = await testApp()
const { database, perform } = app.services
const desk = await aDesk(app)
const usual = await aProcedure(app, desk)
const [first, second] = desk.receptionists.map((id): Actor => ({ kind: 'officer', id })) as [Actor, Actor]
const someone = { name: 'Nguyễn Thị Minh Họa', identifier: '044190009001', phone: '0900 009 001' }

const filing = (changes: Record<string, unknown> = {}, procedure = usual) => ({
  procedureCaseId: procedure.caseId,
  receivingUnitId: desk.unitId,
  owner: someone,
  components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
  returnMethod: 'counter',
  ...changes,
})

const receive = (changes: Record<string, unknown> = {}, by = first, procedure = usual) =>
  perform(by, receiveDossier, filing(changes, procedure))

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error(`It was not refused: ${String(error)}`)
  return error
}

describe('the code', () => {
  test('lessons A.2.6: two counters at the same moment never share a number, and the day has no gap', async () => {
    app.clock.set(instantAt('2026-11-19', '09:00'))
    const received = await Promise.all(Array.from({ length: 20 }, (_, n) => receive({}, n % 2 === 0 ? first : second)))
    const codes = received.map(({ code }) => code).sort()
    expect(codes).toEqual(Array.from({ length: 20 }, (_, n) => `${desk.agencyCode}-261119-${String(n + 1).padStart(4, '0')}`))
  })

  test('lessons A.2.6: 1 November and 11 January share no counter', async () => {
    const keys = async () => new Set((await database.selectFrom('runningNumber').select('key').execute()).map(({ key }) => key))
    const before = await keys()
    const codes = []
    for (const day of ['2026-11-01', '2027-01-11']) {
      app.clock.set(instantAt(day, '09:00'))
      codes.push((await receive()).code, (await receive()).code)
    }
    expect(codes.map((code) => code.slice(-11))).toEqual(['261101-0001', '261101-0002', '270111-0001', '270111-0002'])
    expect((await keys()).size - before.size).toBe(2)
  })

  test('lessons A.2.6: where no number can be had nothing is received, and no dossier stays without one', async () => {
    app.clock.set(instantAt('2026-11-17', '09:00'))
    const { pool } = app.handle
    const count = async () => Number((await pool.query('select count(*) from dossier')).rows[0].count)
    const before = await count()
    await pool.query(`
      create function no_number() returns trigger language plpgsql as $$ begin raise exception 'no number today'; end $$;
      create trigger no_number before insert or update on running_number for each row execute function no_number()`)
    await expect(receive()).rejects.toThrow('no number today')
    await pool.query('drop trigger no_number on running_number; drop function no_number')
    expect(await count()).toBe(before)
    expect((await receive()).code).toBe(`${desk.agencyCode}-261117-0001`)
  })

  test('lessons A.2.6: behind the counter stands a unique key', async () => {
    app.clock.set(instantAt('2026-11-16', '09:00'))
    const [one, other] = [await receive(), await receive()]
    await expect(database.updateTable('dossier').set({ code: one.code }).where('id', '=', other.dossierId).execute()).rejects.toThrow(
      'dossier_code_key',
    )
  })

  test('begins again each day and at each agency', async () => {
    app.clock.set(instantAt('2026-11-20', '09:00'))
    expect((await receive()).code).toBe(`${desk.agencyCode}-261120-0001`)
    const offer = await database
      .selectFrom('procedureOffer as o')
      .innerJoin('unit as u', 'u.id', 'o.receivingUnitId')
      .innerJoin('procedureVersion as v', 'v.procedureId', 'o.procedureId')
      .innerJoin('procedureCase as c', 'c.procedureVersionId', 'v.id')
      .innerJoin('procedureChannel as h', 'h.procedureCaseId', 'c.id')
      .select(['c.id as caseId', 'o.receivingUnitId', 'u.agencyCode'])
      .where('u.kind', '=', 'commune-centre')
      .where('h.channel', '=', 'counter')
      .where('h.limitAmount', 'is not', null)
      .orderBy('c.id')
      .executeTakeFirstOrThrow()
    const components = await database
      .selectFrom('component')
      .select('id')
      .where('procedureCaseId', '=', offer.caseId)
      .where('kind', '=', 'paper')
      .execute()
    const { code } = await perform(systemActor('test'), receiveDossier, {
      ...filing(),
      procedureCaseId: offer.caseId,
      receivingUnitId: offer.receivingUnitId,
      components: components.map(({ id }) => ({ componentId: id, originals: 1 })),
    })
    expect(code).toBe(`${offer.agencyCode}-261120-0001`)
  })
})

describe('the promise', () => {
  const due = async (at: string, channel: object) => {
    const procedure = await aProcedure(app, desk, { channels: [{ channel: 'counter', ...channel }] })
    app.clock.set(instantAt(at.slice(0, 10), at.slice(11)))
    const { dossierId, dueAt } = await receive({}, first, procedure)
    const row = await database
      .selectFrom('dossier')
      .select(['dueAt', 'originalDueAt', 'clockStartedAt'])
      .where('id', '=', dossierId)
      .executeTakeFirstOrThrow()
    expect(row.dueAt).toEqual(dueAt)
    expect(row.originalDueAt).toEqual(dueAt)
    return { due: formatStamp(dueAt), start: formatStamp(row.clockStartedAt ?? new Date(0)) }
  }

  test('carries the clock time over working days, past the holiday of 24/11', async () => {
    expect(await due('2026-11-20T10:00', { limitAmount: 3 })).toEqual({ start: '2026-11-20T10:00', due: '2026-11-26T10:00' })
  })

  test('or runs to the end of office hours where the procedure says so', async () => {
    expect((await due('2026-11-20T10:00', { limitAmount: 3, countMode: 'end' })).due).toBe('2026-11-26T17:00')
  })

  test('counts from the next working day after the cut-off of 15:00, and from the same day before it', async () => {
    const limit = { limitAmount: 2, cutoff: '15:00' }
    expect(await due('2026-11-18T14:59', limit)).toEqual({ start: '2026-11-18T14:59', due: '2026-11-20T14:59' })
    expect(await due('2026-11-18T15:30', limit)).toEqual({ start: '2026-11-19T08:00', due: '2026-11-20T17:00' })
  })

  test('counts from the next working day when received in the last hour, where that rule holds', async () => {
    expect((await due('2026-11-18T16:30', { limitAmount: 1, hasLastHourRule: true })).start).toBe('2026-11-19T08:00')
    expect((await due('2026-11-18T16:30', { limitAmount: 1 })).start).toBe('2026-11-18T16:30')
  })

  test('counts hours by the minute', async () => {
    expect((await due('2026-11-20T16:30', { limitAmount: 8, limitUnit: 'hour' })).due).toBe('2026-11-23T16:30')
  })
})

describe('what is missing is said at its field, all at once', () => {
  test('a required paper, an authorisation, an address', async () => {
    const error = await refusal(
      receive({ components: [], submitter: { name: 'Lê Văn Nộp Thay', identifier: '044090009002' }, returnMethod: 'post' }),
    )
    expect(error.code).toBe('intake.authorization-missing')
    expect(error.fields).toEqual({
      authorizationPaper: 'Hãy ghi giấy tờ ủy quyền hoặc giấy giới thiệu.',
      [`components.${usual.componentIds[0]}`]: 'Thiếu “Đơn đề nghị”.',
      returnAddress: 'Hãy ghi địa chỉ nhận kết quả.',
    })
  })

  test('a paper named without a number or a file is still missing; presented ones count when ticked', async () => {
    const procedure = await aProcedure(app, desk, {
      components: [{ name: 'Căn cước', isPresentedOnly: true, originals: 0 }, { name: 'Đơn' }] as never,
    })
    const [card = 0, form = 0] = procedure.componentIds
    const unticked = await refusal(receive({ components: [{ componentId: form, originals: 0, copies: 0 }] }, first, procedure))
    expect(Object.keys(unticked.fields)).toEqual([`components.${card}`, `components.${form}`])
    await receive({ components: [{ componentId: card }, { componentId: form, copies: 1 }] }, first, procedure)
  })

  test('a paper of another case', async () => {
    const other = await aProcedure(app, desk)
    const error = await refusal(
      receive({ components: [...usual.componentIds, ...other.componentIds].map((componentId) => ({ componentId, originals: 1 })) }),
    )
    expect(error.code).toBe('intake.component-unknown')
    expect(Object.keys(error.fields)).toEqual([`components.${other.componentIds[0]}`])
  })

  test('wrong numbers of a person, at that person', async () => {
    const owner = { kind: 'organisation', name: 'Công ty Minh Họa', identifier: '9900000010' }
    expect((await refusal(receive({ owner }))).fields).toHaveProperty(['owner.identifier'])
    const wrong = async (submitter: object) =>
      Object.keys(
        (await refusal(receive({ submitter: { name: 'Nguyễn Văn Ai', ...submitter }, authorizationPaper: 'Giấy ủy quyền số 1' }))).fields,
      )
    expect(await wrong({ identifier: '12345' })).toEqual(['submitter.identifier'])
    expect(await wrong({ name: '', phone: '123' })).toEqual(['submitter.name', 'submitter.phone'])
    await receive()
    const taken = await refusal(receive({ owner: { ...someone, name: 'Một Người Khác' } }))
    expect(taken.code).toBe('identity.identifier-taken')
    expect(taken.fields).toHaveProperty(['owner.identifier'])
  })

  test('a case this unit does not receive this way', async () => {
    const error = await refusal(receive({ channel: 'online' }))
    expect(error.code).toBe('catalogue.not-offered')
  })
})

describe('documents', () => {
  const aDocument = async (officerId: number | null, n: number) => {
    const at = app.clock.now()
    const { id: fileId } = await database
      .insertInto('file')
      .values({ hash: String(n).padStart(64, 'a'), size: 10, type: 'pdf', createdAt: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id } = await database
      .insertInto('document')
      .values({ fileId, name: 'don.pdf', origin: 'scan', officerId, createdAt: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  const mine = first.kind === 'officer' ? first.id : 0

  test('are attached to their paper, and make it handed in without a paper copy', async () => {
    const documentId = await aDocument(mine, 1)
    const { dossierId } = await receive({ components: [{ componentId: usual.componentIds[0], documentIds: [documentId] }] })
    const attached = await database
      .selectFrom('dossierDocument as d')
      .innerJoin('dossierComponent as c', 'c.id', 'd.dossierComponentId')
      .select(['d.documentId', 'c.componentId', 'd.kind'])
      .where('d.dossierId', '=', dossierId)
      .execute()
    expect(attached).toEqual([{ documentId, componentId: usual.componentIds[0], kind: 'component' }])
    const again = await refusal(receive({ documentIds: [documentId] }))
    expect(again.code).toBe('intake.document-unknown')
  })

  test('of somebody else, or none at all, are refused', async () => {
    const hers = await aDocument(desk.receptionists[1], 2)
    expect((await refusal(receive({ documentIds: [hers] }))).code).toBe('intake.document-unknown')
    expect((await refusal(receive({ documentIds: [999_999] }))).code).toBe('intake.document-unknown')
  })
})

describe('fees', () => {
  test('those without a condition are due, unless others are chosen', async () => {
    const fees = [
      { kind: 'fee', name: 'Phí thẩm định', amount: 1_000_000 },
      { kind: 'charge', name: 'Lệ phí cấp lại', amount: 50_000, condition: 'Khi cấp lại' },
    ] as never
    const procedure = await aProcedure(app, desk, { channels: [{ channel: 'counter', fees }] })
    const amounts = async (changes: object) => {
      const { dossierId } = await receive(changes as Record<string, unknown>, first, procedure)
      const rows = await database.selectFrom('dossierFee').select('amount').where('dossierId', '=', dossierId).orderBy('id').execute()
      return rows.map(({ amount }) => amount)
    }
    expect(await amounts({})).toEqual([1_000_000])
    expect(await amounts({ fees: [1] })).toEqual([50_000])
    expect(await amounts({ fees: [] })).toEqual([])
  })
})

describe('a request that comes twice', () => {
  const count = async () =>
    (
      await database
        .selectFrom('dossier')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n

  test('makes one dossier and gets the same answer, also at the same moment', async () => {
    const before = await count()
    const answers = await Promise.all([1, 2, 3].map(() => perform(first, receiveDossier, filing(), { onceKey: 'hai-lan' })))
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1)
    expect(answers[2]?.dueAt).toBeInstanceOf(Date)
    expect(await count()).toBe(before + 1)
  })

  test('is refused when it asks for something else', async () => {
    const error = await refusal(perform(first, receiveDossier, filing({ sets: 2 }), { onceKey: 'hai-lan' }))
    expect([error.status, error.code]).toEqual([409, 'request.key-reused'])
  })
})

describe('who may', () => {
  test('nobody of another unit or another role, and nobody unknown', async () => {
    const commune = await database
      .selectFrom('unit')
      .select('id')
      .where('kind', '=', 'commune-centre')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const elsewhere: Actor = { kind: 'officer', id: await app.anOfficerWithRole('receptionist', commune.id) }
    const specialist: Actor = { kind: 'officer', id: await app.anOfficerWithRole('specialist', desk.settlingUnitId) }
    expect((await refusal(receive({}, elsewhere))).code).toBe('access.denied')
    expect((await refusal(receive({}, specialist))).code).toBe('access.denied')
    expect((await refusal(receive({}, { kind: 'public' }))).code).toBe('access.sign-in')
  })
})

describe('what is written', () => {
  test('agrees with the actions it was made of', async () => {
    await receive({
      submitter: { name: 'Trần Văn Nộp', identifier: '044090009003' },
      authorizationPaper: 'Giấy ủy quyền số 5',
      forwards: false,
    })
    expect(await verifyDossiers(database)).toMatchObject({ differences: [] })
  })
})
