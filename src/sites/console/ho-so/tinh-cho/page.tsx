/** Ghi nhận thời gian của bưu chính, của lỗi kết nối: the form by which a leader says whose minutes they were. */
import { CHARGEABLE, getDossier } from '#modules/dossier/index.ts'
import { chargeTime } from '#modules/workflow/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { localDate } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Radios,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'

export const CHARGE_RIGHT = 'workflow.charge-time'
const URL = '/ho-so/:code/tinh-cho'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: CHARGE_RIGHT, handle: (request) => page(request) },
  { method: 'POST', url: URL, permission: CHARGE_RIGHT, handle: save },
]

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, params, form, language, now } = request
  const dossier = await getDossier(services.database, params.code ?? '', { actor: viewer.actor, now })
  const done = await attempt(() => services.perform(viewer.actor, chargeTime, { ...form, dossierId: dossier.id }))
  if (done.ok) return redirect(`/ho-so/${dossier.code}`, copy(language).done)
  return page(request, failedForm(form, fieldErrors(done.error, language)), done.error.status)
}

async function page(request: PageRequest, failed?: FormState, status?: number): Promise<Reply> {
  const { services, viewer, params, language, now } = request
  const text = copy(language)
  const dossier = await getDossier(services.database, params.code ?? '', { actor: viewer.actor, now })
  const state = failed ?? blankForm({ fromDay: localDate(now), toDay: localDate(now), fromTime: '08:00', toTime: '17:00' })
  const back = `/ho-so/${dossier.code}`
  return consolePage(
    request,
    {
      title: `${text.title}, ${dossier.code}`,
      breadcrumbs: [{ label: dossier.code, href: back }, { label: text.title }],
      hasErrors: hasErrors(state),
      status,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead kicker={`${dossier.code}: ${dossier.owner.name}`} title={text.title} />
      <p>{text.explain}</p>
      <Form action={`${back}/tinh-cho`} state={state} label={text.title}>
        <Radios name="payer" label={text.payer} options={CHARGEABLE.map((payer) => ({ value: payer, label: text[payer] }))} />
        <FieldRow>
          <Field name="fromDay" type="date" label={text.fromDay} />
          <Field name="fromTime" label={text.fromTime} width="short" />
        </FieldRow>
        <FieldRow>
          <Field name="toDay" type="date" label={text.toDay} />
          <Field name="toTime" label={text.toTime} width="short" />
        </FieldRow>
        <Field name="reason" type="textarea" rows={2} label={text.reason} hint={text.reasonHint} />
        <ButtonRow>
          <Button look="primary">{text.save}</Button>
          <Button href={back}>{text.leave}</Button>
        </ButtonRow>
      </Form>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Ghi nhận thời gian của bưu chính, lỗi kết nối',
    explain:
      'Thời gian này không tính cho người và đơn vị đang giữ hồ sơ. Ngày hẹn trả không đổi. Khoảng thời gian và lý do được ghi vào quá trình của hồ sơ.',
    payer: 'Thời gian này do',
    post: 'Bưu chính đang chuyển giấy tờ',
    'exchange-fault': 'Hệ thống kết nối, chia sẻ dữ liệu bị lỗi',
    fromDay: 'Từ ngày',
    fromTime: 'Từ giờ',
    toDay: 'Đến ngày',
    toTime: 'Đến giờ',
    reason: 'Căn cứ',
    reasonHint: 'Ví dụ: số bưu gửi, thông báo sự cố của hệ thống.',
    save: 'Ghi nhận',
    leave: 'Không ghi nhận',
    done: 'Đã ghi nhận. Thời gian này không tính cho người giữ hồ sơ.',
  },
  en: {
    title: 'Time of the post or of a broken exchange',
    explain:
      'It is not charged to who had the dossier. The date promised does not change. The time and the reason stand in the course of the dossier.',
    payer: 'This time was',
    post: 'The post carrying papers',
    'exchange-fault': 'A system of data exchange that did not work',
    fromDay: 'From',
    fromTime: 'At',
    toDay: 'To',
    toTime: 'At',
    reason: 'On what grounds',
    reasonHint: 'Example: a tracking number, the notice of an outage.',
    save: 'Record',
    leave: 'Leave it',
    done: 'Recorded. This time is not charged to who had the dossier.',
  },
})
