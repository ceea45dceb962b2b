/** Trials as they are kept, and how each stands on a version of its process. */
import { sql } from 'kysely'
import type { Channel, ReturnMethod } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { TrialPromise, type TrialStep, TrialSteps } from '../trial.ts'

export interface Trial {
  id: number
  templateId: number
  name: string
  /** null: the bindings for every procedure count. */
  procedureId: number | null
  receivingUnitId: number
  settlingUnitId: number
  channel: Channel
  returnMethod: ReturnMethod
  promise: TrialPromise
  steps: TrialStep[]
  /** Goes up with each save; a save says which one it saw. */
  revision: number
  savedAt: Date
}

const columns = [
  'id',
  'processTemplateId as templateId',
  'name',
  'procedureId',
  'receivingUnitId',
  'settlingUnitId',
  'channel',
  'returnMethod',
  'promise',
  'steps',
  'revision',
  'savedAt',
] as const

/** By name. */
export async function trialsOf(db: Queryable, templateId: number): Promise<Trial[]> {
  const rows = await db.selectFrom('processTrial').select(columns).where('processTemplateId', '=', templateId).orderBy('name').execute()
  return rows.map(toTrial)
}

/** @throws AppError `record.not-found` */
export async function getTrial(db: Queryable, id: number): Promise<Trial> {
  const row = await db.selectFrom('processTrial').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? toTrial(row) : commonErrors.fail('record.not-found')
}

const toTrial = (
  row: {
    [Column in keyof Trial]: Column extends 'channel' | 'returnMethod'
      ? string
      : Column extends 'promise' | 'steps'
        ? unknown
        : Trial[Column]
  },
): Trial => ({
  ...row,
  channel: row.channel as Channel,
  returnMethod: row.returnMethod as ReturnMethod,
  promise: TrialPromise.parse(row.promise),
  steps: TrialSteps.parse(row.steps),
})

/** not-run: never, or before the trial or the drawing was changed. */
export type TrialStanding = 'green' | 'red' | 'not-run'

export interface TrialLine {
  id: number
  name: string
  steps: number
  assertions: number
  standing: TrialStanding
  failure: { vi: string; en: string } | null
  ranAt: Date | null
  savedAt: Date
}

/** How the trials of a process stand on one of its versions. */
export async function trialLines(db: Queryable, templateId: number, processId: number): Promise<TrialLine[]> {
  const { rows } = await sql<TrialLine>`
    select t.id, t.name, jsonb_array_length(t.steps) as steps, t.saved_at, r.failure, r.ran_at,
      (select coalesce(sum(jsonb_array_length(s -> 'assertions')), 0)::int from jsonb_array_elements(t.steps) s) as assertions,
      case when r.id is null or r.trial_revision <> t.revision or r.process_revision <> p.revision then 'not-run'
        when r.is_green then 'green' else 'red' end as standing
    from process_trial t join process p on p.id = ${processId} left join process_trial_run r on r.process_trial_id = t.id and r.process_id = p.id
    where t.process_template_id = ${templateId} order by t.name`.execute(db)
  return rows
}

export interface RedTrial {
  id: number
  name: string
  processName: string
  version: number
  isDraft: boolean
  /** Of the procedure whose own process it is; null: of all, or of none yet. */
  procedureCode: string | null
  failure: { vi: string; en: string }
  ranAt: Date
}

const MOST_RED = 100

/** Red on a version that is drawn or in force (`day`: `YYYY-MM-DD`), so that somebody has to look. */
export async function redTrials(db: Queryable, day: string): Promise<RedTrial[]> {
  const { rows } = await sql<RedTrial>`
    select t.id, t.name, p.name as process_name, p.version, p.status = 'draft' as is_draft, r.failure, r.ran_at,
      coalesce((select c.code from process_binding b join procedure c on c.id = b.procedure_id
        where b.process_template_id = t.process_template_id and b.unit_id is null
          and not exists (select 1 from process_binding g where g.process_template_id = t.process_template_id and g.procedure_id is null and g.unit_id is null)
        order by b.id limit 1), (select c.code from process_draft d join procedure c on c.id = d.procedure_id where d.process_id = p.id)) as procedure_code
    from process_trial_run r join process_trial t on t.id = r.process_trial_id join process p on p.id = r.process_id
    where not r.is_green and r.trial_revision = t.revision
      and (p.status = 'draft' or p.valid_to is null or p.valid_to >= ${day}::date)
    order by p.name, p.version, t.name limit ${MOST_RED}`.execute(db)
  return rows
}
