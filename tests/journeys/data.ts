/** What the journeys live on: a folder that goes when they end, and a day that is always the same. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** So that what the demonstration holds does not depend on the day the tests run on. */
const BEGINS = new Date('2026-11-18T09:00:00+07:00')

export default async function prepare(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-journeys-'))
  process.env.JOURNEY_DATA = folder
  process.env.JOURNEY_SHIFT = String(Math.round((BEGINS.getTime() - Date.now()) / 60_000))
  return () => rm(folder, { recursive: true, force: true })
}
