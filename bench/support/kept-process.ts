/** Dossiers whose place in a process is kept in PostgreSQL between any two steps: what both engines of the row `engine` are run on. */
import type pg from 'pg'
import type { Facts } from '#modules/workflow/index.ts'
import { IN_FLIGHT } from './desk.ts'
import { load } from './load.ts'
import { MOST_STEPS, wayOf } from './measured-process.ts'

export interface KeptEngine {
  /** Begins a dossier; returns what is to be kept of it. */
  begin(facts: Facts): Promise<object>
  /** Resumes the dossier from what was kept, does the work of the step, and returns what is to be kept. Throws when the dossier does not wait there. */
  step(kept: unknown, step: string, facts: Facts): Promise<{ kept: object; hasEnded: boolean }>
}

/**
 * Steps per second. Each reads place and facts by one prepared statement and writes the place by another, which fails where somebody was faster; nothing stays in memory from one
 * step of a dossier to the next. All dossiers take their first step, many at once, then all their second, so that two steps never meet at one dossier.
 */
export async function keptSteps(pool: pg.Pool, dossiers: number, engine: KeptEngine): Promise<number> {
  await pool.query(
    'create table bench_place (id integer primary key, version integer not null, facts jsonb not null, place jsonb not null)',
  )
  try {
    const ways = Array.from({ length: dossiers }, (_, id) => ({ id, ...wayOf(id) }))
    for (const { id, facts } of ways)
      await pool.query('insert into bench_place values ($1, 0, $2, $3)', [id, facts, await engine.begin(facts)])
    let steps = 0
    let seconds = 0
    for (let at = 0; at < MOST_STEPS; at++) {
      const visits = ways.flatMap(({ id, steps: all }) => {
        const step = all[at]
        return step ? [{ id, step, isLast: at === all.length - 1 }] : []
      })
      const { perSecond } = await load(visits.length, IN_FLIGHT, async (run) => {
        const visit = visits[run]
        if (visit) await take(pool, engine, visit)
      })
      steps += visits.length
      seconds += visits.length / perSecond
    }
    return steps / seconds
  } finally {
    await pool.query('drop table bench_place')
  }
}

async function take(pool: pg.Pool, engine: KeptEngine, { id, step, isLast }: { id: number; step: string; isLast: boolean }): Promise<void> {
  const { rows } = await pool.query<{ version: number; facts: Facts; place: unknown }>({ name: 'bench-place', text: READ, values: [id] })
  const [row] = rows
  if (!row) throw new Error(`Nothing is kept of dossier ${id}`)
  const { kept, hasEnded } = await engine.step(row.place, step, row.facts)
  if (hasEnded !== isLast) throw new Error(`After ${step} the process ${hasEnded ? 'has' : 'has not'} ended`)
  const { rowCount } = await pool.query({ name: 'bench-keep', text: KEEP, values: [id, row.version, kept] })
  if (rowCount !== 1) throw new Error(`Dossier ${id} was moved twice at once`)
}

const READ = 'select version, facts, place from bench_place where id = $1'
const KEEP = 'update bench_place set place = $3, version = version + 1 where id = $1 and version = $2'
