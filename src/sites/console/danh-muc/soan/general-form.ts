/** The general part of a draft ↔ the fields of its form. */
import type { VersionContent } from '#modules/catalogue/index.ts'
import { type FormValues, many, one } from '#platform/http/forms.ts'
import type { FormState } from '#ui/index.ts'
import { asLines, asPairs, asParagraphs, fromLines, fromPairs, fromParagraphs } from './lines.ts'

/** Out of the ordinary; not ticked, the texts say nothing of it. */
export const WAYS = ['isSameDay', 'isFourOnTheSpot', 'isOutsideTheUnit'] as const

export const generalValues = (content: VersionContent): FormState['values'] => ({
  name: content.name,
  fieldName: content.fieldName ?? '',
  fieldCode: content.fieldCode ?? '',
  levels: content.levels,
  serviceLevel: content.serviceLevel,
  partialServiceReason: content.partialServiceReason ?? '',
  partialServiceNote: content.partialServiceNote ?? '',
  ways: WAYS.filter((way) => content[way]),
  askSupplementDays: content.askSupplementDays === null ? '' : String(content.askSupplementDays),
  askSupplementUnit: content.askSupplementUnit ?? '',
  answerSupplementDays: content.answerSupplementDays === null ? '' : String(content.answerSupplementDays),
  answerSupplementUnit: content.answerSupplementUnit ?? '',
  subjects: asLines(content.subjects),
  executingAgencies: asLines(content.executingAgencies),
  decidingAgency: content.decidingAgency ?? '',
  coordinatingAgency: content.coordinatingAgency ?? '',
  receivingPlace: content.receivingPlace ?? '',
  manner: content.manner ?? '',
  steps: asParagraphs(content.steps),
  sets: content.sets === null ? '' : String(content.sets),
  requirements: content.requirements ?? '',
  forms: asLines(content.forms),
  results: asPairs(content.results.map(({ name, code }) => [name, code])),
  legalBasis: asPairs(content.legalBasis.map(({ number, title }) => [number, title])),
})

/** The draft with what the form says; cases, sources and the decision stay as they are. Raw: the action parses it. */
export function withGeneral(content: VersionContent, form: FormValues): Record<string, unknown> {
  const text = (name: string) => one(form[name])
  const serviceLevel = text('serviceLevel')
  return {
    ...content,
    name: text('name'),
    fieldName: text('fieldName'),
    fieldCode: text('fieldCode').trim().toUpperCase() || null,
    levels: many(form.levels),
    serviceLevel,
    partialServiceReason: serviceLevel === 'partial' ? text('partialServiceReason') || null : null,
    partialServiceNote: serviceLevel === 'partial' ? text('partialServiceNote') : null,
    ...Object.fromEntries(WAYS.map((way) => [way, many(form.ways).includes(way) || null])),
    ...period('askSupplement', text),
    ...period('answerSupplement', text),
    subjects: fromLines(text('subjects')),
    executingAgencies: fromLines(text('executingAgencies')),
    decidingAgency: text('decidingAgency'),
    coordinatingAgency: text('coordinatingAgency'),
    receivingPlace: text('receivingPlace'),
    manner: text('manner'),
    steps: fromParagraphs(text('steps')),
    sets: text('sets').trim() === '' ? null : Number(text('sets')),
    requirements: text('requirements'),
    forms: fromLines(text('forms')),
    results: fromPairs(text('results')).map(([name, code]) => ({ name: name ?? '', code })),
    legalBasis: fromPairs(text('legalBasis')).map(([number, title]) => ({ number, title })),
  }
}

/** Days without a unit are working days; without days there is no period. */
function period(name: 'askSupplement' | 'answerSupplement', text: (name: string) => string): Record<string, unknown> {
  const days = text(`${name}Days`).trim()
  return { [`${name}Days`]: days === '' ? null : Number(days), [`${name}Unit`]: days === '' ? null : text(`${name}Unit`) || 'working-day' }
}
