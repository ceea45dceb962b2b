/** A desk at the provincial centre with a procedure made to measure, published and offered through the actions. */
import {
  addProcedure,
  type CaseContent,
  offerProcedures,
  publishVersion,
  saveDraft,
  type VersionContent,
} from '../../src/modules/catalogue/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import type { TestApp } from './app.ts'

export interface Desk {
  /** The provincial centre. */
  unitId: number
  agencyCode: string
  settlingUnitId: number
  /** Two receptionists of the centre. */
  receptionists: [number, number]
}

export async function aDesk(app: TestApp): Promise<Desk> {
  const { database } = app.services
  const centre = await database.selectFrom('unit').select(['id', 'agencyCode']).where('kind', '=', 'centre').executeTakeFirstOrThrow()
  const settling = await database
    .selectFrom('procedureOffer')
    .select('settlingUnitId')
    .where('receivingUnitId', '=', centre.id)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const staff = await database
    .selectFrom('roleAssignment as a')
    .innerJoin('role as r', 'r.id', 'a.roleId')
    .select('a.officerId')
    .where('r.code', '=', 'receptionist')
    .where('a.unitId', '=', centre.id)
    .orderBy('a.officerId')
    .execute()
  const [first, second] = staff
  if (!centre.agencyCode || !first || !second) throw new Error('The demonstration centre has no desk')
  return {
    unitId: centre.id,
    agencyCode: centre.agencyCode,
    settlingUnitId: settling.settlingUnitId,
    receptionists: [first.officerId, second.officerId],
  }
}

let made = 0

type CaseGiven = Partial<Omit<CaseContent, 'channels'>> & { channels?: Partial<CaseContent['channels'][number]>[] }

/** Its one case: five working days at the counter, one required original, unless said otherwise. */
export async function aProcedure(
  app: TestApp,
  desk: Desk,
  given: CaseGiven = {},
  /** What the version says besides. */
  version: Partial<VersionContent> = {},
): Promise<{ caseId: number; code: string; name: string; componentIds: number[] }> {
  const actor = systemActor('test')
  const { perform, database } = app.services
  const code = `9.9${String(++made).padStart(5, '0')}`
  const name = `Thủ tục thử nghiệm số ${made}`
  const { procedureId, versionId } = await perform(actor, addProcedure, { nationalCode: code, name })
  const channels = (given.channels ?? [{ channel: 'counter' }, { channel: 'post' }]).map((channel) => ({
    limitAmount: 5,
    limitUnit: 'working-day',
    ...channel,
  }))
  const content = {
    name,
    fieldName: 'Thử nghiệm',
    levels: ['province'],
    steps: ['Nộp hồ sơ.', 'Nhận kết quả.'],
    sets: 1,
    subjects: ['Cá nhân'],
    decidingAgency: 'Cơ quan thử nghiệm',
    results: [{ name: 'Giấy phép thử nghiệm' }],
    legalBasis: [{ number: '01/2026/TT-TN' }],
    serviceLevel: 'full',
    ...version,
    cases: [{ code: `${code}.01`, name: 'Trường hợp chung', components: [{ name: 'Đơn đề nghị' }], ...given, channels }],
  }
  const saved = await perform(actor, saveDraft, { versionId, content })
  await perform(actor, publishVersion, {
    versionId: saved.versionId,
    decisionNumber: '01/QĐ-TN',
    decisionDate: '2026-01-02',
    validFrom: '2026-01-02',
    note: 'Thủ tục dựng cho kiểm thử.',
  })
  await perform(actor, offerProcedures, {
    procedureIds: [procedureId],
    at: [{ receivingUnitId: desk.unitId, settlingUnitId: desk.settlingUnitId }],
    validFrom: '2026-01-02',
  })
  const { id: caseId } = await database
    .selectFrom('procedureCase as c')
    .innerJoin('procedureVersion as v', 'v.id', 'c.procedureVersionId')
    .select('c.id')
    .where('v.procedureId', '=', procedureId)
    .executeTakeFirstOrThrow()
  const components = await database
    .selectFrom('component')
    .select('id')
    .where('procedureCaseId', '=', caseId)
    .where('kind', '=', 'paper')
    .orderBy('position')
    .execute()
  return { caseId, code, name, componentIds: components.map(({ id }) => id) }
}
