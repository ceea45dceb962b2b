/** One row of a table → the raw shape that JSON rows have already. Reads cells as people write them; what it cannot read it leaves as text for the findings. */
import { searchable } from '#platform/text/searchable.ts'
import { amountsInText, saysFree } from '../fee-text.ts'
import { limitInText } from '../limit.ts'
import type { ColumnTarget, Mapping } from './mapping.ts'
import type { RawChannel, RawFee, RawPaper, RawProcedure } from './raw-procedure.ts'

/** `standing`: what the person who imports says about the whole file, where it has no such column. */
export interface MappingOptions {
  standing?: 'in_force' | 'unknown'
}

const RAW_UNITS = { hour: 'hour', 'working-day': 'working_day', 'calendar-day': 'day', month: 'month' } as const
const CHANNEL_SIGNS: [RawChannel['channel'], RegExp][] = [
  ['direct', /truc tiep|tai quay|bo phan mot cua|trung tam/],
  ['online', /truc tuyen|qua mang|cong dich vu cong/],
  ['postal', /buu chinh|buu dien/],
]

export function mapRow(row: Record<string, string>, mapping: Mapping, options: MappingOptions = {}): RawProcedure {
  const cells = new Map<ColumnTarget, string>()
  for (const [column, target] of Object.entries(mapping)) {
    const cell = row[column]?.normalize('NFC').trim()
    if (target && cell) cells.set(target, cell)
  }
  const cell = (target: ColumnTarget) => cells.get(target) ?? null
  return {
    code: cell('code'),
    local_codes: lines(cell('local_code')),
    name: cell('name')?.replace(/\s+/g, ' '),
    field: cell('field'),
    field_code: fieldCode(cell('field_code')),
    levels: levels(cell('levels')),
    service_level: serviceLevel(cell('service_level')),
    partial_service_reason: partialReason(cell('partial_reason')),
    partial_service_note: cell('partial_reason'),
    channels: channels(cells),
    dossier: papers(cell('papers')),
    dossier_sets: Number.parseInt(cell('sets') ?? '', 10) || null,
    steps: lines(cell('steps')),
    applicants: lines(cell('subjects'), /[\n;,]/),
    deciding_agency: cell('deciding_agency'),
    executing_agencies: lines(cell('executing_agency')),
    coordinating_agency: cell('coordinating_agency'),
    receiving_place: cell('receiving_place'),
    results: lines(cell('results')).map((name) => ({ name })),
    legal_basis: lines(cell('legal_basis')).map(legalBasis),
    requirements: cell('requirements'),
    form_names: lines(cell('forms')),
    decision: { number: cell('decision_number'), date: cell('decision_date') },
    effective_date: cell('effective_date'),
    status: standing(cell('status'), options),
  }
}

const lines = (text: string | null, separator = /[\n;]/): string[] =>
  (text ?? '')
    .split(separator)
    .map((line) => line.replace(/^\s*[-–+•*]\s*/, '').trim())
    .filter(Boolean)

const fieldCode = (text: string | null): string | null => (text && /^[A-Y]\d{2}-[A-Z0-9]{2,8}$/.test(text) ? text : null)

function levels(text: string | null): string[] {
  const folded = searchable(text ?? '')
  const signs: [string, RegExp][] = [
    ['ministry', /\bbo\b|trung uong/],
    ['province', /tinh|\bso\b|thanh pho/],
    ['district', /huyen/],
    ['commune', /\bxa\b|phuong|dac khu/],
  ]
  return signs.filter(([, sign]) => sign.test(folded)).map(([level]) => level)
}

/** "Mức độ 4 / 3 / 2" are the names before NĐ 42/2022 (domain.md §10.1). */
function serviceLevel(text: string | null): string | null {
  const folded = searchable(text ?? '')
  if (/toan trinh|\b4\b/.test(folded)) return 'full'
  if (/mot phan|\b3\b/.test(folded)) return 'partial'
  return /thong tin|\b[12]\b/.test(folded) ? 'info' : null
}

