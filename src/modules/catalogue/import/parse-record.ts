/** One row of any source → one procedure record and what was noticed about it. Pure: it never looks at what is stored already. */
import type { z } from 'zod'
import { missingParts } from '../content-findings.ts'
import { readCode } from '../procedure-code.ts'
import { LEVELS, PARTIAL_REASONS, type ProcedureRecord, SERVED_BY, SERVICE_LEVELS, VersionContent } from '../schemas.ts'
import { cleanList, cleanText } from './clean-text.ts'
import { Findings } from './collect-findings.ts'
import type { Finding } from './findings.ts'
import { parseChannels } from './parse-channels.ts'
import { parsePapers } from './parse-papers.ts'
import { RawProcedure } from './raw-procedure.ts'

export interface ParsedRecord {
  /** Undefined when the row is refused. */
  record?: ProcedureRecord
  findings: Finding[]
  /** What to show of the row when nothing could be made of it. */
  seen: { code: string | null; name: string | null }
}

export function parseRecord(raw: unknown): ParsedRecord {
  const findings = new Findings()
  const read = RawProcedure.safeParse(raw)
  if (!read.success) {
    findings.add('row.unreadable', where(read.error))
    return { findings: findings.all, seen: { code: null, name: null } }
  }
  const identity = parseIdentity(read.data, findings)
  const name = cleanName(read.data.name)
  const seen = { code: identity?.seen ?? null, name }
  if (!name) findings.add('name.none')
  if (!identity || !name) return { findings: findings.all, seen }

  const standing = parseStanding(read.data, findings)
  const content = VersionContent.safeParse(parseContent(read.data, identity.nationalCode ?? identity.seen, findings))
  if (!content.success) {
    findings.add('row.unreadable', where(content.error))
    return { findings: findings.all, seen }
  }
  judgeParts(content.data, findings)
  return {
    record: {
      nationalCode: identity.nationalCode,
      localCodes: identity.localCodes,
      servedBy: SERVED_BY.find((one) => one === read.data.served_by) ?? 'PROVINCE',
      isInternal: read.data.internal_procedure ?? false,
      isNonTerritorial: read.data.non_territorial ?? false,
      standing,
      content: content.data,
    },
    findings: findings.all,
    seen,
  }
}

function parseIdentity(raw: RawProcedure, findings: Findings) {
  const code = readCode(raw.code == null ? null : String(raw.code))
  const locals = cleanList(raw.local_codes).map((local) => local.replace(/\s+/g, '').replace(/\.$/, ''))
  if (code.kind === 'local') locals.unshift(code.local)
  if (code.kind === 'national' && code.local) locals.unshift(code.local)
  const localCodes = [...new Set(locals.filter(Boolean))]
  switch (code.kind) {
    case 'national':
      return { nationalCode: code.national, localCodes, seen: code.national }
    case 'damaged':
      findings.add('code.damaged', code.seen, code.proposal)
      return { nationalCode: code.proposal, localCodes, seen: code.seen }
    default:
      if (!localCodes[0]) {
        findings.add('code.none')
        return undefined
      }
      findings.add('code.no-national', localCodes[0])
      return { nationalCode: null, localCodes, seen: localCodes[0] }
  }
}

function parseStanding(raw: RawProcedure, findings: Findings): ProcedureRecord['standing'] {
  const status = cleanText(raw.status) ?? ''
  if (/^(repealed|superseded|expired|district_level_abolished)/.test(status)) {
    findings.add('standing.repealed', [status, raw.superseded_by].filter(Boolean).join(' → '))
    return 'repealed'
  }
  if (raw.levels?.length && raw.levels.every((level) => level === 'district')) findings.add('level.abolished')
  if (/^(in_force|published)/.test(status)) return 'in-force'
  findings.add('standing.unknown', [status, raw.as_of].filter(Boolean).join(', ') || '–')
  return 'unknown'
}

