/** A condition as a person reads it: “Hình thức nộp là Trực tuyến và Lệ phí lớn hơn 0”. Pure. */
import { type Language, words } from '#platform/language.ts'
import type { Comparison, Condition, ConditionField, FactValue } from './condition.ts'

export const operatorWords = words({
  vi: {
    is: 'là',
    'is-not': 'không phải là',
    'one-of': 'là một trong',
    less: 'nhỏ hơn',
    'at-most': 'không quá',
    'at-least': 'từ',
    more: 'lớn hơn',
    known: 'đã có',
    'not-known': 'chưa có',
  },
  en: {
    is: 'is',
    'is-not': 'is not',
    'one-of': 'is one of',
    less: 'is less than',
    'at-most': 'is at most',
    'at-least': 'is at least',
    more: 'is more than',
    known: 'is known',
    'not-known': 'is not known',
  },
})

/** Of a date one says before and after. */
const dateWords = words({
  vi: { less: 'trước ngày', 'at-most': 'đến hết ngày', 'at-least': 'từ ngày', more: 'sau ngày', is: 'là ngày', 'is-not': 'khác ngày' },
  en: { less: 'is before', 'at-most': 'is on or before', 'at-least': 'is on or after', more: 'is after', is: 'is', 'is-not': 'is not' },
})

const joinWords = words({
  vi: {
    and: ' và ',
    or: ' hoặc ',
    not: (part: string) => `không đúng là (${part})`,
    yes: 'Có',
    no: 'Không',
    never: 'không trường hợp nào',
    always: 'mọi trường hợp',
  },
  en: {
    and: ' and ',
    or: ' or ',
    not: (part: string) => `it is not so that (${part})`,
    yes: 'Yes',
    no: 'No',
    never: 'never',
    always: 'always',
  },
})

/** The condition in words; a field that is not declared appears by its name. */
export function conditionText(condition: Condition, fields: readonly ConditionField[], language: Language = 'vi'): string {
  const join = joinWords(language)
  const inner = (part: Condition) => {
    const text = conditionText(part, fields, language)
    return ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1) ? `(${text})` : text
  }
  if ('all' in condition) return condition.all.map(inner).join(join.and) || join.always
  if ('any' in condition) return condition.any.map(inner).join(join.or) || join.never
  if ('not' in condition) return join.not(conditionText(condition.not, fields, language))
  return comparisonText(condition, fields, language)
}

function comparisonText(comparison: Comparison, fields: readonly ConditionField[], language: Language): string {
  const field = fields.find(({ name }) => name === comparison.field)
  const label = field?.label[language] ?? comparison.field
  const { operator } = comparison
  const dates: Partial<Record<typeof operator, string>> = field?.type === 'date' ? dateWords(language) : {}
  const verb = dates[operator] ?? operatorWords(language)[operator]
  if (!('value' in comparison)) return `${label} ${verb}`
  const values = Array.isArray(comparison.value) ? comparison.value : [comparison.value]
  return `${label} ${verb} ${values.map((value) => valueText(value, field, language)).join(', ')}`
}

/** A value as it is shown beside its field. */
export function valueText(value: FactValue, field: ConditionField | undefined, language: Language = 'vi'): string {
  const join = joinWords(language)
  if (typeof value === 'boolean') return value ? join.yes : join.no
  if (typeof value === 'number') return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')
  if (field?.type === 'choice') return field.choices.find((choice) => choice.value === value)?.label[language] ?? value
  if (field?.type === 'date') return value.split('-').reverse().join('/')
  return field?.type === 'text' ? `“${value}”` : value
}
