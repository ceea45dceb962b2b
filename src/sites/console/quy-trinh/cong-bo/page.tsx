/** Công bố phiên bản: the decision and its day, then what would change, then it is done. */
import {
  CONDITION_FIELDS,
  findDraft,
  graphProblems,
  insistDates,
  type ProcessDraft,
  PublishProcess,
  publishPreview,
  publishProcess,
  trialLines,
} from '#modules/workflow/index.ts'
import { parseInput } from '#platform/action.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  DefinitionList,
  ErrorSummary,
  Field,
  FieldRow,
  Flash,
  Form,
  type FormState,
  failedForm,
  hasErrors,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import type { Line } from '../line.ts'
import { readLine } from '../line.ts'
import { addressOf, readDraft, readSetting } from '../thiet-ke/draft.ts'
import { areGreen, PublishTrials } from '../thu/publish-trials.tsx'
import { copy as lineCopy } from '../words.ts'

const PUBLISH = 'workflow.publish-process'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/cong-bo', permission: PUBLISH, handle: show },
  { method: 'POST', url: '/quy-trinh/:code/cong-bo', permission: PUBLISH, handle: next },
]

async function show(request: PageRequest): Promise<Reply> {
  const line = await readLine(request)
  const draft = await findDraft(request.services.database, line.procedureId)
  if (!draft) return redirect(`/quy-trinh/${line.slug}`, copy(request.language).none)
  return page(request, line, draft, blankForm({ name: draft.name, validFrom: localDate(request.now) }))
}

async function next(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language, now } = request
  const { line, draft } = await readDraft(request)
  const input = { ...form, processId: draft.processId, revision: form.revision ?? draft.revision }
  const action = one(form._action)
  if (action === 'back') return page(request, line, draft, blankForm(form))
  const done = await attempt(async () => {
    if (action === 'confirm') return services.perform(viewer.actor, publishProcess, input)
    insistDates(parseInput(PublishProcess, input), localDate(now))
    return undefined
  })
  if (!done.ok) {
    const { _: general, ...fields } = fieldErrors(done.error, language)
    return page(request, line, draft, failedForm(form, general === undefined ? fields : { '': general }), done.error.status)
  }
  if (!done.value) return confirmPage(request, line, draft)
  return redirect(`/quy-trinh/${line.slug}`, lineCopy(language).saved(done.value.version, formatDate(one(form.validFrom))))
}

function frame(request: PageRequest, line: Line, state: FormState, status?: number) {
  const { language } = request
  const text = copy(language)
  return {
    title: text.title(line.title),
    hasErrors: hasErrors(state),
    status,
    breadcrumbs: [
      { label: lineCopy(language).title, href: '/quy-trinh' },
      { label: line.title, href: `/quy-trinh/${line.slug}` },
      { label: text.crumb },
    ],
  }
}

async function page(request: PageRequest, line: Line, draft: ProcessDraft, state: FormState, status?: number): Promise<Reply> {
  const { language } = request
  const [text, lineText] = [copy(language), lineCopy(language)]
  const setting = await readSetting(request, line, draft)
  const roleCodes = new Set(setting.roles.map(({ code }) => code))
  const errors = graphProblems(draft.graph, { fields: CONDITION_FIELDS, roleCodes, legalHours: setting.legal?.hours }).filter(
    ({ level }) => level === 'error',
  )
  const trials = await trialLines(request.services.database, draft.templateId, draft.processId)
  return consolePage(
    request,
    frame(request, line, state, status),
    <>
      <ErrorSummary state={state} />
      <h1>{text.title(line.title)}</h1>
      {errors.length === 0 && <PublishTrials lines={trials} address={`/quy-trinh/${line.slug}/thu`} language={language} />}
      {errors.length > 0 ? (
        <>
          <Flash tone="warning" title={text.unsound(errors.length)} />
          <Button href={`${addressOf(line)}#kiem-tra`}>{text.mend}</Button>
        </>
      ) : (
        areGreen(trials) && (
          <Form state={state} hidden={{ revision: String(draft.revision) }} label={text.crumb}>
            <Field name="name" label={lineText.name} width="long" maxLength={300} />
            <FieldRow>
              <Field name="decision" label={lineText.decisionNumber} hint={lineText.decisionHint} width="medium" />
              <Field name="decisionDate" type="date" label={lineText.decisionDate} width="medium" />
              <Field name="validFrom" type="date" label={lineText.validFrom} hint={lineText.validFromHint} width="medium" />
            </FieldRow>
            <Button look="primary" name="_action" value="preview">
              {text.preview}
            </Button>
          </Form>
        )
      )}
    </>,
  )
}

