/** Dossiers that may have come to a new level: judged by their rows, quickly and rather too early; the action then computes it from the dossier's own actions. */
import { sql } from 'kysely'
import { isWorking, unitCalendars } from '#modules/calendar/index.ts'
import { type LightThresholds, lightOf, usedShareOf } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import { isBeyond, type Level } from '../level.ts'

const PAGE = 1_000

interface Row {
  dossierId: number
  /** Null: the dossier itself. */
  number: number | null
  unitId: number
  from: Date
  due: Date
  isLate: boolean
  told: Level[]
}

/** Pages of dossier ids, each dossier once, in the order of ids. Units whose office is closed now wait until it opens: nobody would read it. */
export async function* escalationCandidates(db: Queryable, now: Date, thresholds: LightThresholds): AsyncGenerator<number[]> {
  let after = 0
  for (;;) {
    const { rows: page } = await sql<{ id: number }>`
      select distinct t.dossier_id as id from task t where t.closed_at is null and t.dossier_id > ${after} order by 1 limit ${PAGE}`.execute(
      db,
    )
    const ids = page.map(({ id }) => id)
    after = ids.at(-1) ?? 0
    if (ids.length === 0) return
    const { rows } = await sql<Row>`
      select d.id as dossier_id, null::integer as number, d.settling_unit_id as unit_id, d.clock_started_at as "from", d.due_at as due,
        coalesce(d.late_from <= ${now}, false) as is_late,
        array(select e.level from escalation e where e.dossier_id = d.id and e.task_number is null) as told
      from dossier d where d.id = any (${ids}::bigint[]) and d.outcome is null and d.finished_at is null and d.paused_at is null and d.due_at is not null
      union all
      select t.dossier_id, t.number, t.unit_id, t.opened_at, t.due_at, t.due_at < ${now},
        array(select e.level from escalation e where e.dossier_id = t.dossier_id and e.task_number = t.number)
      from task t where t.dossier_id = any (${ids}::bigint[]) and t.closed_at is null and t.paused_at is null and t.role_id is not null and t.kind <> 'return'
      order by dossier_id`.execute(db)
    const calendars = await unitCalendars(db, [...new Set(rows.map(({ unitId }) => unitId))])
    const candidates = rows.filter(({ unitId, from, due, isLate, told }) => {
      const calendar = calendars(unitId)
      if (!isWorking(calendar, now)) return false
      const light = lightOf({ usedShare: usedShareOf(calendar, from, due, now), isLate, isPaused: false }, thresholds)
      return light !== 'within' && light !== 'paused' && isBeyond(light, told)
    })
    if (candidates.length > 0) yield [...new Set(candidates.map(({ dossierId }) => dossierId))]
  }
}
