/** One procedure: the version in force with everything that hangs on it, as the public page, the desk and the API read it. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { CountMode, LimitUnit } from '#modules/calendar/index.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import type { DB } from '../../../../db/schema.ts'
import type { Finding } from '../import/findings.ts'
import { inForce } from '../in-force.ts'
import type { Channel, Level, PartialReason, ServedBy, ServiceLevel, Source, SubjectGroup, SupplementUnit } from '../schemas.ts'
import { jsonList } from './json-list.ts'

export interface ProcedureIdentity {
  id: number
  code: string
  nationalCode: string | null
  localCodes: string[]
  servedBy: ServedBy
  isInternal: boolean
  isNonTerritorial: boolean
  status: 'active' | 'closed'
  closedReason: string | null
}

export interface VersionDetail {
  id: number
  procedureId: number
  number: number
  status: 'draft' | 'published'
  validFrom: string
  validBefore: string | null
  decisionNumber: string | null
  decisionDate: string | null
  effectiveDate: string | null
  publishedOn: string | null
  name: string
  field: { id: number; name: string; code: string | null } | null
  levels: Level[]
  steps: string[]
  manner: string | null
  sets: number | null
  subjects: string[]
  subjectGroups: SubjectGroup[]
  decidingAgency: string | null
  executingAgencies: string[]
  coordinatingAgency: string | null
  receivingPlace: string | null
  requirements: string | null
  forms: string[]
  serviceLevel: ServiceLevel
  partialServiceReason: PartialReason | null
  partialServiceNote: string | null
  isSameDay: boolean | null
  isFourOnTheSpot: boolean | null
  isOutsideTheUnit: boolean | null
  askSupplementDays: number | null
  askSupplementUnit: SupplementUnit | null
  answerSupplementDays: number | null
  answerSupplementUnit: SupplementUnit | null
  source: Source | null
  factsMissing: string[]
  illustrative: string[]
  findings: Finding[]
  findingsAcceptedNote: string | null
  results: { code: string | null; name: string }[]
  legalBasis: { number: string | null; title: string | null }[]
  cases: CaseDetail[]
}

export interface CaseDetail {
  id: number
  code: string
  name: string
  channels: ChannelDetail[]
  components: ComponentDetail[]
}

export interface ChannelDetail {
  channel: Channel
  limitAmount: number | null
  limitUnit: LimitUnit | null
  countMode: CountMode | null
  cutoff: string | null
  hasLastHourRule: boolean
  limitText: string | null
  note: string | null
  fees: FeeDetail[]
}

export interface FeeDetail {
  kind: 'fee' | 'charge'
  name: string
  amount: number | null
  cap: number | null
  per: string | null
  condition: string | null
  moment: 'reception' | 'supplement' | 'return'
  text: string | null
}

export interface ComponentDetail {
  id: number
  kind: 'paper' | 'note'
  code: string | null
  name: string
  originals: number
  copies: number
  isPresentedOnly: boolean
  isRequired: boolean
  formName: string | null
  formFile: string | null
  groupName: string | null
}

/** By national or local code; a national code with a provincial suffix finds its procedure too. */
export async function findProcedureByCode(db: Queryable, code: string): Promise<ProcedureIdentity | undefined> {
  const clean = code.trim().toUpperCase()
  const row = await db
    .selectFrom('procedure')
    .selectAll()
    .where((eb) =>
      eb.or([eb('code', '=', clean), eb('nationalCode', '=', clean.slice(0, 8)), sql<boolean>`local_codes @> ${[clean]}::text[]`]),
    )
    .orderBy((eb) => eb.case().when('code', '=', clean).then(0).else(1).end())
    .limit(1)
    .executeTakeFirst()
  return row && identity(row)
}

export async function getProcedureByCode(db: Queryable, code: string): Promise<ProcedureIdentity> {
  return (await findProcedureByCode(db, code)) ?? commonErrors.fail('record.not-found')
}