function parseContent(raw: RawProcedure, code: string, findings: Findings): z.input<typeof VersionContent> {
  const serviceLevel = SERVICE_LEVELS.find((level) => level === raw.service_level)
  const partialServiceReason = PARTIAL_REASONS.find((reason) => reason === raw.partial_service_reason) ?? null
  if (!serviceLevel) findings.add('service-level.assumed')
  if (serviceLevel === 'partial' && !partialServiceReason) findings.add('partial.no-reason')
  if (raw.steps_truncated || raw.requirements_truncated)
    findings.add('text.cut', raw.steps_truncated ? 'trình tự thực hiện' : 'yêu cầu, điều kiện')
  if (raw.unverified) findings.add('source.unverified', raw.unverified_fields?.join(', ') || '–')
  for (const flag of raw.quality_flags ?? []) findings.add('source.flag', flag)
  const cases = raw.cases?.length ? raw.cases : [{ code: null, name: 'Trường hợp chung', channels: raw.channels, dossier: raw.dossier }]
  const sets = Number(raw.dossier_sets)
  return {
    name: cleanName(raw.name) ?? '',
    fieldName: cleanText(raw.field),
    fieldCode: cleanText(raw.field_code),
    levels: LEVELS.filter((level) => raw.levels?.includes(level)),
    steps: cleanList(raw.steps),
    manner: cleanText(raw.manner),
    sets: Number.isInteger(sets) && sets > 0 ? sets : null,
    subjects: cleanList(raw.applicants),
    decidingAgency: cleanText(raw.deciding_agency),
    executingAgencies: cleanList(raw.executing_agencies),
    coordinatingAgency: cleanText(raw.coordinating_agency),
    receivingPlace: cleanText(raw.receiving_place),
    requirements: cleanText(raw.requirements),
    forms: cleanList(raw.form_names),
    serviceLevel: serviceLevel ?? 'info',
    partialServiceReason: serviceLevel === 'partial' ? partialServiceReason : null,
    partialServiceNote: cleanText(raw.partial_service_note),
    decisionNumber: cleanText(raw.decision?.number),
    decisionDate: legalDate(raw.decision?.date),
    effectiveDate: legalDate(raw.effective_date),
    results: (raw.results ?? []).flatMap(({ name, code }) =>
      cleanText(name) ? [{ name: cleanText(name) ?? '', code: cleanText(code) }] : [],
    ),
    legalBasis: (raw.legal_basis ?? [])
      .map(({ number, title }) => ({ number: cleanText(number), title: cleanText(title) }))
      .filter((basis) => basis.number || basis.title),
    cases: cases.map((one, index) => ({
      code: cleanText(one.code) ?? `${code}.${String(index + 1).padStart(2, '0')}`,
      name: cleanText(one.name) ?? 'Trường hợp chung',
      channels: parseChannels(one.channels ?? [], findings),
      components: parsePapers(one.dossier ?? [], findings),
    })),
    source: {
      asOf: cleanText(raw.as_of),
      places: cleanList(
        (raw.sources ?? []).map((source) => source.url ?? [source.repo, source.path, source.commit].filter(Boolean).join(' ')),
      ),
    },
    factsMissing: cleanList([...(raw.facts_missing ?? []), ...(raw.dossier_sets == null ? ['sets'] : [])]),
    illustrative: cleanList(raw.illustrative),
  }
}

/** The seven parts of NĐ 63/2010 art. 8(2), which indicator 1.3 of QĐ 766/QĐ-TTg counts (the limit has findings of its own, channel by channel). */
function judgeParts(content: VersionContent, findings: Findings): void {
  const missing = missingParts(content)
  if (missing.length) findings.add('part.missing', missing.join(', '))
  if (content.cases.some((one) => one.channels.length === 0)) findings.add('limit.missing', 'mọi cách thức')
}

/** Names come with the numbering or punctuation of the list they stood in. */
const cleanName = (text: string | null | undefined): string | null =>
  cleanText(
    cleanText(text)
      ?.replace(/^[\s.,;:–-]+/, '')
      .replace(/\s+/g, ' '),
  )

/** `YYYY-MM-DD` or `dd/MM/yyyy`; a date that does not exist is no date. */
function legalDate(text: string | null | undefined): string | null {
  const clean = cleanText(text) ?? ''
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(clean) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : clean
  const date = new Date(`${iso}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

const where = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || '(cả dòng)'}: ${issue.message}`)
    .join('; ')
