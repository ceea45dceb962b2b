/** Handing back: which originals go home with the applicant, and which stay in the dossier. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type DossierAction, readActions } from '#modules/dossier/index.ts'
import type { AppError } from '#platform/errors.ts'
import { testApp } from '../../../tests/support/app.ts'
import { type Browser, browserOf } from '../../../tests/support/browser.ts'
import { aDesk, aProcedure } from '../../../tests/support/desk.ts'
import { takeStep } from '../../../tests/support/take-step.ts'
import { receiveDossier } from './index.ts'

const app = await testApp()
const { database, perform } = app.services
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk, {
  components: [
    { name: 'Đơn đề nghị' },
    { name: 'Giấy phép cũ (bản chính)' },
    { name: 'Bản sao văn bằng', originals: 0, copies: 1 },
    { name: 'Thẻ căn cước', originals: 0, isPresentedOnly: true },
  ] as never,
})

async function readyToReturn() {
  const [form, licence, copy, card] = procedure.componentIds
  const received = await perform({ kind: 'officer', id: desk.receptionists[0] }, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: desk.unitId,
    owner: { name: 'Lê Thị Minh Họa' },
    components: [
      { componentId: form, originals: 1 },
      { componentId: licence, originals: 1 },
      { componentId: copy, copies: 1 },
      { componentId: card },
    ],
    returnMethod: 'counter',
  })
  while ((await takeStep(app, received.dossierId)).kind !== 'issue') app.clock.set(new Date(app.clock.now().getTime() + 60_000))
  const papers = await database
    .selectFrom('dossierComponent')
    .select(['id', 'name'])
    .where('dossierId', '=', received.dossierId)
    .orderBy('position')
    .execute()
  return { ...received, papers }
}

const returnedOf = async (dossierId: number) =>
  (
    await database
      .selectFrom('dossierComponent')
      .select(['name', 'originalsReturnedAt'])
      .where('dossierId', '=', dossierId)
      .orderBy('position')
      .execute()
  ).flatMap(({ name, originalsReturnedAt }) => (originalsReturnedAt ? [name] : []))

const isReturn = ({ fact }: DossierAction) => fact.kind === 'result-returned'

describe('originals', () => {
  let officer: Browser

  beforeAll(async () => {
    officer = await browserOf(app, await app.anOfficerWithRole('return-officer', desk.unitId))
  })

  test('the desk ticks those that go back; only papers that were taken in as originals are offered', async () => {
    const { code, dossierId, papers } = await readyToReturn()
    const page = await officer.get(`/ho-so/${code}`)
    const offered = [...page.html.matchAll(/name="returnedPapers" value="(\d+)"|value="(\d+)"[^>]*name="returnedPapers"/g)].map(
      ([, a, b]) => Number(a ?? b),
    )
    expect(offered).toEqual(papers.slice(0, 2).map(({ id }) => id))
    const done = await officer.press(page, 'Trả kết quả', { returnedPapers: String(papers[1]?.id) })
    expect(done.status).toBe(200)
    expect(await returnedOf(dossierId)).toEqual(['Giấy phép cũ (bản chính)'])
    expect((await readActions(database, dossierId)).find(isReturn)?.fact).toMatchObject({ originalsReturned: true })
    expect((await officer.get(`/ho-so/${code}?phan=thanh-phan`)).text).toMatch(/Giấy phép cũ \(bản chính\) 1 , đã trả lại/)
  })

  test('none is none', async () => {
    const { dossierId } = await readyToReturn()
    await takeStep(app, dossierId)
    expect(await returnedOf(dossierId)).toEqual([])
    expect((await readActions(database, dossierId)).find(isReturn)?.fact).toMatchObject({ originalsReturned: false })
  })

  test('a copy, what was only shown, and a paper of another dossier are refused, and nothing is returned', async () => {
    const other = await readyToReturn()
    const { dossierId, papers } = await readyToReturn()
    for (const id of [papers[2]?.id, papers[3]?.id, other.papers[0]?.id]) {
      const refused = (await takeStep(app, dossierId, { returnedPapers: [id ?? 0] }).catch((error: unknown) => error)) as AppError
      expect(refused.code).toBe('intake.paper-not-kept')
      expect(refused.fields.returnedPapers).toBeDefined()
    }
    expect((await readActions(database, dossierId)).some(isReturn)).toBe(false)
    expect(await returnedOf(dossierId)).toEqual([])
  })
})
