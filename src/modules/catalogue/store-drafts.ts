/**
 * Writes drafts of versions with everything that hangs on them, many at a time: one statement a table, so that three thousand procedures take seconds.
 * Children are found by (parent, position), never by the order in which rows come back.
 */
import { sql } from 'kysely'
import type { Transaction } from '#platform/database.ts'
import { searchable } from '#platform/text/searchable.ts'
import type { CaseContent, VersionContent } from './schemas.ts'
import { procedureSearchText } from './search-text.ts'
import { subjectGroups } from './subjects.ts'

export interface Draft {
  procedure: { id: number; nationalCode: string | null; localCodes: string[] }
  /** Number of the version; a draft that has the number already is replaced. */
  number: number
  /** `YYYY-MM-DD` */
  validFrom: string
  content: VersionContent
  findings?: unknown[]
  sourceHash?: string | null
  sourceParts?: unknown
}

/** Bind parameters of one statement stay below PostgreSQL's 65,535. */
const MAX_PARAMETERS = 30_000

/** Returns the version id of each draft, in the order of the drafts. */
export async function storeDrafts(tx: Transaction, drafts: Draft[], now: Date): Promise<number[]> {
  if (drafts.length === 0) return []
  const fields = await ensureFields(
    tx,
    drafts.map(({ content }) => content),
    now,
  )
  await tx
    .deleteFrom('procedureVersion')
    .where('status', '=', 'draft')
    .where('procedureId', '=', sql<number>`any(${drafts.map(({ procedure }) => procedure.id)}::bigint[])`)
    .execute()
  const versions = await tx
    .insertInto('procedureVersion')
    .values(drafts.map((draft) => versionRow(draft, fields.get(searchable(draft.content.fieldName ?? '')) ?? null, now)))
    .returning(['id', 'procedureId'])
    .execute()
  const idOf = new Map(versions.map(({ id, procedureId }) => [procedureId, id]))
  const ids = drafts.map(({ procedure }) => must(idOf.get(procedure.id)))
  await storeLists(tx, drafts, ids)
  await storeCases(
    tx,
    drafts.map(({ content }, index) => ({ versionId: must(ids[index]), cases: content.cases })),
  )
  return ids
}

function versionRow(draft: Draft, fieldId: number | null, now: Date) {
  const { content, procedure } = draft
  return {
    procedureId: procedure.id,
    number: draft.number,
    validFrom: draft.validFrom,
    decisionNumber: content.decisionNumber,
    decisionDate: content.decisionDate,
    effectiveDate: content.effectiveDate,
    name: content.name,
    steps: content.steps,
    manner: content.manner,
    sets: content.sets,
    subjects: content.subjects,
    subjectGroups: subjectGroups(content.subjects),
    decidingAgency: content.decidingAgency,
    fieldId,
    levels: content.levels,
    executingAgencies: content.executingAgencies,
    coordinatingAgency: content.coordinatingAgency,
    receivingPlace: content.receivingPlace,
    requirements: content.requirements,
    forms: content.forms,
    serviceLevel: content.serviceLevel,
    partialServiceReason: content.partialServiceReason,
    partialServiceNote: content.partialServiceNote,
    isSameDay: content.isSameDay,
    isFourOnTheSpot: content.isFourOnTheSpot,
    isOutsideTheUnit: content.isOutsideTheUnit,
    askSupplementDays: content.askSupplementDays,
    askSupplementUnit: content.askSupplementUnit,
    answerSupplementDays: content.answerSupplementDays,
    answerSupplementUnit: content.answerSupplementUnit,
    source: json(content.source),
    factsMissing: content.factsMissing,
    illustrative: content.illustrative,
    findings: json(draft.findings ?? []),
    sourceHash: draft.sourceHash ?? null,
    sourceParts: json(draft.sourceParts),
    searchText: procedureSearchText({ ...procedure, name: content.name, fieldName: content.fieldName }),
    createdAt: now,
    updatedAt: now,
  }
}

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

