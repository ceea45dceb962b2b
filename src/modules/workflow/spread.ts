/** Chia đều: each task to whoever holds the fewest open tasks at that moment of the sharing out. Pure; the same tasks and loads always give the same shares. */

export interface Loaded {
  id: number
  fullName: string
  /** Open tasks held now. */
  openTasks: number
}

export interface TaskToSpread {
  key: string
  /** Those who are there to do it. */
  among: readonly Loaded[]
  /** Who holds it now: it no longer counts for her while it is being given away. */
  holderId?: number | null
}

/** By key. Of two with equally few the one with the lower id gets it; a task for which nobody is there has no entry. */
export function spreadEvenly(tasks: readonly TaskToSpread[]): Map<string, Loaded> {
  const loads = new Map(tasks.flatMap(({ among }) => among.map(({ id, openTasks }) => [id, openTasks] as const)))
  const change = (id: number | null | undefined, by: number) => {
    if (id !== null && id !== undefined && loads.has(id)) loads.set(id, (loads.get(id) ?? 0) + by)
  }
  for (const { holderId } of tasks) change(holderId, -1)
  const shares = new Map<string, Loaded>()
  for (const { key, among } of tasks) {
    const least = [...among].sort((a, b) => (loads.get(a.id) ?? 0) - (loads.get(b.id) ?? 0) || a.id - b.id)[0]
    if (!least) continue
    shares.set(key, least)
    change(least.id, 1)
  }
  return shares
}
