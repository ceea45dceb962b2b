/** Writing the general part of a draft; its cases have pages of their own. */
import {
  catalogueLabels,
  contentOf,
  discardDraft,
  LEVELS,
  PARTIAL_REASONS,
  SERVICE_LEVELS,
  SUPPLEMENT_UNITS,
  saveDraft,
  type VersionDetail,
} from '#modules/catalogue/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  Checkboxes,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type FormState,
  hasErrors,
  PageHead,
  Panel,
  Radios,
  Select,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { FindingsList } from '../findings-list.tsx'
import { catalogueHref, crumbs, draftOf, findDraftOf, procedureOf } from '../procedure.ts'
import { generalValues, WAYS, withGeneral } from './general-form.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/danh-muc/:code/soan', permission: 'catalogue.edit', handle: show },
  { method: 'POST', url: '/danh-muc/:code/soan', permission: 'catalogue.edit', handle: save },
  { method: 'POST', url: '/danh-muc/:code/bo-nhap', permission: 'catalogue.edit', handle: discard },
]

async function show(request: PageRequest): Promise<Reply> {
  const procedure = await procedureOf(request)
  const draft = await findDraftOf(request, procedure)
  if (!draft) return redirect(catalogueHref(procedure.code))
  return page(request, draft, blankForm(generalValues(contentOf(draft))))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const procedure = await procedureOf(request)
  const draft = await draftOf(request, procedure)
  const done = await attempt(() =>
    services.perform(viewer.actor, saveDraft, { versionId: one(form.versionId), content: withGeneral(contentOf(draft), form) }),
  )
  if (done.ok) return redirect(catalogueHref(procedure.code, '/soan'), copy(language).saved)
  const errors = Object.fromEntries(Object.entries(fieldErrors(done.error, language)).map(([name, sentence]) => [fieldOf(name), sentence]))
  return page(request, draft, { values: form, errors })
}

/** `content.results.0.name` belongs to the box of results. */
const fieldOf = (name: string): string => (name.startsWith('content.') ? (name.split('.')[1] ?? '_') : '_')

async function discard(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const procedure = await procedureOf(request)
  await services.perform(viewer.actor, discardDraft, { versionId: one(form.versionId) })
  return redirect(catalogueHref(procedure.code), copy(language).discarded)
}

