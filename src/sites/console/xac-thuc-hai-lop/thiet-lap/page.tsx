/** Bật, tắt xác thực hai lớp of one's own account; the secret is shown as a code to scan and as text, only until it is confirmed. */
import {
  beginSecondFactor,
  confirmSecondFactor,
  type OwnAccount,
  ownAccount,
  removeSecondFactor,
  totpUri,
} from '#modules/identity/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { barcodeSvg } from '#platform/pdf/barcode.ts'
import { Button, blankForm, ErrorSummary, Field, Form, type FormState, failedForm, hasErrors, Tag } from '#ui/index.ts'
import { officeOf } from '../../../office.ts'
import { consolePage } from '../../layout.tsx'

const URL = '/xac-thuc-hai-lop/thiet-lap'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'signed-in', handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: `${URL}/bat-dau`, permission: 'signed-in', handle: begin },
  { method: 'POST', url: `${URL}/xac-nhan`, permission: 'signed-in', limit: { perMinute: 10 }, handle: confirm },
  { method: 'POST', url: `${URL}/tat`, permission: 'signed-in', limit: { perMinute: 10 }, handle: remove },
]

async function begin({ services, viewer }: PageRequest): Promise<Reply> {
  await services.perform(viewer.actor, beginSecondFactor, {})
  return redirect(URL)
}

async function confirm(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const confirmed = await attempt(() => services.perform(viewer.actor, confirmSecondFactor, form))
  if (!confirmed.ok) return page(request, failedForm({}, fieldErrors(confirmed.error, language)), confirmed.error.status)
  return redirect('/phien-lam-viec', copy(language).on)
}

async function remove(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const removed = await attempt(() => services.perform(viewer.actor, removeSecondFactor, form))
  if (!removed.ok) return page(request, failedForm({}, fieldErrors(removed.error, language)), removed.error.status)
  return redirect('/phien-lam-viec', copy(language).off)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, viewer, language } = request
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = copy(language)
  const account = await ownAccount(services.database, viewer.actor.id)
  const office = await officeOf(services.database)
  return consolePage(
    request,
    {
      title: text.title,
      hasErrors: hasErrors(state),
      status,
      breadcrumbs: [{ label: text.account, href: '/phien-lam-viec' }, { label: text.title }],
    },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      {account.hasSecondFactor ? (
        <Off state={state} text={text} />
      ) : account.pendingSecret ? (
        <Confirm state={state} text={text} account={account} secret={account.pendingSecret} issuer={office.name} />
      ) : (
        <>
          <p>{text.why}</p>
          <Form action={`${URL}/bat-dau`}>
            <Button look="primary">{text.begin}</Button>
          </Form>
        </>
      )}
    </>,
  )
}

type Text = ReturnType<typeof copy>

function Confirm({
  state,
  text,
  account,
  secret,
  issuer,
}: {
  state: FormState
  text: Text
  account: OwnAccount
  secret: string
  issuer: string
}) {
  const svg = onWhite(barcodeSvg({ kind: 'qr', text: totpUri(issuer, account.username, secret) }))
  return (
    <>
      <ol>
        <li>{text.step1}</li>
        <li>{text.step2}</li>
        <li>{text.step3}</li>
      </ol>
      <div role="img" aria-label={text.picture} dangerouslySetInnerHTML={{ __html: svg }} />
      <p>
        {text.secret}:{secret.match(/.{1,4}/g)?.map((group) => [' ', <code>{group}</code>])}
      </p>
      <Form state={state} action={`${URL}/xac-nhan`}>
        <Field name="code" label={text.code} inputMode="numeric" autocomplete="one-time-code" width="short" maxLength={7} code />
        <Button look="primary">{text.confirm}</Button>
      </Form>
    </>
  )
}

/** Large enough for a telephone, and black on white in the dark scheme too. */
const onWhite = (svg: string): string =>
  svg.replace(/ width="\d+" height="\d+">/, ' width="232" height="232"><rect width="100%" height="100%" fill="#fff"/>')

const Off = ({ state, text }: { state: FormState; text: Text }) => (
  <>
    <p>
      <Tag tone="ok" shape="tick">
        {text.isOn}
      </Tag>
    </p>
    <p>{text.lost}</p>
    <Form state={state} action={`${URL}/tat`}>
      <Field name="password" type="password" label={text.password} autocomplete="current-password" width="medium" />
      <Button look="danger">{text.remove}</Button>
    </Form>
  </>
)

const copy = words({
  vi: {
    account: 'Tài khoản của tôi',
    title: 'Xác thực hai lớp',
    why: 'Khi bật, mỗi lần đăng nhập bạn nhập thêm mã 6 chữ số trên điện thoại. Người biết mật khẩu của bạn cũng không vào được nếu không có điện thoại đó.',
    begin: 'Bật xác thực hai lớp',
    step1: 'Cài một ứng dụng xác thực trên điện thoại (loại tạo mã 6 chữ số đổi sau 30 giây).',
    step2: 'Quét hình dưới đây, hoặc nhập khóa bằng tay.',
    step3: 'Nhập mã mà ứng dụng hiển thị để xác nhận.',
    picture: 'Mã QR để thêm tài khoản vào ứng dụng xác thực',
    secret: 'Khóa nhập tay',
    code: 'Mã 6 chữ số',
    confirm: 'Xác nhận mã',
    isOn: 'Đang bật',
    lost: 'Nếu đổi hoặc mất điện thoại mà không đăng nhập được, hãy nhờ quản trị đơn vị gỡ xác thực hai lớp.',
    password: 'Mật khẩu của bạn',
    remove: 'Tắt xác thực hai lớp',
    on: 'Đã bật xác thực hai lớp. Lần đăng nhập sau sẽ hỏi mã.',
    off: 'Đã tắt xác thực hai lớp.',
  },
  en: {
    account: 'My account',
    title: 'Second factor',
    why: 'When it is on, each sign-in also asks for a code of 6 digits from your telephone. Somebody who knows your password cannot enter without it.',
    begin: 'Turn the second factor on',
    step1: 'Install an authenticator on your telephone (one that makes codes of 6 digits every 30 seconds).',
    step2: 'Scan the picture below, or type the key.',
    step3: 'Enter the code that it shows.',
    picture: 'QR code that adds the account to the authenticator',
    secret: 'Key to type',
    code: 'Code of 6 digits',
    confirm: 'Confirm the code',
    isOn: 'On',
    lost: 'If you change or lose your telephone, ask the administrator of your unit to remove the second factor.',
    password: 'Your password',
    remove: 'Turn the second factor off',
    on: 'The second factor is on. The next sign-in will ask for a code.',
    off: 'The second factor is off.',
  },
})
