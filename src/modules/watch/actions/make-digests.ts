import { z } from 'zod'
import { unitCalendars, workingDaysBetween } from '#modules/calendar/index.ts'
import { action } from '#platform/action.ts'
import type { Queryable } from '#platform/database.ts'
import { instantAt, localDate } from '#platform/text/dates.ts'
import { type DigestContent, FIRST_TASKS, FIRST_UNITS, isEmpty } from '../digest.ts'
import type { FindingFigures } from '../figures.ts'
import { type DueTask, officersThere, tasksDue, unitPaths, unitsDue, watchers } from '../queries/digest-facts.ts'
import { countFindings } from '../queries/findings.ts'

const BATCH = 500

/** Bản tin đầu ngày of everybody who has something today, on a working day of her own unit’s calendar; once a day each. Of the system alone. Returns how many were made. */
export const makeDigests = action('watch.make-digests', {
  input: z.object({}),
  scope: () => undefined,
  async work({ tx, now, about }): Promise<number> {
    const today = localDate(now)
    about({ kind: 'digest', id: today })
    const contents = await contentsOf(tx, today, now)
    const rows = [...contents].map(([officerId, content]) => ({ officerId, day: today, content: JSON.stringify(content), createdAt: now }))
    let made = 0
    for (let from = 0; from < rows.length; from += BATCH) {
      const added = await tx
        .insertInto('digest')
        .values(rows.slice(from, from + BATCH))
        .onConflict((conflict) => conflict.columns(['officerId', 'day']).doNothing())
        .returning('id')
        .execute()
      made += added.length
    }
    return made
  },
})

async function contentsOf(db: Queryable, today: string, now: Date): Promise<Map<number, DigestContent>> {
  const [due, units, watching, paths, there, counts] = await Promise.all([
    tasksDue(db, today),
    unitsDue(db, today, now),
    watchers(db, today),
    unitPaths(db),
    officersThere(db, today),
    countFindings(db, now),
  ])
  const calendars = await unitCalendars(db, [...new Set(there.values())])
  const [midnight, yesterday] = [instantAt(today, '23:59'), new Date(instantAt(today).getTime() - 60_000)]
  const works = (officerId: number): boolean => {
    const unitId = there.get(officerId)
    return unitId !== undefined && workingDaysBetween(calendars(unitId), yesterday, midnight) > 0
  }
  const scopes = new Map<number, string[]>()
  for (const { officerId, path } of watching) scopes.set(officerId, [...(scopes.get(officerId) ?? []), path])
  const own = new Map<number, DueTask[]>()
  for (const task of due) {
    const tasks = own.get(task.officerId)
    if (tasks) tasks.push(task)
    else own.set(task.officerId, [task])
  }
  const contents = new Map<number, DigestContent>()
  for (const officerId of new Set([...own.keys(), ...scopes.keys()])) {
    if (!works(officerId)) continue
    const within = withinOf(scopes.get(officerId) ?? [])
    const tasks = own.get(officerId) ?? []
    const content: DigestContent = {
      today: firstOf(tasks.filter(({ dueAt }) => dueAt >= now)),
      late: firstOf(tasks.filter(({ dueAt }) => dueAt < now)),
      units: units
        .filter(({ path }) => within(path))
        .toSorted((a, b) => b.late - a.late || b.today - a.today)
        .slice(0, FIRST_UNITS)
        .map(({ path: _, ...unit }) => unit),
      findings: summed(counts.filter(({ unitId }) => within(paths.get(unitId) ?? ''))),
    }
    if (!isEmpty(content)) contents.set(officerId, content)
  }
  return contents
}

const withinOf =
  (scopes: readonly string[]) =>
  (path: string): boolean =>
    scopes.some((scope) => `${path}.`.startsWith(`${scope}.`))

const firstOf = (tasks: readonly DueTask[]): DigestContent['today'] => ({
  count: tasks.length,
  first: tasks.slice(0, FIRST_TASKS).map(({ code, stepName, dueAt }) => ({ code, stepName, dueAt: dueAt.toISOString() })),
})

function summed(counts: Awaited<ReturnType<typeof countFindings>>): FindingFigures {
  const figures: FindingFigures = {}
  for (const { kind, count } of counts) figures[kind] = (figures[kind] ?? 0) + count
  return figures
}
