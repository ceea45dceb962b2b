/** Quy tắc đăng nhập: sessions, lock-out, passwords, and from where and when the system may be managed. */
import { type SignInRules, saveSignInRules, signInRules } from '#modules/identity/index.ts'
import { attempt, fieldErrors, many, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import {
  Button,
  blankForm,
  Checkboxes,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  Panel,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'

const URL = '/dang-nhap/quy-tac'
const NUMBERS = [
  'idleMinutes',
  'absoluteHours',
  'lockAfter',
  'lockMinutes',
  'attemptsPerName',
  'attemptsPerAddress',
  'windowMinutes',
  'passwordLength',
  'passwordKinds',
  'passwordMaxAgeDays',
] as const satisfies (keyof SignInRules)[]

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'system.settings', handle: show },
  { method: 'POST', url: URL, permission: 'system.settings', handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  const rules = await signInRules(request.services.database)
  const { networks, hours } = rules.administration
  return page(
    request,
    blankForm({
      ...Object.fromEntries(NUMBERS.map((name) => [name, String(rules[name])])),
      networks: networks.join('\n'),
      days: hours.days.map(String),
      from: hours.from,
      to: hours.to,
    }),
  )
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const input = {
    ...Object.fromEntries(NUMBERS.map((name) => [name, one(form[name])])),
    administration: {
      networks: one(form.networks)
        .split(/[\s,;]+/)
        .filter(Boolean),
      hours: { days: many(form.days), from: one(form.from), to: one(form.to) },
    },
  }
  const saved = await attempt(() => services.perform(viewer.actor, saveSignInRules, input))
  if (saved.ok) return redirect(URL, copy(language).saved)
  return page(request, failedForm(form, onPage(fieldErrors(saved.error, language))), saved.error.status)
}

/** The page's fields are flat: `administration.networks.0` is the field `networks`. */
const onPage = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([name, sentence]) => [name.replace(/^administration\.(hours\.)?/, '').replace(/\.\d+$/, ''), sentence]),
  )

function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = copy(request.language)
  const number = (name: (typeof NUMBERS)[number]) => <Field name={name} type="number" width="short" label={text[name]} />
  return consolePage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <Form state={state}>
        <Panel id="phien" title={text.sessions}>
          <FieldRow>
            {number('idleMinutes')}
            {number('absoluteHours')}
          </FieldRow>
        </Panel>
        <Panel id="khoa" title={text.locking}>
          <FieldRow>
            {number('lockAfter')}
            {number('lockMinutes')}
          </FieldRow>
          <FieldRow>
            {number('attemptsPerName')}
            {number('attemptsPerAddress')}
            {number('windowMinutes')}
          </FieldRow>
        </Panel>
        <Panel id="mat-khau" title={text.passwords}>
          <FieldRow>
            {number('passwordLength')}
            {number('passwordKinds')}
            {number('passwordMaxAgeDays')}
          </FieldRow>
        </Panel>
        <Panel id="quan-tri" title={text.administration}>
          <p>{text.administrationWhy}</p>
          <Field name="networks" type="textarea" rows={4} label={text.networks} hint={text.networksHint(request.raw.ip)} optional />
          <Checkboxes
            name="days"
            label={text.days}
            hint={text.daysHint}
            inline
            optional
            options={text.weekdays.map((label, index) => ({ value: String(index + 1), label }))}
          />
          <FieldRow>
            <Field name="from" width="short" label={text.from} hint={text.timeHint} code />
            <Field name="to" width="short" label={text.to} hint={text.timeHint} code />
          </FieldRow>
        </Panel>
        <Button look="primary">{text.save}</Button>
      </Form>
    </>,
  )
}

const copy = (language: 'vi' | 'en') => ({ ...labels(language), weekdays: WEEKDAYS[language] })

const WEEKDAYS = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const labels = words({
  vi: {
    title: 'Quy tắc đăng nhập',
    sessions: 'Phiên làm việc',
    idleMinutes: 'Kết thúc khi không thao tác (phút)',
    absoluteHours: 'Kết thúc trong mọi trường hợp sau (giờ)',
    locking: 'Khóa và giới hạn',
    lockAfter: 'Khóa sau số lần sai liên tiếp',
    lockMinutes: 'Thời gian khóa (phút)',
    attemptsPerName: 'Số lần thử một tên đăng nhập',
    attemptsPerAddress: 'Số lần thử từ một địa chỉ mạng',
    windowMinutes: 'trong khoảng (phút)',
    passwords: 'Mật khẩu',
    passwordLength: 'Độ dài ít nhất',
    passwordKinds: 'Số loại ký tự ít nhất (1–4)',
    passwordMaxAgeDays: 'Phải đổi sau (ngày, 0 là không)',
    administration: 'Quản trị từ đâu, khi nào',
    administrationWhy:
      'Chỉ áp dụng cho việc quản trị (đơn vị, cán bộ, vai trò, nhật ký, tham số), không áp dụng cho việc giải quyết hồ sơ.',
    networks: 'Địa chỉ mạng được quản trị',
    networksHint: (ip: string) => `Mỗi dòng một địa chỉ hoặc dải, ví dụ 10.1.0.0/16. Để trống: từ mọi nơi. Địa chỉ của bạn: ${ip}.`,
    days: 'Ngày được quản trị',
    daysHint: 'Không chọn ngày nào: mọi lúc.',
    from: 'Từ giờ',
    to: 'Đến giờ',
    timeHint: 'Giờ và phút, ví dụ 07:30.',
    save: 'Lưu quy tắc',
    saved: 'Đã lưu quy tắc đăng nhập.',
  },
  en: {
    title: 'Rules of sign-in',
    sessions: 'Sessions',
    idleMinutes: 'End when idle for (minutes)',
    absoluteHours: 'End in any case after (hours)',
    locking: 'Locks and limits',
    lockAfter: 'Lock after wrong tries in a row',
    lockMinutes: 'Locked for (minutes)',
    attemptsPerName: 'Tries for one user name',
    attemptsPerAddress: 'Tries from one network address',
    windowMinutes: 'within (minutes)',
    passwords: 'Passwords',
    passwordLength: 'Least length',
    passwordKinds: 'Least kinds of characters (1–4)',
    passwordMaxAgeDays: 'Change after (days, 0 for never)',
    administration: 'Where and when the system is managed',
    administrationWhy: 'Only for management (units, officers, roles, trail, settings), not for work on dossiers.',
    networks: 'Network addresses for management',
    networksHint: (ip: string) => `One address or range a line, for example 10.1.0.0/16. Empty: from everywhere. Yours: ${ip}.`,
    days: 'Days for management',
    daysHint: 'None chosen: at any time.',
    from: 'From',
    to: 'To',
    timeHint: 'Hours and minutes, for example 07:30.',
    save: 'Save the rules',
    saved: 'The rules are saved.',
  },
})
