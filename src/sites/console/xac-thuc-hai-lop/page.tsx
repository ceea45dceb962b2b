/** Xác thực hai lớp: the code of the officer's application, asked for after the password. The waiting session is nobody yet, so this page is public. */
import { findSession, sessionCookie, sessionSecretOf, signInWithCode } from '#modules/identity/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { Button, blankForm, ErrorSummary, Field, Form, type FormState, failedForm, hasErrors } from '#ui/index.ts'
import { originOf, ownPath, signInPage } from '../sign-in-layout.tsx'
import { routes as setting } from './thiet-lap/page.tsx'

export const routes: Route[] = [
  { method: 'GET', url: '/xac-thuc-hai-lop', permission: 'public', handle: show },
  { method: 'POST', url: '/xac-thuc-hai-lop', permission: 'public', limit: { perMinute: 30 }, handle: enter },
  ...setting,
]

async function show(request: PageRequest): Promise<Reply> {
  const { services, viewer, query, raw, now } = request
  if (viewer.actor.kind === 'officer') return redirect(ownPath(query.ve))
  const waiting = await findSession(services.database, sessionSecretOf(raw.cookies), now)
  return waiting?.awaitsCode ? page(request, blankForm(), query.ve) : redirect('/dang-nhap')
}

async function enter(request: PageRequest): Promise<Reply> {
  const { services, form, language } = request
  const back = one(form.ve)
  const entered = await attempt(() => signInWithCode(services, form, originOf(request)))
  if (entered.ok)
    return { kind: 'redirect', to: ownPath(back), cookies: [sessionCookie(entered.value.secret, entered.value.maxAgeSeconds)] }
  if (entered.error.code === 'identity.code-expired') return redirect('/dang-nhap', entered.error.sentence(language))
  return page(request, failedForm({}, fieldErrors(entered.error, language)), back, entered.error.status)
}

function page(request: PageRequest, state: FormState, back: string | undefined, status = 200): Promise<Reply> {
  const text = copy(request.language)
  return signInPage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <Form state={state} action="/xac-thuc-hai-lop" hidden={{ ve: back || undefined }}>
        <Field
          name="code"
          label={text.code}
          hint={text.hint}
          inputMode="numeric"
          autocomplete="one-time-code"
          width="short"
          maxLength={7}
          code
        />
        <Button look="primary">{text.enter}</Button>
      </Form>
      <p>
        <a href="/dang-nhap">{text.back}</a>
      </p>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Nhập mã xác thực',
    code: 'Mã 6 chữ số',
    hint: 'Mở ứng dụng xác thực trên điện thoại của bạn. Mã đổi sau mỗi 30 giây, mỗi mã dùng một lần.',
    enter: 'Xác nhận',
    back: 'Đăng nhập lại từ đầu',
  },
  en: {
    title: 'Enter your code',
    code: 'Code of 6 digits',
    hint: 'Open the authenticator on your telephone. The code changes every 30 seconds and works once.',
    enter: 'Confirm',
    back: 'Start signing in again',
  },
})
