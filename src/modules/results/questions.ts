/** What a template asks of whoever prepares the result, because no dossier knows it: its questions, and the answers made fit for the document. Pure. */
import { z } from 'zod'
import type { FieldValue, FieldValues } from '#modules/documents/index.ts'
import { legalDate } from '#modules/papers/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { isKnown } from './fields.ts'

/** `lines`: one item a line, each with `stt` and `dong` · `yes-no`: a part that stands or is left out. */
export const QUESTION_KINDS = ['text', 'paragraph', 'date', 'lines', 'yes-no'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const Question = z.object({
  name: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Tên trường gồm chữ thường không dấu, số và gạch dưới, bắt đầu bằng chữ. Ví dụ: ten_trien_lam.')
    .refine((name) => !isKnown(name), 'Hệ thống tự điền trường này; hãy bỏ dòng này.'),
  label: z.string().trim().min(2, 'Hãy ghi câu hỏi cho người lập.').max(200, 'Tối đa 200 ký tự.'),
  kind: z.enum(QUESTION_KINDS, { error: 'Hãy chọn cách nhập.' }),
})
export type Question = z.infer<typeof Question>

/** As typed in the form, by the question's name. */
export type Answers = Record<string, string>

export const Answers = z.record(z.string().max(60), z.string().max(20_000))

const LONGEST: Record<QuestionKind, number> = { text: 500, paragraph: 5_000, date: 10, lines: 20_000, 'yes-no': 5 }
const MOST_LINES = 300

/** Names a question brings into the template. */
export const namesOf = ({ name, kind }: Question): string[] => (kind === 'lines' ? [name, `${name}.stt`, `${name}.dong`] : [name])

/**
 * The answers as the template takes them. All that is missing or wrong is told at once, at its field.
 * @throws AppError `input.invalid` with `answers.<name>`
 */
export function valuesOf(questions: readonly Question[], answers: Answers): FieldValues {
  const fields: Record<string, string> = {}
  const values: FieldValues = {}
  for (const question of questions) {
    const typed = (answers[question.name] ?? '').replace(/\r\n?/g, '\n').trim()
    const problem = problemOf(question, typed)
    if (problem) fields[`answers.${question.name}`] = problem
    else values[question.name] = valueFrom(question, typed)
  }
  if (Object.keys(fields).length > 0) commonErrors.fail('input.invalid', { fields })
  return values
}

function problemOf({ kind, label }: Question, typed: string): string | undefined {
  if (kind === 'yes-no') return undefined
  if (typed === '') return `Hãy nhập: ${label.toLocaleLowerCase('vi')}.`
  if (typed.length > LONGEST[kind]) return `Tối đa ${LONGEST[kind].toLocaleString('vi-VN')} ký tự.`
  if (kind === 'text' && typed.includes('\n')) return 'Chỉ nhập một dòng.'
  if (kind === 'date' && !z.iso.date().safeParse(typed).success) return 'Ngày chưa đúng. Ví dụ: 27/11/2026.'
  if (kind === 'lines' && linesOf(typed).length > MOST_LINES) return `Tối đa ${MOST_LINES} dòng.`
  return undefined
}

function valueFrom({ kind }: Question, typed: string): FieldValue {
  switch (kind) {
    case 'date':
      return legalDate(typed)
    case 'lines':
      return linesOf(typed).map((dong, index) => ({ stt: index + 1, dong }))
    case 'yes-no':
      return typed === 'on'
    default:
      return typed
  }
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** An answer to try the template with. */
export const sampleAnswer = ({ kind, label }: Question): string =>
  ({ text: `[${label}]`, paragraph: `[${label}]`, date: '2026-12-01', lines: `[${label}, dòng 1]\n[${label}, dòng 2]`, 'yes-no': 'on' })[
    kind
  ]
