import type { Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { catalogueErrors } from '../errors.ts'
import type { MappingOptions } from './map-row.ts'
import type { Mapping } from './mapping.ts'

export type ImportStatus = 'mapping' | 'running' | 'done'

export interface StoredMapping extends MappingOptions {
  columns: Mapping
}

/** Locks the import, so that two people (or a job and a person) never work on it at the same moment. */
export async function holdImport(tx: Transaction, importId: number, allowed: ImportStatus[]) {
  const held = await tx.selectFrom('catalogueImport').selectAll().where('id', '=', importId).forUpdate().executeTakeFirst()
  if (!held) return commonErrors.fail('record.not-found')
  if (!allowed.some((status) => status === held.status)) return catalogueErrors.fail('catalogue.import-state')
  return { ...held, mapping: held.mapping as unknown as StoredMapping }
}
