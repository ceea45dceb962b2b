/** Tham số hệ thống: whose system it is, as every page must say, and how it warns of what is due. */
import { dueLights, nearDueHours, readOffice, saveParameters, settlesAlone, undoMinutes } from '#modules/organization/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import {
  Button,
  blankForm,
  Checkbox,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Panel,
} from '#ui/index.ts'
import { consolePage } from '../layout.tsx'

const URL = '/tham-so'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'system.settings', handle: show },
  { method: 'POST', url: URL, permission: 'system.settings', handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  const { database } = request.services
  const { half, near } = await dueLights(database)
  return page(
    request,
    blankForm({
      ...(await readOffice(database)),
      nearDueHours: String(await nearDueHours(database)),
      halfPercent: String(half),
      nearPercent: String(near),
      settlesAlone: (await settlesAlone(database)) ? 'on' : '',
      undoMinutes: String(await undoMinutes(database)),
    }),
  )
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const saved = await attempt(() => services.perform(viewer.actor, saveParameters, form))
  if (saved.ok) return redirect(URL, copy(language).saved)
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = copy(request.language)
  return consolePage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <PageHead
        title={text.title}
        actions={
          <Button small href="/dang-nhap/quy-tac">
            {text.rules}
          </Button>
        }
      />
      <Form state={state} label={text.title}>
        <Panel id="co-quan" title={text.office}>
          <p class="muted">{text.officeWhy}</p>
          <Field name="name" label={text.name} hint={text.nameHint} />
          <Field name="parent" label={text.parent} hint={text.parentHint} optional />
          <FieldRow>
            <Field name="owner" label={text.owner} optional />
            <Field name="responsiblePerson" label={text.responsiblePerson} optional />
          </FieldRow>
          <Field name="address" label={text.address} optional />
          <FieldRow>
            <Field name="phone" type="tel" label={text.phone} width="medium" optional />
            <Field name="email" type="email" label={text.email} optional />
          </FieldRow>
        </Panel>
        <Panel id="thong-bao" title={text.strip}>
          <FieldRow>
            <Field name="notice" label={text.notice} hint={text.noticeHint} optional />
            <Field name="noticeEn" label={text.noticeEn} hint={text.noticeEnHint} optional />
          </FieldRow>
        </Panel>
        <Panel id="nhac-han" title={text.warning}>
          <Field name="nearDueHours" type="number" label={text.nearDueHours} hint={text.nearDueHint} width="short" />
          <FieldRow>
            <Field name="halfPercent" type="number" label={text.halfPercent} hint={text.halfHint} width="short" />
            <Field name="nearPercent" type="number" label={text.nearPercent} hint={text.nearHint} width="short" />
          </FieldRow>
        </Panel>
        <Panel id="tai-cho" title={text.spot}>
          <Checkbox name="settlesAlone" label={text.settlesAlone} hint={text.settlesAloneHint} />
        </Panel>
        <Panel id="hoan-tac" title={text.undo}>
          <Field name="undoMinutes" type="number" label={text.undoMinutes} hint={text.undoHint} width="short" />
        </Panel>
        <Button look="primary">{text.save}</Button>
      </Form>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Tham số hệ thống',
    rules: 'Quy tắc đăng nhập',
    office: 'Cơ quan chủ quản hệ thống',
    officeWhy: 'Hiện ở đầu và chân mọi trang (TT 32/2017/TT-BTTTT, Điều 16). Giấy tờ in ra dùng tên và địa chỉ của đơn vị tiếp nhận.',
    name: 'Tên hiện ở đầu trang',
    nameHint: 'Ví dụ: Trung tâm Phục vụ hành chính công tỉnh Quảng Trị.',
    parent: 'Cơ quan cấp trên',
    parentHint: 'Ví dụ: UBND tỉnh Quảng Trị.',
    owner: 'Cơ quan chủ quản',
    responsiblePerson: 'Người chịu trách nhiệm chính',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    strip: 'Thông báo trên mọi trang',
    notice: 'Thông báo',
    noticeHint: 'Ví dụ: Hệ thống bảo trì từ 22:00 đến 23:00 ngày 28/11/2026.',
    noticeEn: 'Thông báo bằng tiếng Anh',
    noticeEnHint: 'Để trống thì trang tiếng Anh hiện thông báo tiếng Việt.',
    warning: 'Nhắc hạn',
    nearDueHours: 'Danh sách việc đến hạn trong (giờ)',
    nearDueHint: 'Tính theo giờ đồng hồ, ví dụ 24. Dùng cho bộ lọc và số đếm ở cột bên trái.',
    spot: 'Giải quyết tại chỗ, trả kết quả ngay',
    settlesAlone: 'Người tiếp nhận được tự phê duyệt',
    settlesAloneHint: 'Khoản 5 Điều 17 Nghị định 61/2018/NĐ-CP cho phép. Bỏ chọn: người phê duyệt phải là người khác.',
    halfPercent: 'Đèn “quá nửa” khi đã dùng (%)',
    halfHint: 'Phần trăm thời hạn làm việc đã dùng, ví dụ 50.',
    nearPercent: 'Đèn “sắp đến hạn” khi đã dùng (%)',
    nearHint: 'Ví dụ 75. Quá hạn luôn theo luật, không đặt được ở đây.',
    undo: 'Hoàn tác',
    undoMinutes: 'Tự hoàn tác việc vừa làm trong (phút)',
    undoHint: 'Ví dụ 30. Quá thời gian này chỉ lãnh đạo hoàn tác được; 0: chỉ lãnh đạo.',
    save: 'Lưu tham số',
    saved: 'Đã lưu tham số hệ thống.',
  },
  en: {
    title: 'System settings',
    rules: 'Rules of sign-in',
    office: 'Whose system it is',
    officeWhy:
      'Shown at the head and foot of every page (Circular 32/2017/TT-BTTTT, article 16). Printed papers carry the name and address of the receiving unit.',
    name: 'Name at the head of pages',
    nameHint: 'Example: Trung tâm Phục vụ hành chính công tỉnh Quảng Trị.',
    parent: 'Authority above',
    parentHint: 'Example: UBND tỉnh Quảng Trị.',
    owner: 'Owner',
    responsiblePerson: 'Responsible person',
    address: 'Address',
    phone: 'Telephone',
    email: 'E-mail',
    strip: 'Notice on every page',
    notice: 'Notice',
    noticeHint: 'Example: maintenance from 22:00 to 23:00 on 28/11/2026.',
    noticeEn: 'Notice in English',
    noticeEnHint: 'Left empty, English pages show the Vietnamese one.',
    warning: 'Warnings',
    nearDueHours: 'Work due within (hours)',
    nearDueHint: 'Hours of the clock, for example 24. For the filter and the counter on the left.',
    spot: 'Settled on the spot or at once',
    settlesAlone: 'Who received it may approve it',
    settlesAloneHint: 'Allowed by Decree 61/2018, article 17(5). Not ticked: somebody else has to approve.',
    halfPercent: 'Light “past half” when used (%)',
    halfHint: 'Percent of the working time of the limit, for example 50.',
    nearPercent: 'Light “due soon” when used (%)',
    nearHint: 'For example 75. Overdue is always what the law says.',
    undo: 'Undoing',
    undoMinutes: 'One’s own act may be undone within (minutes)',
    undoHint: 'Example: 30. Later only a leader may; 0: only leaders.',
    save: 'Save the settings',
    saved: 'The settings are saved.',
  },
})
