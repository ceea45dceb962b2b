/** Invented data for trying a template. */
import type { FieldValues } from '#modules/documents/index.ts'
import { knownFields } from './fields.ts'
import { type Question, sampleAnswer, valuesOf } from './questions.ts'

export const sampleData = (questions: readonly Question[]): FieldValues => ({
  ...Object.fromEntries(knownFields.map(({ name, sample }) => [name, sample])),
  ...valuesOf(questions, Object.fromEntries(questions.map((question) => [question.name, sampleAnswer(question)]))),
})
