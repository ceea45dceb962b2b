/**
 * How a procedure of the demonstration catalogue is written down. The facts (code, name, limit, fee, papers, legal basis) come from the places named in `from`;
 * the sentences are ours. Every procedure says what its sources do not tell (`missing`) and what was filled in only to show the system (`illustrative`),
 * and the pages show both. Nothing here is advice about the law.
 */
import type { RawProcedure } from '../../../src/modules/catalogue/index.ts'

type Raw = Required<RawProcedure>
type Channel = NonNullable<Raw['channels']>[number]
type Fee = NonNullable<Channel['fees']>[number]
type Paper = NonNullable<Raw['dossier']>[number]
type Limit = NonNullable<Channel['time_limit']>

/** What a procedure may have missing or illustrative. */
export type Fact =
  | 'code'
  | 'papers'
  | 'limit'
  | 'fees'
  | 'results'
  | 'steps'
  | 'legal-basis'
  | 'subjects'
  | 'service-level'
  | 'partial-reason'
  | 'sets'
  | 'channels'
  | 'standing'
  | 'agency'

export interface Case {
  name: string
  channels: Channel[]
  papers: Paper[]
}

export interface Facts {
  code: string
  name: string
  field: string
  level: 'province' | 'commune'
  agency: string
  decides?: string
  coordinates?: string
  subjects: string[]
  service: 'full' | 'partial' | 'info'
  partialReason?: 'presence' | 'field-verification' | 'technical-incident' | 'technical-limit'
  partialNote?: string
  steps: string[]
  /** One case without a name of its own, or several. */
  cases: Case[]
  results: string[]
  basis: [number: string, title: string][]
  requirements?: string
  /** `in force`: on a list of 2026; `published`: on the national portal in July 2026; `unknown`: only in older sources. */
  standing: 'in force' | 'published' | 'unknown'
  asOf: string
  from: string[]
  missing?: Fact[]
  illustrative?: Fact[]
}

const STATUS = { 'in force': 'in_force_2026-05', published: 'published_on_national_portal_2026-07', unknown: 'unknown' } as const

export const procedure = (facts: Facts): RawProcedure => ({
  code: facts.code,
  name: facts.name,
  field: facts.field,
  levels: [facts.level],
  executing_agencies: [facts.agency],
  deciding_agency: facts.decides ?? facts.agency,
  coordinating_agency: facts.coordinates,
  receiving_place:
    facts.level === 'province' ? 'Trung tâm Phục vụ hành chính công tỉnh' : 'Trung tâm Phục vụ hành chính công xã, phường, đặc khu',
  service_level: facts.service,
  partial_service_reason: facts.partialReason,
  partial_service_note: facts.partialNote,
  manner: manner(facts.cases),
  cases: facts.cases.map(({ name, channels, papers }, index) => ({
    code: `${facts.code}.${String(index + 1).padStart(2, '0')}`,
    name,
    channels,
    dossier: papers,
  })),
  dossier_sets: 1,
  applicants: facts.subjects,
  results: facts.results.map((name) => ({ name })),
  legal_basis: facts.basis.map(([number, title]) => ({ number, title })),
  steps: facts.steps,
  requirements: facts.requirements,
  form_names: facts.cases.flatMap(({ papers }) => papers.flatMap((paper) => paper.forms ?? [])),
  status: STATUS[facts.standing],
  as_of: facts.asOf,
  sources: facts.from.map((url) => ({ url })),
  facts_missing: facts.missing ?? [],
  illustrative: [...(facts.illustrative ?? []), 'sets'],
})

const WAYS = {
  direct: 'trực tiếp tại quầy',
  online: 'trực tuyến trên Cổng dịch vụ công',
  postal: 'qua dịch vụ bưu chính công ích',
  any: '',
}

function manner(cases: Case[]): string {
  const ways = [...new Set(cases.flatMap(({ channels }) => channels.map(({ channel }) => WAYS[channel])))]
  return `Nộp hồ sơ ${ways.join(', ')}.`
}

/** One case that covers all. */
export const only = (channels: Channel[], papers: Paper[]): Case[] => [{ name: 'Trường hợp chung', channels, papers }]

export const workingDays = (value: number, text?: string): Limit => ({ value, unit: 'working_day', text })
/** Calendar days: the law says "ngày" without "làm việc". */
export const days = (value: number, text?: string): Limit => ({ value, unit: 'day', text })
export const workingHours = (value: number, text?: string): Limit => ({ value, unit: 'hour', text })

export const FREE: Fee[] = [{ kind: 'fee', amount_vnd: 0, currency: 'VND', text: 'Không thu phí' }]
export const UNKNOWN_FEE: Fee[] = []
export const fee = (name: string, amount: number, per: string, more: Partial<Fee> = {}): Fee => ({
  kind: 'fee',
  name,
  amount_vnd: amount,
  currency: 'VND',
  per,
  ...more,
})
export const charge = (name: string, amount: number, per: string): Fee => ({
  kind: 'charge',
  name,
  amount_vnd: amount,
  currency: 'VND',
  per,
})

export const counter = (limit: Limit, fees: Fee[], note?: string): Channel => ({ channel: 'direct', time_limit: limit, fees, note })
export const online = (limit: Limit, fees: Fee[], note?: string): Channel => ({ channel: 'online', time_limit: limit, fees, note })
export const post = (limit: Limit, fees: Fee[], note?: string): Channel => ({ channel: 'postal', time_limit: limit, fees, note })
/** The same limit and fees by all three ways. */
export const allWays = (limit: Limit, fees: Fee[]): Channel[] => [counter(limit, fees), online(limit, fees), post(limit, fees)]

export const original = (name: string, form?: string): Paper => ({ name, originals: 1, copies: 0, forms: form ? [form] : [] })
export const copy = (name: string): Paper => ({ name, originals: 0, copies: 1 })
/** Brought along, looked at and taken home again. */
export const shown = (name: string): Paper => ({ name, originals: 0, copies: 0, presented_only: true })
export const ifAny = (paper: Paper): Paper => ({ ...paper, required: false })
