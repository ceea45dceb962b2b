/** What a row means for what is stored already: new, changed, same, suspicious or refused. Pure. */
import { createHash } from 'node:crypto'
import type { ProcedureRecord } from '../schemas.ts'
import { type Finding, isSuspicious, severityOf } from './findings.ts'
import type { ParsedRecord } from './parse-record.ts'

export const PARTS = [
  'identity',
  'name',
  'classification',
  'service',
  'limits',
  'fees',
  'papers',
  'steps',
  'subjects',
  'agencies',
  'results',
  'legal-basis',
  'requirements',
  'decision',
  'standing',
] as const
export type Part = (typeof PARTS)[number]

export type Verdict = 'new' | 'changed' | 'same' | 'suspicious' | 'refused'

/** What is stored about the procedure that the row names. */
export interface Existing {
  procedureId: number
  isClosed: boolean
  /** The version with the highest number, draft or published. */
  newest?: {
    id: number
    number: number
    status: 'draft' | 'published'
    sourceHash: string | null
    sourceParts: Record<string, string> | null
  }
}

export interface Judgement {
  verdict: Verdict
  effect?: 'new' | 'changed' | 'same'
  changedParts: Part[]
  findings: Finding[]
  hash?: string
  parts?: Record<Part, string>
}

/** `isHeldAlready`: an earlier import keeps the same row for a person because its code is damaged. */
export function judge(existing: Existing | undefined, parsed: ParsedRecord, isHeldAlready = false): Judgement {
  if (!parsed.record || parsed.findings.some((finding) => severityOf(finding) === 'refused')) {
    return { verdict: 'refused', changedParts: [], findings: parsed.findings }
  }
  const parts = hashParts(parsed.record)
  const hash = recordHash(parts)
  const findings = [...parsed.findings]
  if (isHeldAlready || existing?.newest?.sourceHash === hash)
    return { verdict: 'same', effect: 'same', changedParts: [], findings, hash, parts }
  if (existing?.isClosed) findings.push({ code: 'standing.closed-here' })
  const effect = existing?.newest ? 'changed' : 'new'
  const before = existing?.newest?.sourceParts
  const changedParts = effect === 'changed' ? PARTS.filter((part) => before?.[part] !== parts[part]) : []
  return { verdict: findings.some(isSuspicious) ? 'suspicious' : effect, effect, changedParts, findings, hash, parts }
}

/** Where the facts came from is not hashed: another address of the same facts changes nothing. */
export function hashParts({ content, ...identity }: ProcedureRecord): Record<Part, string> {
  const { cases } = content
  return {
    identity: digest([
      identity.nationalCode,
      [...identity.localCodes].sort(),
      identity.servedBy,
      identity.isInternal,
      identity.isNonTerritorial,
    ]),
    name: digest(content.name),
    classification: digest([content.fieldName, content.fieldCode, content.levels]),
    service: digest([content.serviceLevel, content.partialServiceReason, content.partialServiceNote]),
    limits: digest(cases.map((one) => [one.code, one.name, one.channels.map(({ fees: _, ...channel }) => channel)])),
    fees: digest(cases.map((one) => one.channels.map((channel) => channel.fees))),
    papers: digest([content.sets, content.forms, cases.map((one) => one.components)]),
    steps: digest([content.steps, content.manner]),
    subjects: digest(content.subjects),
    agencies: digest([content.decidingAgency, content.executingAgencies, content.coordinatingAgency, content.receivingPlace]),
    results: digest(content.results),
    'legal-basis': digest(content.legalBasis),
    requirements: digest(content.requirements),
    decision: digest([content.decisionNumber, content.decisionDate, content.effectiveDate]),
    standing: digest(identity.standing),
  }
}

export const recordHash = (parts: Record<Part, string>): string => digest(parts)

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)