/** Fields that are new are added; names that differ only in marks or capitals are one field. */
async function ensureFields(tx: Transaction, contents: VersionContent[], now: Date): Promise<Map<string, number>> {
  const wanted = new Map<string, { name: string; code: string | null }>()
  for (const { fieldName, fieldCode } of contents) {
    const key = searchable(fieldName ?? '')
    if (fieldName && key && !wanted.get(key)?.code) wanted.set(key, { name: fieldName, code: fieldCode })
  }
  if (wanted.size === 0) return new Map()
  const keys = [...wanted.keys()]
  await tx
    .insertInto('field')
    .values(keys.map((key) => ({ name: must(wanted.get(key)).name, searchText: key, createdAt: now })))
    .onConflict((conflict) => conflict.column('searchText').doNothing())
    .execute()
  for (const [key, { code }] of wanted)
    if (code) await tx.updateTable('field').set({ code }).where('searchText', '=', key).where('code', 'is', null).execute()
  const rows = await tx
    .selectFrom('field')
    .select(['id', 'searchText'])
    .where('searchText', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  return new Map(rows.map(({ id, searchText }) => [searchText, id]))
}

async function storeLists(tx: Transaction, drafts: Draft[], ids: number[]): Promise<void> {
  const results = drafts.flatMap(({ content }, index) =>
    content.results.map(({ code, name }, position) => ({ procedureVersionId: must(ids[index]), position: position + 1, code, name })),
  )
  const basis = drafts.flatMap(({ content }, index) =>
    content.legalBasis
      .filter(({ number, title }) => number ?? title)
      .map(({ number, title }, position) => ({ procedureVersionId: must(ids[index]), position: position + 1, number, title })),
  )
  for (const values of chunked(results)) await tx.insertInto('procedureResult').values(values).execute()
  for (const values of chunked(basis)) await tx.insertInto('legalBasis').values(values).execute()
}

async function storeCases(tx: Transaction, versions: { versionId: number; cases: CaseContent[] }[]): Promise<void> {
  const cases = versions.flatMap(({ versionId, cases }) => cases.map((content, index) => ({ versionId, position: index + 1, content })))
  if (cases.length === 0) return
  const stored = await tx
    .insertInto('procedureCase')
    .values(
      cases.map(({ versionId, position, content }) => ({
        procedureVersionId: versionId,
        position,
        code: content.code,
        name: content.name,
      })),
    )
    .returning(['id', 'procedureVersionId', 'position'])
    .execute()
  const caseIds = new Map(stored.map(({ id, procedureVersionId, position }) => [`${procedureVersionId} ${position}`, id]))
  const known = cases.map(({ versionId, position, content }) => ({ caseId: must(caseIds.get(`${versionId} ${position}`)), content }))
  const components = known.flatMap(({ caseId, content }) =>
    content.components.map((component, index) => ({ ...component, procedureCaseId: caseId, position: index + 1 })),
  )
  for (const values of chunked(components)) await tx.insertInto('component').values(values).execute()
  await storeChannels(tx, known)
}

async function storeChannels(tx: Transaction, cases: { caseId: number; content: CaseContent }[]): Promise<void> {
  const channels = cases.flatMap(({ caseId, content }) =>
    content.channels.map(({ fees: _, ...channel }) => ({ ...channel, procedureCaseId: caseId })),
  )
  const channelIds = new Map<string, number>()
  for (const values of chunked(channels)) {
    const stored = await tx.insertInto('procedureChannel').values(values).returning(['id', 'procedureCaseId', 'channel']).execute()
    for (const { id, procedureCaseId, channel } of stored) channelIds.set(`${procedureCaseId} ${channel}`, id)
  }
  const fees = cases.flatMap(({ caseId, content }) =>
    content.channels.flatMap(({ channel, fees }) =>
      fees.map((fee, index) => ({ ...fee, procedureChannelId: must(channelIds.get(`${caseId} ${channel}`)), position: index + 1 })),
    ),
  )
  for (const values of chunked(fees)) await tx.insertInto('channelFee').values(values).execute()
}

function chunked<Row extends object>(rows: Row[]): Row[][] {
  const columns = Object.keys(rows[0] ?? { none: 1 }).length
  const size = Math.floor(MAX_PARAMETERS / columns)
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size))
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A stored row did not come back')
  return value
}
