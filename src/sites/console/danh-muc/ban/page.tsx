/** One version of a procedure with all its parts, as it was or will be in force. */
import { catalogueLabels, factWords, getVersion, versionsOf } from '#modules/catalogue/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatDate } from '#platform/text/dates.ts'
import { DefinitionList, PageHead, Panel, Prose, Tag } from '#ui/index.ts'
import { CasePapers, Fees, Limits } from '../../../procedure-parts.tsx'
import { consolePage } from '../../layout.tsx'
import { FindingsList } from '../findings-list.tsx'
import { crumbs, procedureOf } from '../procedure.ts'

export const routes: Route[] = [{ method: 'GET', url: '/danh-muc/:code/ban/:number', permission: 'catalogue.read', handle: show }]

async function show(request: PageRequest): Promise<Reply> {
  const { services, params, language } = request
  const text = copy(language)
  const labels = catalogueLabels(language)
  const procedure = await procedureOf(request)
  const summary = (await versionsOf(services.database, procedure.id)).find(({ number }) => String(number) === params.number)
  if (!summary) return commonErrors.fail('record.not-found')
  const version = await getVersion(services.database, summary.id)
  const isDraft = version.status === 'draft'
  return consolePage(
    request,
    { title: text.title(version.number, procedure.code), breadcrumbs: crumbs(language, procedure.code) },
    <>
      <PageHead
        kicker={text.title(version.number, procedure.code)}
        title={version.name}
        state={<Tag tone={isDraft ? 'neutral' : 'ok'}>{isDraft ? text.draft : text.published}</Tag>}
        facts={
          isDraft ? undefined : text.days(formatDate(version.validFrom), version.validBefore ? formatDate(version.validBefore) : undefined)
        }
      />
      {version.findings.length > 0 && (
        <Panel id="dang-ngo" title={text.findings} tone="near" boxed>
          <FindingsList findings={version.findings} language={language} />
          {version.findingsAcceptedNote && <p>{text.accepted(version.findingsAcceptedNote)}</p>}
        </Panel>
      )}
      <DefinitionList
        rows={[
          { term: text.field, value: version.field && [version.field.name, version.field.code].filter(Boolean).join(', ') },
          { term: text.levels, value: version.levels.map((level) => labels.level[level]).join(', ') },
          { term: text.service, value: labels.serviceLevel[version.serviceLevel] },
          {
            term: text.partialReason,
            value:
              version.partialServiceReason &&
              [labels.partialReason[version.partialServiceReason], version.partialServiceNote].filter(Boolean).join(': '),
          },
          { term: text.subjects, value: version.subjects.join('; ') },
          { term: text.executing, value: version.executingAgencies.join('; ') },
          { term: text.deciding, value: version.decidingAgency },
          { term: text.coordinating, value: version.coordinatingAgency },
          { term: text.place, value: version.receivingPlace },
          { term: text.manner, value: version.manner },
          { term: text.sets, value: version.sets },
          { term: text.results, value: version.results.map(({ name, code }) => [name, code].filter(Boolean).join(', ')).join('; ') },
          { term: text.basis, value: version.legalBasis.map(({ number, title }) => [number, title].filter(Boolean).join(' ')).join('; ') },
          { term: text.requirements, value: version.requirements },
          { term: text.forms, value: version.forms.join('; ') },
          {
            term: text.decision,
            value: [version.decisionNumber, version.decisionDate && formatDate(version.decisionDate)].filter(Boolean).join(', '),
          },
          { term: text.effective, value: version.effectiveDate && formatDate(version.effectiveDate) },
          { term: text.illustrative, value: factWords(version.illustrative, language) },
          { term: text.missing, value: factWords(version.factsMissing, language) },
          { term: text.source, value: version.source && [...version.source.places, version.source.asOf].filter(Boolean).join('; ') },
        ]}
      />
      <Panel id="trinh-tu" title={text.steps}>
        <Prose>
          <ol>
            {version.steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </Prose>
      </Panel>
      <Panel id="thanh-phan" title={text.papers}>
        <CasePapers version={version} language={language} />
      </Panel>
      <Panel id="thoi-han" title={text.limits}>
        <Limits version={version} language={language} />
      </Panel>
      <Panel id="phi" title={text.fees}>
        <Fees version={version} language={language} />
      </Panel>
    </>,
  )
}

const copy = words({
  vi: {
    title: (number: number, code: string) => `Bản ${number} của thủ tục ${code}`,
    draft: 'Bản nháp',
    published: 'Đã công khai',
    days: (from: string, before: string | undefined) => (before ? `Áp dụng từ ${from} đến trước ${before}` : `Áp dụng từ ${from}`),
    findings: 'Điểm đáng ngờ',
    accepted: (note: string) => `Lý do vẫn công khai: ${note}`,
    field: 'Lĩnh vực',
    levels: 'Cấp thực hiện',
    service: 'Mức độ trực tuyến',
    partialReason: 'Lý do chưa toàn trình',
    subjects: 'Đối tượng thực hiện',
    executing: 'Cơ quan thực hiện',
    deciding: 'Cơ quan quyết định',
    coordinating: 'Cơ quan phối hợp',
    place: 'Địa điểm tiếp nhận',
    manner: 'Cách thức thực hiện',
    sets: 'Số bộ hồ sơ',
    results: 'Kết quả',
    basis: 'Căn cứ pháp lý',
    requirements: 'Yêu cầu, điều kiện',
    forms: 'Mẫu đơn, tờ khai',
    decision: 'Quyết định công bố',
    effective: 'Ngày hiệu lực của căn cứ mới nhất',
    illustrative: 'Chỉ để minh họa',
    missing: 'Nguồn chưa nêu',
    source: 'Nguồn',
    steps: 'Trình tự thực hiện',
    papers: 'Thành phần hồ sơ',
    limits: 'Thời hạn giải quyết',
    fees: 'Phí, lệ phí',
  },
  en: {
    title: (number: number, code: string) => `Version ${number} of procedure ${code}`,
    draft: 'Draft',
    published: 'Published',
    days: (from: string, before: string | undefined) => (before ? `In force from ${from}, before ${before}` : `In force from ${from}`),
    findings: 'Suspicious points',
    accepted: (note: string) => `Published all the same because: ${note}`,
    field: 'Field',
    levels: 'Levels',
    service: 'Online service',
    partialReason: 'Why it is partly online',
    subjects: 'Who may file',
    executing: 'Carried out by',
    deciding: 'Decided by',
    coordinating: 'Together with',
    place: 'Received at',
    manner: 'Ways to file',
    sets: 'Sets',
    results: 'Results',
    basis: 'Legal basis',
    requirements: 'Requirements',
    forms: 'Forms',
    decision: 'Publishing decision',
    effective: 'Newest legal basis takes effect',
    illustrative: 'Only illustrative',
    missing: 'Not given by the source',
    source: 'Source',
    steps: 'Steps',
    papers: 'Papers',
    limits: 'Time limits',
    fees: 'Fees',
  },
})