function partialReason(text: string | null): string | null {
  const folded = searchable(text ?? '')
  if (!folded) return null
  if (/co mat|hien dien|dich than/.test(folded)) return 'presence'
  if (/thuc dia|hien truong|kiem tra thuc te/.test(folded)) return 'field-verification'
  return /su co/.test(folded) ? 'technical-incident' : 'technical-limit'
}

function standing(text: string | null, options: MappingOptions): string {
  const folded = searchable(text ?? '')
  if (!folded) return options.standing ?? 'unknown'
  if (/bai bo|het hieu luc|thay the|huy bo/.test(folded)) return 'repealed'
  return /hieu luc|cong khai|ap dung|ban hanh|sua doi/.test(folded) ? 'in_force' : 'unknown'
}

/** One column for all channels, or one for each; the fee column holds for all. */
function channels(cells: Map<ColumnTarget, string>): RawChannel[] {
  const fees = feesIn(cells.get('fee'))
  const common = cells.get('limit')
  const own: [RawChannel['channel'], string | undefined][] = [
    ['direct', cells.get('limit_counter')],
    ['online', cells.get('limit_online')],
    ['postal', cells.get('limit_post')],
  ]
  if (own.some(([, limit]) => limit))
    return own.filter(([, limit]) => limit ?? common).map(([channel, limit]) => ({ channel, time_limit: timeLimit(limit ?? common), fees }))
  const folded = searchable(cells.get('channels') ?? '')
  const named = CHANNEL_SIGNS.filter(([, sign]) => sign.test(folded)).map(([channel]) => channel)
  if (!common && !fees.length && !named.length) return []
  return (named.length ? named : (['any'] as const)).map((channel) => ({ channel, time_limit: timeLimit(common), fees }))
}

function timeLimit(text: string | undefined): RawChannel['time_limit'] {
  if (!text) return null
  const bare = /^\d+([.,]\d+)?$/.test(text)
  if (bare) return { value: Number(text.replace(',', '.')), unit: null, text: null }
  const limit = limitInText(text)
  const isWhole = limit && /^[\s\d.,/()]*\p{L}*[\s\p{L}]{0,30}$/u.test(text)
  // A sentence round the number is kept: it may hold a condition that the number does not.
  return limit ? { value: limit.amount, unit: RAW_UNITS[limit.unit], text: isWhole ? null : text } : { value: null, unit: null, text }
}

function feesIn(text: string | undefined): RawFee[] {
  if (!text) return []
  if (/^\d[\d.,\s]*$/.test(text)) return [{ kind: 'fee', amount_vnd: Number(text.replace(/\D/g, '')), currency: 'VND' }]
  if (saysFree(text) && !amountsInText(text).length) return [{ kind: 'fee', amount_vnd: 0, currency: 'VND', text }]
  return lines(text).map((line) => {
    const amounts = amountsInText(line)
    return {
      kind: /^lệ phí/i.test(line) ? 'charge' : 'fee',
      amount_vnd: amounts.length === 1 ? amounts[0] : amounts.length ? null : 0,
      currency: 'VND',
      text: line,
    }
  })
}

const COUNTS = /(\d+)\s*(?:\([^)]*\)\s*)?(?:bản\s*)?(chính|gốc|sao|chụp)/giu

/** One paper a line, with its counts ("01 bản chính, 01 bản sao"); a line that ends in a colon heads the ones below it. */
function papers(text: string | null): RawPaper[] {
  const found: RawPaper[] = []
  let group: string | null = null
  for (const line of lines(text, /\n/)) {
    if (line.endsWith(':')) {
      group = line
      continue
    }
    let originals: number | null = null
    let copies: number | null = null
    for (const [, count = '0', kind = ''] of line.matchAll(COUNTS)) {
      if (/chính|gốc/i.test(kind)) originals = Number(count)
      else copies = Number(count)
    }
    found.push({ group, name: line.replace(/[;.]\s*$/, ''), originals, copies })
  }
  return found
}

function legalBasis(line: string): { number: string | null; title: string } {
  const [number] = /\d+\/\d{4}\/[A-ZĐ0-9-]+|\d+\/[A-ZĐ]+-[A-ZĐ0-9]+|\d+\/\d{4}\/QH\d+/u.exec(line) ?? []
  return { number: number ?? null, title: line }
}
