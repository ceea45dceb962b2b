/** Đổi mật khẩu, also forced at the first sign-in and when the password has grown too old. */
import { changePassword, type SignInRules, sessionCookie, signInRules } from '#modules/identity/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { Button, blankForm, ErrorSummary, Field, Flash, Form, type FormState, failedForm, hasErrors } from '#ui/index.ts'
import { originOf, signInPage } from '../sign-in-layout.tsx'

export const routes: Route[] = [
  { method: 'GET', url: '/mat-khau', permission: 'signed-in', handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: '/mat-khau', permission: 'signed-in', limit: { perMinute: 10 }, handle: change },
]

async function change(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const { device } = originOf(request)
  const changed = await attempt(() => services.perform(viewer.actor, changePassword, { ...form, device }))
  if (!changed.ok) return page(request, failedForm({}, fieldErrors(changed.error, language)), changed.error.status)
  const { secret, maxAgeSeconds } = changed.value
  return { kind: 'redirect', to: '/phien-lam-viec', flash: copy(language).changed, cookies: [sessionCookie(secret, maxAgeSeconds)] }
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = copy(request.language)
  const rules = await signInRules(request.services.database)
  return signInPage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      {request.viewer.mustVisit && (
        <Flash tone="notice" title={text.forced}>
          <p>{text.forcedWhy}</p>
        </Flash>
      )}
      <Form state={state}>
        <Field name="current" type="password" label={text.current} autocomplete="current-password" width="long" />
        <Field name="next" type="password" label={text.next} hint={text.rules(rules)} autocomplete="new-password" width="long" />
        <Field name="again" type="password" label={text.again} autocomplete="new-password" width="long" />
        <Button look="primary">{text.change}</Button>
      </Form>
      {!request.viewer.mustVisit && (
        <p>
          <a href="/phien-lam-viec">{text.back}</a>
        </p>
      )}
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Đổi mật khẩu',
    forced: 'Bạn cần đặt mật khẩu của riêng mình trước khi làm việc.',
    forcedWhy: 'Mật khẩu hiện tại do quản trị cấp hoặc đã quá hạn sử dụng.',
    current: 'Mật khẩu hiện tại',
    next: 'Mật khẩu mới',
    rules: ({ passwordLength, passwordKinds }: SignInRules) =>
      `Ít nhất ${passwordLength} ký tự, có ${passwordKinds} trong 4 loại: chữ thường, chữ hoa, chữ số, ký hiệu; không chứa tên đăng nhập.`,
    again: 'Nhập lại mật khẩu mới',
    change: 'Đổi mật khẩu',
    changed: 'Đã đổi mật khẩu. Các phiên làm việc khác của bạn đã kết thúc.',
    back: 'Về tài khoản của tôi',
  },
  en: {
    title: 'Change the password',
    forced: 'Set a password of your own before you begin.',
    forcedWhy: 'The present one was given by an administrator or has grown too old.',
    current: 'Present password',
    next: 'New password',
    rules: ({ passwordLength, passwordKinds }: SignInRules) =>
      `At least ${passwordLength} characters, ${passwordKinds} of 4 kinds: small letters, capitals, digits, other; without your user name.`,
    again: 'New password again',
    change: 'Change the password',
    changed: 'The password is changed. Your other sessions have ended.',
    back: 'Back to my account',
  },
})