async function confirmPage(request: PageRequest, line: Line, draft: ProcessDraft): Promise<Reply> {
  const { services, form, language } = request
  const [text, lineText] = [copy(language), lineCopy(language)]
  const preview = await publishPreview(services.database, draft, line.procedureId)
  const count = (number: number) => number.toLocaleString('vi-VN')
  const kept = ['name', 'decision', 'decisionDate', 'validFrom'].map((name) => [name, one(form[name])])
  return consolePage(
    request,
    frame(request, line, blankForm()),
    <>
      <h1>{text.confirmTitle(draft.version)}</h1>
      <DefinitionList
        rows={[
          { term: lineText.name, value: one(form.name) },
          { term: lineText.decision, value: lineText.decisionOf(one(form.decision), formatDate(one(form.decisionDate))) },
          { term: lineText.validFrom, value: formatDate(one(form.validFrom)) },
        ]}
      />
      <h2>{text.changes}</h2>
      <ul>
        {preview.staying.map(({ version, dossiers }) => (
          <li key={version}>{text.stay(count(dossiers), version)}</li>
        ))}
        {preview.staying.length === 0 && <li>{text.stayNone}</li>}
        <li>{text.move(count(preview.moving), draft.version)}</li>
        <li>{line.procedureId === null ? text.general : text.procedures(count(preview.procedures))}</li>
        <li>{text.frozen}</li>
      </ul>
      {line.versions[0] && (
        <p>
          <a href={`/quy-trinh/${line.slug}/so-sanh?cu=${line.versions[0].version}&moi=${draft.version}`}>
            {text.compare(line.versions[0].version)}
          </a>
        </p>
      )}
      <Form hidden={{ ...Object.fromEntries(kept), revision: one(form.revision) }} label={text.confirmTitle(draft.version)}>
        <ButtonRow>
          <Button look="primary" name="_action" value="confirm">
            {text.confirm(draft.version)}
          </Button>
          <Button name="_action" value="back">
            {text.back}
          </Button>
        </ButtonRow>
      </Form>
    </>,
  )
}

const copy = words({
  vi: {
    title: (name: string) => `Công bố quy trình: ${name}`,
    crumb: 'Công bố phiên bản',
    none: 'Chưa có bản nháp nào để công bố.',
    unsound: (count: number) => `Chưa công bố được: còn ${count} lỗi trong danh sách kiểm tra`,
    mend: 'Mở danh sách kiểm tra',
    preview: 'Xem trước khi công bố',
    confirmTitle: (version: number) => `Công bố phiên bản ${version}?`,
    changes: 'Những gì sẽ thay đổi',
    stay: (count: string, version: number) => `${count} hồ sơ đang chạy ở lại phiên bản ${version} cho đến khi xong.`,
    stayNone: 'Không có hồ sơ nào đang chạy trên các phiên bản trước.',
    move: (count: string, version: number) =>
      `${count} hồ sơ chờ tiếp nhận sẽ đi theo phiên bản ${version} nếu được tiếp nhận từ ngày áp dụng.`,
    general: 'Áp dụng cho mọi thủ tục chưa có quy trình riêng.',
    procedures: (count: string) => `Áp dụng cho ${count} thủ tục.`,
    frozen: 'Phiên bản đã công bố không sửa được nữa; muốn đổi phải lập phiên bản mới.',
    compare: (version: number) => `So sánh với phiên bản ${version}`,
    confirm: (version: number) => `Công bố phiên bản ${version}`,
    back: 'Sửa lại',
  },
  en: {
    title: (name: string) => `Publish the process: ${name}`,
    crumb: 'Publish a version',
    none: 'There is no draft to publish.',
    unsound: (count: number) => `It cannot be published yet: ${count} errors are on the check list`,
    mend: 'Open the check list',
    preview: 'Look before publishing',
    confirmTitle: (version: number) => `Publish version ${version}?`,
    changes: 'What will change',
    stay: (count: string, version: number) => `${count} dossiers stay on version ${version} until they are done.`,
    stayNone: 'No dossier runs on an earlier version.',
    move: (count: string, version: number) =>
      `${count} dossiers awaiting reception will follow version ${version} when they are received from its day on.`,
    general: 'It is for every procedure without a process of its own.',
    procedures: (count: string) => `It is for ${count} procedures.`,
    frozen: 'A published version can no longer be changed; a change is a new version.',
    compare: (version: number) => `Compare with version ${version}`,
    confirm: (version: number) => `Publish version ${version}`,
    back: 'Change it',
  },
})
