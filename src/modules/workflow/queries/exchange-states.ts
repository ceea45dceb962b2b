import type { ExchangeState } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'

/** The exchange dimension of a dossier: how many of its messages stand how. */
export async function exchangeStates(db: Queryable, dossierId: number): Promise<{ state: ExchangeState; messages: number }[]> {
  const rows = await db
    .selectFrom('outgoingMessage')
    .select((eb) => ['state', eb.fn.countAll<number>().as('messages')])
    .where('dossierId', '=', dossierId)
    .groupBy('state')
    .orderBy('state')
    .execute()
  return rows.map(({ state, messages }) => ({ state: state as ExchangeState, messages }))
}
