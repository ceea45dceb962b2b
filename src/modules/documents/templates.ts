/** Versions of Word templates, and documents made from them. A version never changes; a new one ends the one before. */
import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import type { Queryable, Transaction } from '#platform/database.ts'
import type { FileStore, StoredFile } from '#platform/files/index.ts'
import { registerDocument, registerFile } from './documents.ts'
import { documentErrors } from './errors.ts'
import { checkTemplate, type FieldValues, fillTemplate } from './word-template.ts'

export interface TemplateVersion {
  id: number
  code: string
  version: number
  name: string
  hash: string
  fields: string[]
  validFrom: string
  validTo: string | null
  decision: string | null
}

export interface NewTemplate {
  code: string
  name: string
  /** A stored .docx. */
  file: StoredFile
  /** Fields the system can fill for this template. */
  known: readonly string[]
  /** `YYYY-MM-DD` */
  validFrom: string
  decision?: string
  actor: Actor
  now: Date
}

/** @throws AppError `documents.template-broken`, `documents.template-unknown-fields` */
export async function addTemplate(
  tx: Transaction,
  store: FileStore,
  { code, name, file, known, validFrom, decision, actor, now }: NewTemplate,
): Promise<{ id: number; version: number; fields: string[] }> {
  const fields = await checkTemplate(await store.read(file.hash), known)
  const fileId = await registerFile(tx, file, now)
  // One at a time for each code, so that two administrators do not make the same version.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`document-template/${code}`}, 0))`.execute(tx)
  const last = await tx
    .selectFrom('documentTemplate')
    .select('version')
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tx
    .updateTable('documentTemplate')
    .set({ validTo: sql<string>`greatest(valid_from, ${validFrom}::date - 1)` })
    .where('code', '=', code)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', validFrom)]))
    .execute()
  const version = (last?.version ?? 0) + 1
  const { id } = await tx
    .insertInto('documentTemplate')
    .values({
      code,
      version,
      name,
      fileId,
      fields,
      validFrom,
      decision: decision ?? null,
      officerId: actor.kind === 'officer' ? actor.id : null,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, version, fields }
}

/** The version in force on `lastDay` (`YYYY-MM-DD`) is in force no longer after it. */
export async function endTemplate(tx: Transaction, code: string, lastDay: string): Promise<void> {
  await tx
    .updateTable('documentTemplate')
    .set({ validTo: lastDay })
    .where('code', '=', code)
    .where('validFrom', '<=', lastDay)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', lastDay)]))
    .execute()
}

/** The version in force on a day (`YYYY-MM-DD`): the newest, where two touch. @throws AppError `documents.template-none` */
export async function getTemplate(database: Queryable, code: string, day: string): Promise<TemplateVersion> {
  const [template] = await templates(database, day, code)
  return template ?? documentErrors.fail('documents.template-none', { parameters: { template: code } })
}

/** All templates in force on a day, by name; the newest version of each. */
export async function templates(database: Queryable, day: string, code?: string): Promise<TemplateVersion[]> {
  const rows = await database
    .selectFrom('documentTemplate as template')
    .innerJoin('file', 'file.id', 'template.fileId')
    .distinctOn('template.code')
    .select([
      'template.id',
      'template.code',
      'template.version',
      'template.name',
      'file.hash',
      'template.fields',
      'template.validFrom',
      'template.validTo',
      'template.decision',
    ])
    .where('template.validFrom', '<=', day)
    .where((where) => where.or([where('template.validTo', 'is', null), where('template.validTo', '>=', day)]))
    .$if(code !== undefined, (query) => query.where('template.code', '=', code as string))
    .orderBy('template.code')
    .orderBy('template.version', 'desc')
    .execute()
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

export interface FromTemplate {
  code: string
  /** The day whose version counts, `YYYY-MM-DD`. */
  day: string
  data: FieldValues
  /** Without ending: `Giấy phép 145`. */
  name: string
  actor: Actor
  now: Date
}

/** A Word document made from the template, in the store and registered. @throws AppError `documents.template-none`, `documents.template-missing-fields` */
export async function makeFromTemplate(
  tx: Transaction,
  store: FileStore,
  { code, day, data, name, actor, now }: FromTemplate,
): Promise<{ documentId: number; templateId: number }> {
  const template = await getTemplate(tx, code, day)
  const file = await store.put(await fillTemplate(await store.read(template.hash), data), { accept: ['docx'] })
  const documentId = await registerDocument(tx, { file, name: `${name}.docx`, origin: 'template', actor, now })
  return { documentId, templateId: template.id }
}
