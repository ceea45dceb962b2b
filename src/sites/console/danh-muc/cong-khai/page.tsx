/** Publishing a draft: the decision behind it, from which day it holds, and a reason for every doubt that is left. */
import { contentOf, openFindings, publishVersion } from '#modules/catalogue/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, ButtonRow, blankForm, ErrorSummary, Field, Form, type FormState, hasErrors, PageHead, Panel } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { FindingsList } from '../findings-list.tsx'
import { catalogueHref, crumbs, draftOf, findDraftOf, procedureOf } from '../procedure.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/danh-muc/:code/cong-khai', permission: 'catalogue.publish', handle: show },
  { method: 'POST', url: '/danh-muc/:code/cong-khai', permission: 'catalogue.publish', handle: send },
]

async function show(request: PageRequest): Promise<Reply> {
  const procedure = await procedureOf(request)
  const draft = await findDraftOf(request, procedure)
  if (!draft) return redirect(catalogueHref(procedure.code))
  const today = localDate(request.now)
  return page(
    request,
    blankForm({
      decisionNumber: draft.decisionNumber ?? '',
      decisionDate: draft.decisionDate ?? '',
      effectiveDate: draft.effectiveDate ?? '',
      validFrom: draft.effectiveDate && draft.effectiveDate > today ? draft.effectiveDate : today,
    }),
  )
}

async function send(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const procedure = await procedureOf(request)
  const done = await attempt(() => services.perform(viewer.actor, publishVersion, { ...form, versionId: one(form.versionId) }))
  if (done.ok) return redirect(catalogueHref(procedure.code), copy(language).published)
  const errors = fieldErrors(done.error, language)
  // The one refusal that a field of this page mends.
  return page(request, {
    values: form,
    errors: done.error.code === 'catalogue.findings-open' ? { note: done.error.sentence(language) } : errors,
  })
}

async function page(request: PageRequest, state: FormState): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const procedure = await procedureOf(request)
  const draft = await draftOf(request, procedure)
  const findings = openFindings(contentOf(draft), draft.findings)
  return consolePage(
    request,
    {
      title: text.title(procedure.code),
      breadcrumbs: crumbs(language, procedure.code),
      hasErrors: hasErrors(state),
      status: hasErrors(state) ? 422 : 200,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead kicker={text.number(draft.number)} title={text.title(procedure.code)} />
      <p>{draft.name}</p>
      <p>{text.frozen}</p>
      {findings.length > 0 && (
        <Panel id="dang-ngo" title={text.findings} tone="near" boxed>
          <FindingsList findings={findings} language={language} />
        </Panel>
      )}
      <Form state={state} hidden={{ versionId: String(draft.id) }} label={text.title(procedure.code)}>
        <Field name="decisionNumber" label={text.decision} hint={text.decisionHint} width="long" />
        <Field name="decisionDate" type="date" label={text.decisionDate} width="medium" />
        <Field name="effectiveDate" type="date" label={text.effective} hint={text.effectiveHint} width="medium" optional />
        <Field name="validFrom" type="date" label={text.validFrom} hint={text.validFromHint} width="medium" />
        {findings.length > 0 && <Field name="note" type="textarea" label={text.note} hint={text.noteHint} />}
        <ButtonRow>
          <Button look="primary">{text.publish}</Button>
          <Button href={catalogueHref(procedure.code, '/soan')}>{text.back}</Button>
        </ButtonRow>
      </Form>
    </>,
  )
}

const copy = words({
  vi: {
    title: (code: string) => `Công khai thủ tục ${code}`,
    number: (number: number) => `Bản ${number}`,
    frozen: 'Sau khi công khai, bản này không sửa được nữa. Hồ sơ tiếp nhận theo bản nào thì giải quyết theo bản đó.',
    findings: 'Điểm đáng ngờ',
    decision: 'Số quyết định công bố',
    decisionHint: 'Ví dụ: 1521/QĐ-UBND.',
    decisionDate: 'Ngày quyết định',
    effective: 'Ngày hiệu lực của căn cứ pháp lý mới nhất',
    effectiveHint:
      'Cấp tỉnh phải công bố trước ngày này ít nhất 5 ngày làm việc, và công khai trong 5 ngày làm việc kể từ ngày quyết định (QĐ 766/QĐ-TTg).',
    validFrom: 'Áp dụng từ ngày',
    validFromHint: 'Bản đang công khai sẽ hết áp dụng từ ngày này.',
    note: 'Lý do vẫn công khai',
    noteHint: 'Đã xem từng điểm đáng ngờ ở trên và đối chiếu với văn bản nào?',
    publish: 'Công khai',
    back: 'Quay lại soạn',
    published: 'Đã công khai.',
  },
  en: {
    title: (code: string) => `Publish procedure ${code}`,
    number: (number: number) => `Version ${number}`,
    frozen: 'Once published, this version cannot be changed. A dossier is settled by the version it was received under.',
    findings: 'Suspicious points',
    decision: 'Publishing decision',
    decisionHint: 'Example: 1521/QĐ-UBND.',
    decisionDate: 'Date of the decision',
    effective: 'Newest legal basis takes effect on',
    effectiveHint: 'A province decides at least 5 working days before, and publishes within 5 working days of its decision (Decision 766).',
    validFrom: 'In force from',
    validFromHint: 'The published version ends on this day.',
    note: 'Why it is published all the same',
    noteHint: 'What did you compare the points above with?',
    publish: 'Publish',
    back: 'Back to writing',
    published: 'Published.',
  },
})
