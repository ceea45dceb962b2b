/** Templates of results with the Word version they belong to. There are tens of them, so they are read whole. */
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { resultsErrors } from '../errors.ts'
import type { Question } from '../questions.ts'

export interface ResultTemplate {
  id: number
  code: string
  version: number
  name: string
  /** Of the Word file. */
  hash: string
  /** Names found in the Word file, in reading order. */
  fields: string[]
  questions: Question[]
  /** null: for every procedure. */
  procedure: { id: number; code: string; name: string } | null
  symbol: string | null
  validFrom: string
  validTo: string | null
  decision: string | null
}

export const isInForce = ({ validFrom, validTo }: ResultTemplate, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo >= day)

/** Of each template the version in force on the day, else the newest; by name. */
export async function listTemplates(db: Queryable, day: string): Promise<ResultTemplate[]> {
  const rows = await read(db)
  return [...Map.groupBy(rows, ({ code }) => code).values()]
    .flatMap((versions) => versions.find((version) => isInForce(version, day)) ?? versions.slice(0, 1))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** Newest first. @throws AppError `record.not-found` when there is none */
export async function templateVersions(db: Queryable, code: string): Promise<ResultTemplate[]> {
  const versions = await read(db, { code })
  return versions.length > 0 ? versions : commonErrors.fail('record.not-found')
}

/** Those that may make a result of the procedure on the day: its own before those for every procedure. */
export async function templatesFor(db: Queryable, procedureId: number, day: string): Promise<ResultTemplate[]> {
  const all = (await listTemplates(db, day)).filter((template) => isInForce(template, day))
  return [...all.filter(({ procedure }) => procedure?.id === procedureId), ...all.filter(({ procedure }) => procedure === null)]
}

/** @throws AppError `results.template-elsewhere` */
export async function getTemplateFor(db: Queryable, wanted: { code: string; procedureId: number; day: string }): Promise<ResultTemplate> {
  const found = (await templatesFor(db, wanted.procedureId, wanted.day)).find(({ code }) => code === wanted.code)
  return found ?? resultsErrors.fail('results.template-elsewhere', { parameters: { template: wanted.code } })
}

/** A version, whether or not it is still in force: an issued result is made from the one its draft was made from. */
export async function getTemplateVersion(db: Queryable, id: number): Promise<ResultTemplate> {
  const [template] = await read(db, { id })
  return template ?? commonErrors.fail('record.not-found')
}

async function read(db: Queryable, wanted: { code?: string; id?: number } = {}): Promise<ResultTemplate[]> {
  const rows = await db
    .selectFrom('resultTemplate as own')
    .innerJoin('documentTemplate as word', 'word.id', 'own.documentTemplateId')
    .innerJoin('file', 'file.id', 'word.fileId')
    .leftJoin('procedure', 'procedure.id', 'own.procedureId')
    .select([
      'own.id',
      'own.questions',
      'own.symbol',
      'own.procedureId',
      'procedure.code as procedureCode',
      'word.code',
      'word.version',
      'word.name',
      'word.fields',
      'word.validFrom',
      'word.validTo',
      'word.decision',
      'file.hash',
    ])
    .select(({ selectFrom }) =>
      selectFrom('procedureVersion as version')
        .select('version.name')
        .whereRef('version.procedureId', '=', 'own.procedureId')
        .orderBy('version.number', 'desc')
        .limit(1)
        .as('procedureName'),
    )
    .$if(wanted.code !== undefined, (query) => query.where('word.code', '=', wanted.code as string))
    .$if(wanted.id !== undefined, (query) => query.where('own.id', '=', wanted.id as number))
    .orderBy('word.code')
    .orderBy('word.version', 'desc')
    .execute()
  return rows.map(({ procedureId, procedureCode, procedureName, questions, ...row }) => ({
    ...row,
    questions: questions as unknown as Question[],
    procedure: procedureId === null ? null : { id: procedureId, code: procedureCode ?? '', name: procedureName ?? '' },
  }))
}