export async function getProcedure(db: Queryable, id: number): Promise<ProcedureIdentity> {
  const row = await db.selectFrom('procedure').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? identity(row) : commonErrors.fail('record.not-found')
}

/** The published version in force on the day (`YYYY-MM-DD`), with its cases; undefined when there is none or the procedure is closed. */
export async function findVersionForReception(db: Queryable, procedureId: number, day: string): Promise<VersionDetail | undefined> {
  const row = await db
    .selectFrom('procedureVersion as v')
    .innerJoin('procedure as p', 'p.id', 'v.procedureId')
    .select('v.id')
    .where('v.procedureId', '=', procedureId)
    .where('p.status', '=', 'active')
    .where(inForce('v', day))
    .executeTakeFirst()
  return row && getVersion(db, row.id)
}

export async function getVersionForReception(db: Queryable, procedureId: number, day: string): Promise<VersionDetail> {
  return (await findVersionForReception(db, procedureId, day)) ?? commonErrors.fail('record.not-found')
}

/** Any version by id, drafts and past ones too: a dossier reads the one it was received under. */
export async function getVersion(db: Queryable, versionId: number): Promise<VersionDetail> {
  const row = await db
    .selectFrom('procedureVersion as v')
    .leftJoin('field as l', 'l.id', 'v.fieldId')
    .selectAll('v')
    .select(['l.name as fieldName', 'l.code as fieldCode'])
    .select((eb) => [
      eb
        .selectFrom('procedureResult as r')
        .select(({ ref }) =>
          jsonList<VersionDetail['results'][number]>({ code: ref('r.code'), name: ref('r.name') }, ref('r.position')).as('list'),
        )
        .whereRef('r.procedureVersionId', '=', 'v.id')
        .as('results'),
      eb
        .selectFrom('legalBasis as b')
        .select(({ ref }) =>
          jsonList<VersionDetail['legalBasis'][number]>({ number: ref('b.number'), title: ref('b.title') }, ref('b.position')).as('list'),
        )
        .whereRef('b.procedureVersionId', '=', 'v.id')
        .as('legalBasis'),
    ])
    .where('v.id', '=', versionId)
    .executeTakeFirst()
  if (!row) return commonErrors.fail('record.not-found')
  return {
    id: row.id,
    procedureId: row.procedureId,
    number: row.number,
    status: row.status as VersionDetail['status'],
    validFrom: row.validFrom,
    validBefore: row.validBefore,
    decisionNumber: row.decisionNumber,
    decisionDate: row.decisionDate,
    effectiveDate: row.effectiveDate,
    publishedOn: row.publishedOn,
    name: row.name,
    field: row.fieldId && row.fieldName ? { id: row.fieldId, name: row.fieldName, code: row.fieldCode } : null,
    levels: row.levels as Level[],
    steps: row.steps,
    manner: row.manner,
    sets: row.sets,
    subjects: row.subjects,
    subjectGroups: row.subjectGroups as SubjectGroup[],
    decidingAgency: row.decidingAgency,
    executingAgencies: row.executingAgencies,
    coordinatingAgency: row.coordinatingAgency,
    receivingPlace: row.receivingPlace,
    requirements: row.requirements,
    forms: row.forms,
    serviceLevel: row.serviceLevel as ServiceLevel,
    partialServiceReason: row.partialServiceReason as PartialReason | null,
    partialServiceNote: row.partialServiceNote,
    isSameDay: row.isSameDay,
    isFourOnTheSpot: row.isFourOnTheSpot,
    isOutsideTheUnit: row.isOutsideTheUnit,
    askSupplementDays: row.askSupplementDays,
    askSupplementUnit: row.askSupplementUnit as SupplementUnit | null,
    answerSupplementDays: row.answerSupplementDays,
    answerSupplementUnit: row.answerSupplementUnit as SupplementUnit | null,
    source: row.source as Source | null,
    factsMissing: row.factsMissing,
    illustrative: row.illustrative,
    findings: row.findings as unknown as Finding[],
    findingsAcceptedNote: row.findingsAcceptedNote,
    results: row.results ?? [],
    legalBasis: row.legalBasis ?? [],
    cases: await casesOf(db, versionId),
  }
}

