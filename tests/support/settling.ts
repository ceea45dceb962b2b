/** A dossier under way, and what the acts on it leave behind: for tests of what happens between reception and result. */
import { expect } from 'vitest'
import { openTaskOf } from '../../db/seeds/dossier-queries.ts'
import { type DossierState, dossierState, readActions } from '../../src/modules/dossier/index.ts'
import { verifyDossiers } from '../../src/modules/workflow/index.ts'
import type { TestApp } from './app.ts'
import { takeStep } from './take-step.ts'

export const stateOf = async (app: TestApp, dossierId: number): Promise<DossierState> =>
  dossierState(await readActions(app.services.database, dossierId))

/** The kinds of papers laid for the dossier, oldest first. */
export async function papersLaid(app: TestApp, dossierId: number): Promise<string[]> {
  const rows = await app.services.database.selectFrom('paper').select('form').where('dossierId', '=', dossierId).orderBy('id').execute()
  return rows.map(({ form }) => form)
}

export async function messagesOf(app: TestApp, dossierId: number): Promise<string[]> {
  const rows = await app.services.database
    .selectFrom('outgoingMessage')
    .select('kind')
    .where('dossierId', '=', dossierId)
    .orderBy('id')
    .execute()
  return rows.map(({ kind }) => kind)
}

export async function expectVerified(app: TestApp): Promise<void> {
  expect((await verifyDossiers(app.services.database)).differences).toEqual([])
}

export const later = (app: TestApp, minutes: number): void => app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000))

/** Takes steps the ordinary way until one of this kind is open. */
export async function stepsTo(app: TestApp, dossierId: number, kind: string): Promise<void> {
  for (let guard = 0; guard < 10; guard++) {
    const task = await openTaskOf(app.services.database, dossierId)
    if (task?.kind === kind) return
    later(app, 10)
    await takeStep(app, dossierId)
  }
  throw new Error(`Dossier ${dossierId} never came to ${kind}`)
}

/** The refusal of what is done: its code and the guard that did not hold. */
export async function refusal(
  done: Promise<unknown>,
): Promise<{ code: string; guard?: unknown; article?: unknown; fields: Record<string, string> }> {
  try {
    await done
  } catch (error) {
    const { code, parameters, fields } = error as { code: string; parameters: Record<string, unknown>; fields: Record<string, string> }
    return { code, guard: parameters?.guard, article: parameters?.article, fields }
  }
  throw new Error('It was not refused')
}

/** A document that the officer has just uploaded. Returns its id. */
export async function aFile(app: TestApp, officerId: number): Promise<number> {
  const { rows } = await app.handle.pool.query(
    `with f as (insert into file (hash, size, type, created_at) values (encode(sha256(random()::text::bytea), 'hex'), 10, 'pdf', now()) returning id)
     insert into document (file_id, name, origin, officer_id, created_at) select id, 'Tệp thử.pdf', 'upload', $1, now() from f returning id`,
    [officerId],
  )
  return rows[0].id
}
