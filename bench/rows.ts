/** The rows of the table, in its order; each is `bench/rows/<name>.ts` and exports `row`. */
import type { Row } from './support/row.ts'

export const ROW_NAMES = [
  'step',
  'engine',
  'engine-memory',
  'simulate',
  'deadline',
  'receive',
  'inbox',
  'lookup',
  'api-list',
  'api-open',
  'api-lookup',
  'api-receive',
  'api-step',
  'receipt',
  'import',
] as const

export type RowName = (typeof ROW_NAMES)[number]

export const isRowName = (name: string): name is RowName => (ROW_NAMES as readonly string[]).includes(name)

/** Loaded when asked for, so that one row does not wait for the parts of the others. */
export async function loadRow(name: RowName): Promise<Row> {
  const { row } = (await import(`./rows/${name}.ts`)) as { row: Row }
  return row
}