export async function casesOf(db: Queryable, versionId: number): Promise<CaseDetail[]> {
  return cases(db, versionId, undefined)
}

/** A case with its channels, fees and components (notes too, in order). */
export async function getCase(db: Queryable, caseId: number): Promise<CaseDetail> {
  const [found] = await cases(db, undefined, caseId)
  return found ?? commonErrors.fail('record.not-found')
}

async function cases(db: Queryable, versionId: number | undefined, caseId: number | undefined): Promise<CaseDetail[]> {
  let query = db
    .selectFrom('procedureCase as c')
    .select(['c.id', 'c.code', 'c.name'])
    .select((eb) => [
      eb.selectFrom('component as k').select(componentList).whereRef('k.procedureCaseId', '=', 'c.id').as('components'),
      eb.selectFrom('procedureChannel as h').select(channelList).whereRef('h.procedureCaseId', '=', 'c.id').as('channels'),
    ])
    .orderBy('c.position')
  if (versionId !== undefined) query = query.where('c.procedureVersionId', '=', versionId)
  if (caseId !== undefined) query = query.where('c.id', '=', caseId)
  const rows = await query.execute()
  return rows.map(({ components, channels, ...one }) => ({ ...one, components: components ?? [], channels: channels ?? [] }))
}

const componentList = ({ ref }: ExpressionBuilder<DB & { k: DB['component'] }, 'k'>) =>
  jsonList<ComponentDetail>(
    {
      id: ref('k.id'),
      kind: ref('k.kind'),
      code: ref('k.code'),
      name: ref('k.name'),
      originals: ref('k.originals'),
      copies: ref('k.copies'),
      isPresentedOnly: ref('k.isPresentedOnly'),
      isRequired: ref('k.isRequired'),
      formName: ref('k.formName'),
      formFile: ref('k.formFile'),
      groupName: ref('k.groupName'),
    },
    ref('k.position'),
  ).as('list')

const channelList = (eb: ExpressionBuilder<DB & { h: DB['procedureChannel'] }, 'h'>) =>
  jsonList<ChannelDetail>(
    {
      channel: eb.ref('h.channel'),
      limitAmount: eb.ref('h.limitAmount'),
      limitUnit: eb.ref('h.limitUnit'),
      countMode: eb.ref('h.countMode'),
      cutoff: sql`to_char(h.cutoff, 'HH24:MI')`,
      hasLastHourRule: eb.ref('h.hasLastHourRule'),
      limitText: eb.ref('h.limitText'),
      note: eb.ref('h.note'),
      fees: eb
        .selectFrom('channelFee as f')
        .select(({ ref }) =>
          jsonList<FeeDetail>(
            {
              kind: ref('f.kind'),
              name: ref('f.name'),
              amount: ref('f.amount'),
              cap: ref('f.cap'),
              per: ref('f.per'),
              condition: ref('f.condition'),
              moment: ref('f.moment'),
              text: ref('f.text'),
            },
            ref('f.position'),
          ).as('list'),
        )
        .whereRef('f.procedureChannelId', '=', 'h.id'),
    },
    sql`array_position(array['counter', 'online', 'post'], h.channel)`,
  ).as('list')

function identity(row: { [Key in keyof ProcedureIdentity]: unknown }): ProcedureIdentity {
  const { id, code, nationalCode, localCodes, servedBy, isInternal, isNonTerritorial, status, closedReason } = row as ProcedureIdentity
  return { id, code, nationalCode, localCodes, servedBy, isInternal, isNonTerritorial, status, closedReason }
}
