/** Dossiers: the list without people, one whole with its actions and tasks, and the look-up of its state. */
import { z } from 'zod'
import { findDossierStanding, getDossier, LIFE_STATE_NAMES, listDossiers } from '#modules/dossier/index.ts'
import { tasksOf } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { instantAt } from '#platform/text/dates.ts'
import { endpoint, fromCursor, Instant, LegalDate, NextCursor, Page, toCursor } from '../endpoint.ts'

const State = z.enum(LIFE_STATE_NAMES)
const Timeliness = z.enum(['early', 'on-time', 'late']).nullable()
const CodePath = z.object({ code: z.string().max(60) })
const DAY_MS = 86_400_000
const Cursor = z.tuple([z.iso.datetime(), z.number().int().positive()])

const Line = z.object({
  code: z.string(),
  externalCodes: z.array(z.string()),
  procedureCode: z.string(),
  procedureName: z.string(),
  channel: z.string(),
  state: State,
  nationalStatus: z.number().int().meta({ description: 'Trạng thái quốc gia 1–10' }),
  receivingUnitId: z.number().int(),
  settlingUnitId: z.number().int(),
  receivedAt: Instant,
  dueAt: Instant,
  finishedAt: Instant.nullable(),
  returnedAt: Instant.nullable(),
  timeliness: Timeliness,
})

const stamp = (at: Date | null | undefined) => at?.toISOString() ?? null

export const list = endpoint({
  method: 'GET',
  path: '/dossiers',
  right: 'dossier.search',
  tag: 'Hồ sơ',
  summary: 'Danh sách hồ sơ trong phạm vi của mã truy cập, mới nhất trước, không có dữ liệu cá nhân',
  query: z.object({ ...Page, state: State.optional(), receivedFrom: LegalDate.optional(), receivedTo: LegalDate.optional() }),
  answer: z.object({ items: z.array(Line), nextCursor: NextCursor }),
  async handle({ services, actor, now, query }) {
    const [receivedAt, id] = fromCursor(query.cursor, Cursor) ?? []
    const rows = await listDossiers(
      services.database,
      {
        state: query.state,
        receivedFrom: query.receivedFrom ? instantAt(query.receivedFrom) : undefined,
        receivedBefore: query.receivedTo ? new Date(instantAt(query.receivedTo).getTime() + DAY_MS) : undefined,
        after: receivedAt && id ? { receivedAt: new Date(receivedAt), id } : undefined,
        limit: query.limit,
      },
      { actor, now },
    )
    const last = rows.length === query.limit ? rows.at(-1) : undefined
    return {
      items: rows.map(({ id: _, ...row }) => ({
        ...row,
        receivedAt: row.receivedAt.toISOString(),
        dueAt: row.dueAt.toISOString(),
        finishedAt: stamp(row.finishedAt),
        returnedAt: stamp(row.returnedAt),
        timeliness: row.timeliness as z.infer<typeof Timeliness>,
      })),
      nextCursor: last ? toCursor([last.receivedAt.toISOString(), last.id]) : null,
    }
  },
})

const PartyAnswer = z.object({
  name: z.string(),
  kind: z.string(),
  identifierKind: z.string().nullable(),
  identifier: z.string().nullable(),
  phone: z.string().nullable(),
})

