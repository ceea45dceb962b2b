/** What trials run against: a version that can be run, and calendars and bindings as they are now. */
import { sql } from 'kysely'
import { unitCalendars } from '#modules/calendar/index.ts'
import { newestSettlingRules } from '#modules/catalogue/index.ts'
import type { Queryable } from '#platform/database.ts'
import { bindingFor, type LaneFill } from '../../bindings.ts'
import { ProcessGraph } from '../../graph/graph.ts'
import { structureOf } from '../../graph/structure.ts'
import type { Process } from '../../process.ts'
import { getProcess } from '../../queries/process.ts'
import type { TrialSetting } from '../trial-dossier.ts'
import type { Trial } from './trials.ts'

export interface TrialVersion {
  id: number
  version: number
  isDraft: boolean
  revision: number
  graph: ProcessGraph
  /** None while the drawing has faults that would lose a dossier. */
  process?: Process
}

/** Where a trial is tried out: the draft, else the newest version that was published. */
export async function findTrialVersion(db: Queryable, templateId: number): Promise<TrialVersion | undefined> {
  const row = await db
    .selectFrom('process')
    .select(['id', 'status'])
    .where('processTemplateId', '=', templateId)
    .orderBy(sql`status = 'draft'`, 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && getTrialVersion(db, row.id)
}

export async function getTrialVersion(db: Queryable, processId: number): Promise<TrialVersion> {
  const row = await db
    .selectFrom('process')
    .select(['id', 'version', 'status', 'revision', 'graph'])
    .where('id', '=', processId)
    .executeTakeFirstOrThrow()
  const graph = ProcessGraph.parse(row.graph)
  const isSound = structureOf(graph).findings.length === 0
  return {
    id: row.id,
    version: row.version,
    isDraft: row.status === 'draft',
    revision: row.revision,
    graph,
    ...(isSound && { process: await getProcess(db, processId) }),
  }
}

export type TrialPlace = Pick<Trial, 'procedureId' | 'receivingUnitId' | 'settlingUnitId' | 'channel' | 'returnMethod' | 'promise'>

/** `steps`: the units that they ask answer by calendars of their own. */
export async function trialSetting(db: Queryable, trial: TrialPlace & { steps?: Trial['steps'] }, process: Process): Promise<TrialSetting> {
  const { receivingUnitId, settlingUnitId, channel, returnMethod, promise } = trial
  // No procedure has the number 0: only the bindings for every procedure are found.
  const units = { receivingUnitId, settlingUnitId, procedureId: trial.procedureId ?? 0 }
  const fills = await fillsOf(db, units, process)
  const others = [...fills.values()].flatMap(({ unitId }) => (unitId === undefined ? [] : [unitId]))
  const calendars = await unitCalendars(db, [...new Set([receivingUnitId, settlingUnitId, ...others, ...unitsAsked(trial.steps ?? [])])])
  return { process, units, calendars, fills, channel, returnMethod, promise, rules: await rulesOf(db, trial.procedureId) }
}

const unitsAsked = (steps: Trial['steps']): number[] =>
  steps.flatMap(({ act }) => {
    const legs = act.kind === 'transition' ? (act.legs ?? []) : act.kind === 'answer' && act.next ? [act.next] : []
    return legs.flatMap(({ place }) => place?.unitId ?? [])
  })

async function rulesOf(db: Queryable, procedureId: number | null): Promise<TrialSetting['rules']> {
  const rules = procedureId === null ? undefined : await newestSettlingRules(db, procedureId)
  if (!rules) return {}
  const { isFourOnTheSpot, isSameDay, askSupplementWithin, answerSupplementWithin } = rules
  return {
    isFourOnTheSpot,
    isSameDayProcedure: isSameDay,
    ...(askSupplementWithin && { askSupplementWithin }),
    ...(answerSupplementWithin && { answerSupplementWithin }),
  }
}

/** Only of a binding of this very process: until the first version is published, another one's counts. */
async function fillsOf(
  db: Queryable,
  { procedureId, settlingUnitId }: TrialSetting['units'],
  { templateId }: Process,
): Promise<Map<string, LaneFill>> {
  const { rows } = await sql<{ lanes: Record<string, LaneFill> }>`
    select lanes from ${bindingFor({ procedureId, unitId: settlingUnitId })} b where b.process_template_id = ${templateId}`.execute(db)
  return new Map(Object.entries(rows[0]?.lanes ?? {}))
}
