/** The demonstration catalogue is complete enough to file: every case of every procedure is really received where it is offered. */
import { expect, test } from 'vitest'
import { contentOf, findingSentence, findVersionForReception, openFindings } from '../../../src/modules/catalogue/index.ts'
import { receiveDossier } from '../../../src/modules/intake/index.ts'
import { getProcessFor, hoursOfLimit, longestWay, shortestLimitOf } from '../../../src/modules/workflow/index.ts'
import { testApp } from '../../../tests/support/app.ts'
import { seedableOffers } from '../dossier-queries.ts'
import { cultureFacts } from './culture.ts'

/** What the issue asks for. */
const LEAST = 40

const app = await testApp()
const { database, perform } = app.services
const today = app.today()
const procedures = await database
  .selectFrom('procedure')
  .select(['id', 'code', 'nationalCode'])
  .where('status', '=', 'active')
  .orderBy('id')
  .execute()

test(`at least ${LEAST} real procedures are in force, each under a national code and from a named source`, async () => {
  expect(procedures.length).toBeGreaterThanOrEqual(LEAST)
  expect(procedures.length).toBe(cultureFacts.length)
  expect(procedures.filter(({ nationalCode }) => !/^[123]\.\d{6}$/.test(nationalCode ?? ''))).toEqual([])
  expect(cultureFacts.filter(({ from }) => from.length === 0)).toEqual([])
  for (const { id, code } of procedures) expect(await findVersionForReception(database, id, today), code).toBeDefined()
})

test('each has the statutory parts, papers for every case, and says what is missing or illustrative', async () => {
  const lacking: string[] = []
  for (const { id, code } of procedures) {
    const version = await findVersionForReception(database, id, today)
    if (!version) continue
    // What the portal would have to apologise for, in the words of the import.
    for (const finding of openFindings(contentOf(version), [])) lacking.push(`${code}: ${findingSentence(finding)}`)
    if (version.results.length === 0) lacking.push(`${code}: kết quả`)
    if (version.serviceLevel === 'partial' && !version.partialServiceReason) lacking.push(`${code}: lý do một phần`)
    for (const { name, components, channels } of version.cases) {
      if (components.filter(({ kind }) => kind === 'paper').length === 0) lacking.push(`${code} ${name}: không có giấy tờ`)
      if (channels.every(({ limitAmount }) => limitAmount === null)) lacking.push(`${code} ${name}: không có thời hạn`)
    }
  }
  expect(lacking).toEqual([])
})

test('every case is received where it is offered, with a promised date in the future; all but what is filed online only, at the counter', {
  timeout: 60_000,
}, async () => {
  const offers = new Map((await seedableOffers(database, today)).map((offer) => [offer.caseId, offer]))
  const cases = await database
    .selectFrom('procedureCase as c')
    .innerJoin('procedureVersion as v', 'v.id', 'c.procedureVersionId')
    .innerJoin('procedure as p', 'p.id', 'v.procedureId')
    .select(['c.id', 'p.code', 'c.name'])
    .where('v.status', '=', 'published')
    .execute()
  expect(cases.length).toBeGreaterThan(procedures.length)
  expect(cases.filter(({ id }) => !offers.has(id))).toEqual([])
  const receptionists = new Map<number, number>()
  const notAtCounter: string[] = []
  for (const { caseId, receivingUnitId, components, channels } of offers.values()) {
    const channel = channels.includes('counter') ? 'counter' : channels[0]
    if (channel !== 'counter') notAtCounter.push(cases.find(({ id }) => id === caseId)?.code ?? '')
    const id = receptionists.get(receivingUnitId) ?? (await app.anOfficerWithRole('receptionist', receivingUnitId))
    receptionists.set(receivingUnitId, id)
    const received = await perform({ kind: 'officer', id }, receiveDossier, {
      procedureCaseId: caseId,
      channel,
      receivingUnitId,
      owner: { name: 'Nguyễn Thị Minh Họa' },
      components: components.map((paper) => ({ componentId: paper.id, originals: paper.originals, copies: paper.copies })),
      returnMethod: 'counter',
    })
    expect(received.dueAt.getTime()).toBeGreaterThan(app.clock.now().getTime())
  }
  // The national portal offers these two online only.
  expect(notAtCounter).toEqual(['1.014217', '1.014218'])
})

test('the steps of each procedure together fit its shortest limit', async () => {
  const tooLong: string[] = []
  for (const { id, code } of procedures) {
    const limit = await shortestLimitOf(database, id, today)
    const process = await getProcessFor(database, id, 0, today)
    const hours = longestWay(process.runnable.structure)?.hours ?? Number.POSITIVE_INFINITY
    if (limit && hours > hoursOfLimit(limit)) tooLong.push(`${code}: ${hours} > ${hoursOfLimit(limit)}`)
  }
  expect(tooLong).toEqual([])
})