export const read = endpoint({
  method: 'GET',
  path: '/dossiers/{code}',
  right: 'dossier.read',
  tag: 'Hồ sơ',
  summary: 'Một hồ sơ với các hành động và các bước; lần đọc được ghi nhật ký',
  params: CodePath,
  answer: z.object({
    code: z.string(),
    externalCodes: z.array(z.string()),
    state: State,
    nationalStatus: z.number().int(),
    channel: z.string(),
    procedure: z.object({ code: z.string(), name: z.string(), caseId: z.number().int(), caseName: z.string() }),
    receivingUnit: z.object({ id: z.number().int(), name: z.string() }),
    settlingUnit: z.object({ id: z.number().int(), name: z.string() }),
    owner: PartyAnswer,
    submitter: PartyAnswer,
    subject: z.string(),
    filedAt: Instant.nullable(),
    receivedAt: Instant.nullable(),
    originalDueAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    returnedAt: Instant.nullable(),
    timeliness: Timeliness,
    components: z.array(z.object({ id: z.number().int(), name: z.string(), originals: z.number().int(), copies: z.number().int() })),
    fees: z.array(z.object({ kind: z.string(), name: z.string(), amount: z.number().int().meta({ description: 'đồng' }) })),
    result: z.object({ name: z.string(), number: z.number().int().nullable(), symbol: z.string().nullable() }).nullable(),
    tasks: z.array(
      z.object({
        number: z.number().int(),
        kind: z.string(),
        name: z.string(),
        unitId: z.number().int(),
        openedAt: Instant,
        dueAt: Instant,
        closedAt: Instant.nullable(),
        outcome: z.string().nullable(),
      }),
    ),
    actions: z.array(z.object({ sequence: z.number().int(), kind: z.string(), at: Instant, actorKind: z.string(), hash: z.string() })),
  }),
  async handle({ services, actor, now, params }) {
    const dossier = await getDossier(services.database, params.code, { actor, now })
    const { state } = dossier
    const party = ({ name, kind, identifierKind, identifier, phone }: z.infer<typeof PartyAnswer>) => ({
      name,
      kind,
      identifierKind,
      identifier,
      phone,
    })
    const unit = ({ id, name }: { id: number; name: string }) => ({ id, name })
    return {
      code: dossier.code,
      externalCodes: dossier.externalCodes,
      state: state.state,
      nationalStatus: dossier.nationalStatus,
      channel: dossier.channel,
      procedure: {
        code: dossier.procedure.code,
        name: dossier.procedure.name,
        caseId: dossier.procedure.caseId,
        caseName: dossier.procedure.caseName,
      },
      receivingUnit: unit(dossier.receivingUnit),
      settlingUnit: unit(dossier.settlingUnit),
      owner: party(dossier.owner),
      submitter: party(dossier.submitter),
      subject: dossier.subject,
      filedAt: stamp(state.filedAt),
      receivedAt: stamp(state.receivedAt),
      originalDueAt: stamp(state.clock?.originalDueAt),
      dueAt: stamp(state.clock?.dueAt),
      finishedAt: stamp(state.finishedAt),
      returnedAt: stamp(state.returnedAt),
      timeliness: state.timeliness ?? null,
      components: dossier.components.map(({ id, name, originals, copies }) => ({ id, name, originals, copies })),
      fees: dossier.fees,
      result: dossier.result && { name: dossier.result.name, number: dossier.result.number, symbol: dossier.result.symbol },
      tasks: tasksOf(dossier.actions).map((task) => ({
        number: task.number,
        kind: task.kind,
        name: task.stepName,
        unitId: task.unitId,
        openedAt: task.openedAt.toISOString(),
        dueAt: task.dueAt.toISOString(),
        closedAt: stamp(task.closedAt),
        outcome: task.outcome ?? null,
      })),
      actions: dossier.actions.map(({ sequence, fact, at, actorKind, hash }) => ({
        sequence,
        kind: fact.kind,
        at: at.toISOString(),
        actorKind,
        hash,
      })),
    }
  },
})

export const lookUp = endpoint({
  method: 'GET',
  path: '/lookup/{code}',
  right: 'dossier.search',
  tag: 'Hồ sơ',
  summary: 'Tra cứu trạng thái theo mã: chỉ trạng thái và ngày, không có dữ liệu cá nhân',
  params: CodePath,
  answer: z.object({
    code: z.string(),
    procedureCode: z.string(),
    procedureName: z.string(),
    state: State,
    nationalStatus: z.number().int(),
    settlingUnit: z.string(),
    receivedAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    returnedAt: Instant.nullable(),
  }),
  async handle({ services, params }) {
    const standing = await findDossierStanding(services.database, params.code)
    if (!standing) return commonErrors.fail('record.not-found')
    const { settlingUnitName, receivedAt, dueAt, finishedAt, returnedAt, ...row } = standing
    return {
      ...row,
      settlingUnit: settlingUnitName,
      receivedAt: stamp(receivedAt),
      dueAt: stamp(dueAt),
      finishedAt: stamp(finishedAt),
      returnedAt: stamp(returnedAt),
    }
  },
})
