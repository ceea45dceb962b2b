import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'

/** What is looked back on, and how many dossiers say something about the next one: conventions of this program, not law. */
export const USUAL_DAYS = 180
const LEAST = 10
const DAY_MS = 86_400_000

export interface UsualTime {
  dossiers: number
  /** Calendar days from reception to result, all waiting included; 0: on the same day. */
  half: number
  nineOfTen: number
}

/** How long a procedure has taken lately; undefined where too few dossiers tell. A refusal in writing is a result too; what was withdrawn or stopped says nothing. */
export async function usualTimeOf(db: Queryable, procedureId: number, now: Date): Promise<UsualTime | undefined> {
  const from = new Date(now.getTime() - USUAL_DAYS * DAY_MS)
  const { rows } = await sql<UsualTime>`
    select count(*)::int as dossiers, percentile_disc(0.5) within group (order by days) as half, percentile_disc(0.9) within group (order by days) as nine_of_ten
    from (select (finished_at at time zone 'Asia/Ho_Chi_Minh')::date - (received_at at time zone 'Asia/Ho_Chi_Minh')::date as days from dossier
      where procedure_id = ${procedureId} and outcome in ('result', 'refused') and finished_at >= ${from} and finished_at <= ${now} and received_at is not null) done`.execute(
    db,
  )
  const [usual] = rows
  return usual && usual.dossiers >= LEAST ? usual : undefined
}