async function page(request: PageRequest, draft: VersionDetail, state: FormState): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const labels = catalogueLabels(language)
  const { code } = await procedureOf(request)
  const hidden = { versionId: String(draft.id) }
  return consolePage(
    request,
    { title: text.title(code), breadcrumbs: crumbs(language, code), hasErrors: hasErrors(state), status: hasErrors(state) ? 422 : 200 },
    <>
      <ErrorSummary state={state} />
      <PageHead
        kicker={text.number(draft.number)}
        title={text.title(code)}
        actions={
          <ButtonRow>
            <Button small href={catalogueHref(code, `/ban/${draft.number}`)}>
              {text.preview}
            </Button>
            <Button small href={catalogueHref(code, '/cong-khai')}>
              {text.publish}
            </Button>
          </ButtonRow>
        }
      />
      {draft.findings.length > 0 && (
        <Panel id="dang-ngo" title={text.findings} tone="near" boxed>
          <FindingsList findings={draft.findings} language={language} />
        </Panel>
      )}
      <Panel id="truong-hop" title={text.cases}>
        <p>{text.casesHelp}</p>
        <ul class="flow">
          {draft.cases.map((one, index) => (
            <li key={one.id}>
              <a href={catalogueHref(code, `/soan/truong-hop/${index + 1}`)}>{one.name}</a> <span class="muted code">{one.code}</span>
            </li>
          ))}
        </ul>
        <p>
          <Button small href={catalogueHref(code, `/soan/truong-hop/${draft.cases.length + 1}`)}>
            {text.addCase}
          </Button>
        </p>
      </Panel>
      <Form state={state} hidden={hidden} label={text.general}>
        <Field name="name" type="textarea" rows={2} label={text.name} />
        <Field name="fieldName" label={text.field} />
        <Field name="fieldCode" label={text.fieldCode} hint={text.fieldCodeHint} width="medium" code optional />
        <Checkboxes name="levels" label={text.levels} inline options={LEVELS.map((value) => ({ value, label: labels.level[value] }))} />
        <Radios
          name="serviceLevel"
          label={text.service}
          options={SERVICE_LEVELS.map((value) => ({ value, label: labels.serviceLevel[value] }))}
        />
        <Select
          name="partialServiceReason"
          label={text.partialReason}
          hint={text.partialHint}
          options={PARTIAL_REASONS.map((value) => ({ value, label: labels.partialReason[value] }))}
        />
        <Checkboxes
          name="ways"
          label={text.ways}
          hint={text.waysHint}
          options={WAYS.map((value) => ({ value, label: text[value] }))}
          optional
        />
        <Period name="askSupplement" label={text.askSupplement} hint={text.askSupplementHint} language={language} />
        <Period name="answerSupplement" label={text.answerSupplement} hint={text.answerSupplementHint} language={language} />
        <Field name="partialServiceNote" label={text.partialNote} optional />
        <Field name="subjects" type="textarea" label={text.subjects} hint={text.perLine} />
        <Field name="executingAgencies" type="textarea" rows={2} label={text.executing} hint={text.perLine} />
        <Field name="decidingAgency" label={text.deciding} />
        <Field name="coordinatingAgency" label={text.coordinating} optional />
        <Field name="receivingPlace" label={text.place} optional />
        <Field name="manner" type="textarea" rows={2} label={text.manner} />
        <Field name="steps" type="textarea" rows={8} label={text.steps} hint={text.perParagraph} />
        <Field name="sets" type="number" label={text.sets} width="short" />
        <Field name="requirements" type="textarea" label={text.requirements} optional />
        <Field name="forms" type="textarea" rows={2} label={text.forms} hint={text.perLine} optional />
        <Field name="results" type="textarea" rows={3} label={text.results} hint={text.resultsHint} />
        <Field name="legalBasis" type="textarea" rows={4} label={text.basis} hint={text.basisHint} />
        <Button look="primary">{text.save}</Button>
      </Form>
      <Form action={catalogueHref(code, '/bo-nhap')} hidden={hidden} label={text.discard}>
        <Button look="danger" confirm={text.discardConfirm}>
          {text.discard}
        </Button>
      </Form>
    </>,
  )
}

function Period({ name, label, hint, language }: { name: string; label: string; hint: string; language: Language }) {
  const units = catalogueLabels(language).limitUnit
  return (
    <FieldRow>
      <Field name={`${name}Days`} type="number" width="short" label={label} hint={hint} optional />
      <Select
        name={`${name}Unit`}
        label={copy(language).periodUnit}
        options={SUPPLEMENT_UNITS.map((value) => ({ value, label: units[value] }))}
        width="medium"
        optional
      />
    </FieldRow>
  )
}

