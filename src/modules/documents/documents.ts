/** Documents: stored files under a name, with who brought them and how. What they belong to is said by the modules above. */
import type { Readable } from 'node:stream'
import type { Actor } from '#platform/actor.ts'
import type { Queryable, Transaction } from '#platform/database.ts'
import { type FileStore, type FileType, fileTypes, type StoredFile } from '#platform/files/index.ts'
import { download, type Reply } from '#platform/http/route.ts'
import { documentErrors } from './errors.ts'

export interface Document {
  id: number
  name: string
  origin: DocumentOrigin
  hash: string
  /** Bytes. */
  size: number
  type: FileType
  officerId: number | null
  partnerId: number | null
  createdAt: Date
}

/** `upload`: sent by somebody · `scan`: from the scanner folder · `template`: made from a Word template · `paper`: a printed form kept as a file. */
export type DocumentOrigin = 'upload' | 'scan' | 'template' | 'paper'

export interface NewDocument {
  file: StoredFile
  /** With its ending: `Đơn đề nghị.pdf`. */
  name: string
  origin: DocumentOrigin
  actor: Actor
  now: Date
}

/** Makes a document of a file that lies in the store; the same content is one row of `file`, however often it comes. */
export async function registerDocument(tx: Transaction, { file, name, origin, actor, now }: NewDocument): Promise<number> {
  const fileId = await registerFile(tx, file, now)
  const { id } = await tx
    .insertInto('document')
    .values({
      fileId,
      name,
      origin,
      officerId: actor.kind === 'officer' ? actor.id : null,
      partnerId: actor.kind === 'partner' ? actor.id : null,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function registerFile(tx: Transaction, { hash, size, type }: StoredFile, now: Date): Promise<number> {
  // A row that is there is written again, which holds it: a sweep that runs now must not delete it before the document points to it.
  const { id } = await tx
    .insertInto('file')
    .values({ hash, size, type, createdAt: now })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ hash }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether the viewer may see it is for the module that knows what it belongs to. @throws AppError `documents.not-found` */
export async function getDocument(database: Queryable, id: number): Promise<Document> {
  const [document] = await findDocuments(database, [id])
  return document ?? documentErrors.fail('documents.not-found')
}

/** Those of the ids that exist, by id. */
export async function findDocuments(database: Queryable, ids: number[]): Promise<Document[]> {
  if (ids.length === 0) return []
  const rows = await database
    .selectFrom('document')
    .innerJoin('file', 'file.id', 'document.fileId')
    .select([
      'document.id',
      'document.name',
      'document.origin',
      'document.officerId',
      'document.partnerId',
      'document.createdAt',
      'file.hash',
      'file.size',
      'file.type',
    ])
    .where('document.id', 'in', ids)
    .orderBy('document.id')
    .execute()
  return rows.map((row) => ({ ...row, origin: row.origin as DocumentOrigin, type: row.type as FileType }))
}

/**
 * Ids come from forms: only documents that the actor brought may be attached, so nobody can pull another's paper into a dossier of theirs.
 * @throws AppError `documents.not-yours`
 */
export async function insistOwnDocuments(tx: Transaction, actor: Actor, ids: number[]): Promise<void> {
  const documents = await findDocuments(tx, ids)
  const isOwn = (document: Document) =>
    actor.kind === 'system' ||
    (actor.kind === 'officer' && document.officerId === actor.id) ||
    (actor.kind === 'partner' && document.partnerId === actor.id)
  if (documents.length !== new Set(ids).size || !documents.every(isOwn)) documentErrors.fail('documents.not-yours')
}

/** Shown in the browser only where that is safe; Word and Excel files are saved. */
const SHOWN: FileType[] = ['pdf', 'png', 'jpeg']

/**
 * A document on its way to a browser. Whatever it holds, it runs no script, loads nothing and is not guessed to be something else.
 * @throws AppError `files.missing`
 */
export async function documentReply(store: FileStore, document: Document, wants: 'inline' | 'attachment' = 'attachment'): Promise<Reply> {
  return fileReply(await store.open(document.hash), document, wants)
}

export function fileReply(
  content: Uint8Array | Readable,
  { name, type }: Pick<Document, 'name' | 'type'>,
  wants: 'inline' | 'attachment' = 'attachment',
): Reply {
  const reply = download(content, fileTypes[type].mediaType, name, SHOWN.includes(type) ? wants : 'attachment')
  return reply.kind === 'body' ? { ...reply, headers: { ...reply.headers, ...safeHeaders(type) } } : reply
}

/** Browsers show no PDF inside a sandbox; their viewer is one itself. */
const safeHeaders = (type: FileType): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    type === 'pdf'
      ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
      : "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
})
