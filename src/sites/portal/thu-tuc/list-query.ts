/** The address of the list ↔ the filter it stands for. */
import { LEVELS, type ProcedureFilter, SERVICE_LEVELS, SUBJECT_GROUPS } from '#modules/catalogue/index.ts'

/** What may stand in the address; anything else is not a filter. */
export interface ListQuery {
  q?: string
  'linh-vuc'?: string
  cap?: string
  'muc-do'?: string
  'doi-tuong'?: string
  'noi-nop'?: string
  trang?: string
}

export const PAGE_SIZE = 20
const LAST_PAGE = 500

export function filterFrom(query: ListQuery): ProcedureFilter {
  return {
    text: query.q?.slice(0, 200),
    fieldId: numberFrom(query['linh-vuc']),
    level: LEVELS.find((level) => level === query.cap),
    serviceLevel: SERVICE_LEVELS.find((level) => level === query['muc-do']),
    subject: SUBJECT_GROUPS.find((subject) => subject === query['doi-tuong']),
    receivingUnitId: numberFrom(query['noi-nop']),
  }
}

export const pageFrom = (query: ListQuery): number => Math.min(LAST_PAGE, numberFrom(query.trang) ?? 1)

/** The list's address with these changes; the page starts anew unless it is the change. */
export function listHref(query: ListQuery, changes: ListQuery = {}): string {
  const { trang: _, ...kept } = query
  const known = ['q', 'linh-vuc', 'cap', 'muc-do', 'doi-tuong', 'noi-nop', 'trang'] as const
  const merged: ListQuery = { ...kept, ...changes }
  const search = new URLSearchParams(known.flatMap((name) => (merged[name] ? [[name, merged[name]]] : [])))
  return search.size > 0 ? `/thu-tuc?${search}` : '/thu-tuc'
}

const numberFrom = (text: string | undefined): number | undefined => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : undefined)
