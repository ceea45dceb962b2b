/** What is still doubtful about a draft after somebody has worked on it: findings of its import that the work has not settled, and parts it lacks. Pure. */
import type { Finding, FindingCode } from './import/findings.ts'
import type { VersionContent } from './schemas.ts'

/** Findings that the content itself shows, whoever wrote it. */
export function contentFindings(content: VersionContent): Finding[] {
  const findings: Finding[] = []
  const missing = missingParts(content)
  if (missing.length > 0) findings.push({ code: 'part.missing', seen: missing.join(', ') })
  const without = content.cases.filter(hasNoLimit).map(({ name }) => name)
  if (without.length > 0) findings.push({ code: 'limit.missing', seen: without.join(', ') })
  if (content.serviceLevel === 'partial' && !content.partialServiceReason) findings.push({ code: 'partial.no-reason' })
  return findings
}

/** The statutory parts (NĐ 63/2010/NĐ-CP art. 8(2)) that the content lacks, in their own words; the time limit is told apart. */
export function missingParts(content: VersionContent): string[] {
  return [
    content.steps.length === 0 && 'trình tự thực hiện',
    content.cases.every((one) => one.channels.length === 0) && !content.manner && 'cách thức thực hiện',
    (content.cases.length === 0 || content.cases.some((one) => one.components.every(({ kind }) => kind === 'note'))) && 'thành phần hồ sơ',
    content.subjects.length === 0 && 'đối tượng thực hiện',
    content.executingAgencies.length === 0 && !content.decidingAgency && 'cơ quan giải quyết',
    content.levels.length === 0 && 'cấp thực hiện',
  ].filter((part) => part !== false)
}

/** The import's findings without those that the content no longer shows. */
export function openFindings(content: VersionContent, imported: Finding[]): Finding[] {
  const hasLimits = !content.cases.some(hasNoLimit)
  const settled = imported.filter(({ code }) => SHOWN_BY_CONTENT.has(code) || (hasLimits && LIMIT_FINDINGS.has(code)))
  return [...imported.filter((finding) => !settled.includes(finding)), ...contentFindings(content)]
}

const SHOWN_BY_CONTENT = new Set<FindingCode>(['part.missing', 'limit.missing', 'partial.no-reason'])
const LIMIT_FINDINGS = new Set<FindingCode>(['limit.no-unit', 'limit.text-only', 'limit.implausible', 'limit.not-countable'])

const hasNoLimit = ({ channels }: VersionContent['cases'][number]): boolean =>
  channels.length === 0 || channels.some(({ limitAmount }) => limitAmount === null)
