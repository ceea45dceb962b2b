/** Đăng nhập: user name and password; then the code of the second factor where it is on. */
import { isUnused, sessionCookie, signIn } from '#modules/identity/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { Button, blankForm, ErrorSummary, Field, Form, type FormState, failedForm, hasErrors } from '#ui/index.ts'
import { originOf, ownPath, signInPage } from '../sign-in-layout.tsx'
import { routes as rules } from './quy-tac/page.tsx'

/** Above what a whole office behind one address needs when it opens. */
const SIGN_INS_PER_MINUTE = 120

export const routes: Route[] = [
  { method: 'GET', url: '/dang-nhap', permission: 'public', handle: show },
  { method: 'POST', url: '/dang-nhap', permission: 'public', limit: { perMinute: SIGN_INS_PER_MINUTE }, handle: enter },
  ...rules,
]

async function show(request: PageRequest): Promise<Reply> {
  const { services, viewer, query } = request
  if (viewer.actor.kind === 'officer') return redirect(ownPath(query.ve))
  if (await isUnused(services.database)) return redirect('/thiet-lap')
  return page(request, blankForm(), query.ve)
}

async function enter(request: PageRequest): Promise<Reply> {
  const { services, form, language } = request
  const back = one(form.ve)
  const entered = await attempt(() => signIn(services, form, originOf(request)))
  if (!entered.ok)
    return page(request, failedForm({ username: one(form.username) }, fieldErrors(entered.error, language)), back, entered.error.status)
  const { secret, maxAgeSeconds, awaitsCode } = entered.value
  return {
    kind: 'redirect',
    to: awaitsCode ? `/xac-thuc-hai-lop?ve=${encodeURIComponent(ownPath(back))}` : ownPath(back),
    cookies: [sessionCookie(secret, maxAgeSeconds)],
  }
}

function page(request: PageRequest, state: FormState, back: string | undefined, status = 200): Promise<Reply> {
  const text = copy(request.language)
  return signInPage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <Form state={state} action="/dang-nhap" hidden={{ ve: back || undefined }}>
        <Field name="username" label={text.username} autocomplete="username" width="long" />
        <Field name="password" type="password" label={text.password} autocomplete="current-password" width="long" />
        <Button look="primary">{text.enter}</Button>
      </Form>
      <p class="muted">{text.help}</p>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Đăng nhập',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    enter: 'Đăng nhập',
    help: 'Trang này dành cho cán bộ. Nếu quên mật khẩu hoặc bị khóa tài khoản, hãy liên hệ quản trị của đơn vị.',
  },
  en: {
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    enter: 'Sign in',
    help: 'This page is for officers. If you forgot your password or your account is locked, ask the administrator of your unit.',
  },
})
