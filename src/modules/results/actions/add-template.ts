import { z } from 'zod'
import { findProcedureByCode } from '#modules/catalogue/index.ts'
import { addTemplate, fillTemplate, getDocument, insistOwnDocuments, readWordText } from '#modules/documents/index.ts'
import { action } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import type { Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import type { FileStore, StoredFile } from '#platform/files/index.ts'
import { localDate } from '#platform/text/dates.ts'
import { resultsErrors } from '../errors.ts'
import { knownNames } from '../fields.ts'
import { namesOf, Question } from '../questions.ts'
import { sampleData } from '../sample.ts'

/** Stands in the address where a code would. */
const NEW = 'them'
const NO_FILE = 'Hãy chọn tệp Word (.docx).'
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

export const AddResultTemplate = z.object({
  /** A new template, or a new version of one that is there. */
  isNew: z.boolean(),
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, 'Mã mẫu gồm chữ thường không dấu, số và gạch nối. Ví dụ: giay-phep-trien-lam.')
    .refine((code) => code !== NEW, 'Hãy chọn mã khác.'),
  name: z.string().trim().min(3, 'Hãy ghi tên mẫu.').max(200, 'Tối đa 200 ký tự.'),
  procedureCode: optional(z.string().trim().max(40)),
  symbol: optional(
    z
      .string()
      .trim()
      .regex(/^[\p{L}\d][\p{L}\d.&/-]{1,39}$/u, 'Ký hiệu gồm chữ, số, dấu gạch nối. Ví dụ: GP-SVHTTDL.'),
  ),
  decision: optional(z.string().trim().max(100, 'Tối đa 100 ký tự.')),
  validFrom: z.iso.date('Hãy chọn ngày áp dụng.'),
  questions: z.array(Question).max(60, 'Tối đa 60 câu hỏi.').default([]),
  /** The Word file, uploaded by the same person. */
  documentId: z.coerce.number({ error: NO_FILE }).int().positive(NO_FILE),
})
export type AddResultTemplate = z.infer<typeof AddResultTemplate>

/**
 * Thêm mẫu kết quả, or a version of one: the file may use what the system knows and what its questions ask, nothing else; it is filled and set once for trial, so
 * that no officer meets a template that cannot be used.
 */
export const addResultTemplate = (files: FileStore) =>
  action('results.edit-template', {
    input: AddResultTemplate,
    scope: () => undefined,
    async work({ tx, actor, now, about }, { isNew, code, name, procedureCode, symbol, decision, validFrom, questions, documentId }) {
      const file = await ownWordFile(tx, actor, documentId)
      if (validFrom < localDate(now)) resultsErrors.fail('results.template-in-past', { fields: { validFrom: 'Chọn từ hôm nay trở đi.' } })
      const procedure = procedureCode ? await findProcedureByCode(tx, procedureCode) : null
      if (procedure === undefined) return refuse({ procedureCode: 'Không có thủ tục nào mang mã này.' })
      insistDistinct(questions)
      const known = [...knownNames, ...questions.flatMap(namesOf)]
      const added = await addTemplate(tx, files, { code, name, file, known, validFrom, decision, actor, now })
      if (isNew !== (added.version === 1))
        return isNew
          ? resultsErrors.fail('results.template-code-taken', { fields: { code: 'Mã này đã có mẫu khác dùng.' } })
          : commonErrors.fail('record.not-found')
      insistUsed(questions, added.fields)
      await readWordText(await fillTemplate(await files.read(file.hash), sampleData(questions)))
      about({ kind: 'result-template', id: added.id }, { code, version: added.version })
      await tx
        .insertInto('resultTemplate')
        .values({
          documentTemplateId: added.id,
          procedureId: procedure?.id ?? null,
          questions: JSON.stringify(questions),
          symbol: symbol ?? null,
          createdAt: now,
        })
        .execute()
      return { code, version: added.version }
    },
  })

async function ownWordFile(tx: Transaction, actor: Actor, documentId: number): Promise<StoredFile> {
  await insistOwnDocuments(tx, actor, [documentId])
  const { hash, size, type } = await getDocument(tx, documentId)
  return type === 'docx' ? { hash, size, type } : refuse({ documentId: NO_FILE })
}

const refuse = (fields: Record<string, string>): never => commonErrors.fail('input.invalid', { fields })

function insistDistinct(questions: readonly Question[]): void {
  const twice = questions.findIndex(({ name }, index) => questions.findIndex((other) => other.name === name) < index)
  if (twice >= 0) refuse({ [`questions.${twice}.name`]: 'Trường này đã có ở dòng trên.' })
}

/** A question nobody reads the answer of is a slip: the field was renamed in the file, or misspelt here. */
function insistUsed(questions: readonly Question[], fields: readonly string[]): void {
  const used = new Set(fields.flatMap((field) => field.split('.')))
  const idle = questions.findIndex(({ name }) => !used.has(name))
  if (idle >= 0) refuse({ [`questions.${idle}.name`]: `Mẫu Word không dùng trường {${questions[idle]?.name}}.` })
}