const copy = words({
  vi: {
    title: (code: string) => `Soạn nội dung thủ tục ${code}`,
    number: (number: number) => `Bản nháp ${number}`,
    preview: 'Xem bản nháp',
    publish: 'Công khai',
    findings: 'Điểm đáng ngờ cần xem',
    cases: 'Trường hợp',
    casesHelp: 'Mỗi trường hợp có thành phần hồ sơ, cách thức, thời hạn và phí của nó.',
    addCase: 'Thêm trường hợp',
    general: 'Nội dung chung',
    name: 'Tên thủ tục',
    field: 'Lĩnh vực',
    fieldCode: 'Mã lĩnh vực',
    fieldCodeHint: 'Mã cơ quan, gạch nối, mã lĩnh vực. Ví dụ: G16-VH02.',
    levels: 'Cấp thực hiện',
    service: 'Mức độ trực tuyến',
    partialReason: 'Lý do chưa toàn trình',
    partialHint: 'Phải công khai khi chỉ làm được một phần (NĐ 224/2026 Điều 14).',
    partialNote: 'Giải thích lý do',
    ways: 'Cách giải quyết riêng',
    waysHint: 'Chỉ chọn khi quyết định công bố nêu rõ.',
    isSameDay: 'Giải quyết, trả kết quả ngay (khoản 4 Điều 17 Nghị định 61/2018/NĐ-CP)',
    isFourOnTheSpot: '4 tại chỗ: tiếp nhận, thẩm định, phê duyệt, trả kết quả tại Bộ phận Một cửa',
    isOutsideTheUnit: 'Tiếp nhận ngoài Bộ phận Một cửa',
    askSupplement: 'Thời hạn riêng để yêu cầu bổ sung',
    askSupplementHint: 'Số ngày kể từ ngày tiếp nhận. Để trống: 03 ngày làm việc.',
    answerSupplement: 'Thời hạn riêng để người nộp bổ sung',
    answerSupplementHint: 'Số ngày kể từ khi yêu cầu. Để trống: 15 ngày làm việc.',
    periodUnit: 'Tính theo',
    subjects: 'Đối tượng thực hiện',
    perLine: 'Mỗi dòng một mục.',
    executing: 'Cơ quan thực hiện',
    deciding: 'Cơ quan có thẩm quyền quyết định',
    coordinating: 'Cơ quan phối hợp',
    place: 'Địa điểm tiếp nhận',
    manner: 'Cách thức thực hiện',
    steps: 'Trình tự thực hiện',
    perParagraph: 'Các bước cách nhau một dòng trống.',
    sets: 'Số bộ hồ sơ',
    requirements: 'Yêu cầu, điều kiện',
    forms: 'Mẫu đơn, tờ khai',
    results: 'Kết quả',
    resultsHint: 'Mỗi dòng: tên | mã kết quả. Ví dụ: Thẻ hướng dẫn viên | KQ.G16.000031.',
    basis: 'Căn cứ pháp lý',
    basisHint: 'Mỗi dòng: số văn bản | tên. Ví dụ: 09/2017/QH14 | Luật Du lịch.',
    save: 'Lưu bản nháp',
    saved: 'Đã lưu bản nháp.',
    discard: 'Bỏ bản nháp',
    discardConfirm: 'Bỏ hẳn bản nháp này?',
    discarded: 'Đã bỏ bản nháp.',
  },
  en: {
    title: (code: string) => `Writing procedure ${code}`,
    number: (number: number) => `Draft ${number}`,
    preview: 'See the draft',
    publish: 'Publish',
    findings: 'Suspicious points to look at',
    cases: 'Cases',
    casesHelp: 'Each case has papers, ways of filing, time limits and fees of its own.',
    addCase: 'Add a case',
    general: 'General part',
    name: 'Name',
    field: 'Field',
    fieldCode: 'Code of the field',
    fieldCodeHint: 'Agency code, hyphen, field code. Example: G16-VH02.',
    levels: 'Levels',
    service: 'Online service',
    partialReason: 'Why it is partly online',
    partialHint: 'Must be public (Decree 224/2026 art. 14).',
    partialNote: 'In words',
    ways: 'Settled out of the ordinary',
    waysHint: 'Tick only what the promulgating decision says.',
    isSameDay: 'Settled and returned at once (Decree 61/2018 art. 17(4))',
    isFourOnTheSpot: 'Received, appraised, approved and returned at the one-stop unit',
    isOutsideTheUnit: 'Received outside the one-stop unit',
    askSupplement: 'Own period to ask for a supplement',
    askSupplementHint: 'Days from reception. Empty: 3 working days.',
    answerSupplement: 'Own period for the applicant’s supplement',
    answerSupplementHint: 'Days from the request. Empty: 15 working days.',
    periodUnit: 'Counted in',
    subjects: 'Who may file',
    perLine: 'One a line.',
    executing: 'Carried out by',
    deciding: 'Decided by',
    coordinating: 'Together with',
    place: 'Received at',
    manner: 'Ways to file',
    steps: 'Steps',
    perParagraph: 'An empty line between steps.',
    sets: 'Sets',
    requirements: 'Requirements',
    forms: 'Forms',
    results: 'Results',
    resultsHint: 'One a line: name | result code. Example: Guide card | KQ.G16.000031.',
    basis: 'Legal basis',
    basisHint: 'One a line: number | title. Example: 09/2017/QH14 | Law on Tourism.',
    save: 'Save the draft',
    saved: 'The draft is saved.',
    discard: 'Discard the draft',
    discardConfirm: 'Discard this draft for good?',
    discarded: 'The draft is discarded.',
  },
})
