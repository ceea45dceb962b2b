/** Thiết lập lần đầu: only while nobody can sign in; asks for the code that is printed on the server's console. */
import { isUnused, setUp } from '#modules/identity/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { Button, blankForm, ErrorSummary, Field, Form, type FormState, failedForm, hasErrors, Radios } from '#ui/index.ts'
import { signInPage } from '../sign-in-layout.tsx'

export const routes: Route[] = [
  { method: 'GET', url: '/thiet-lap', permission: 'public', handle: show },
  { method: 'POST', url: '/thiet-lap', permission: 'public', limit: { perMinute: 10 }, handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  return (await isUnused(request.services.database)) ? page(request, blankForm({ unitKind: 'province' })) : redirect('/dang-nhap')
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const done = await attempt(() => services.perform(viewer.actor, setUp, form))
  if (done.ok) return redirect('/dang-nhap', copy(language).done(one(form.username)))
  const { password: _, again: __, ...values } = form
  return page(request, failedForm(values, fieldErrors(done.error, language)), done.error.status)
}

function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = copy(request.language)
  return signInPage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <Form state={state}>
        <Field name="code" label={text.code} hint={text.codeHint} width="medium" code secret />
        <Field name="unitName" label={text.unitName} hint={text.unitNameHint} />
        <Radios
          name="unitKind"
          label={text.unitKind}
          options={[
            { value: 'province', label: text.province },
            { value: 'department', label: text.department },
            { value: 'commune', label: text.commune },
          ]}
        />
        <Field name="agencyCode" label={text.agencyCode} hint={text.agencyCodeHint} width="medium" code optional />
        <Field name="fullName" label={text.fullName} autocomplete="name" width="long" />
        <Field name="username" label={text.username} hint={text.usernameHint} autocomplete="username" width="long" />
        <Field name="password" type="password" label={text.password} autocomplete="new-password" width="long" />
        <Field name="again" type="password" label={text.again} autocomplete="new-password" width="long" />
        <Button look="primary">{text.save}</Button>
      </Form>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Thiết lập lần đầu',
    intro: 'Hệ thống chưa có ai. Hãy khai cơ quan và người quản trị đầu tiên; các đơn vị và cán bộ khác thêm sau khi đăng nhập.',
    code: 'Mã thiết lập',
    codeHint: 'In trên màn hình của máy chủ khi khởi động, để người lạ không thiết lập thay bạn.',
    unitName: 'Tên cơ quan',
    unitNameHint: 'Ví dụ: Ủy ban nhân dân tỉnh Quảng Trị',
    unitKind: 'Loại cơ quan',
    province: 'Cấp tỉnh',
    department: 'Sở, ban, ngành',
    commune: 'Cấp xã',
    agencyCode: 'Mã định danh điện tử của cơ quan',
    agencyCodeHint: 'Ví dụ: H50. Chưa có mã thì chưa tiếp nhận hồ sơ được.',
    fullName: 'Họ và tên người quản trị',
    username: 'Tên đăng nhập',
    usernameHint: 'Chữ thường không dấu, số, dấu chấm. Ví dụ: quantri',
    password: 'Mật khẩu',
    again: 'Nhập lại mật khẩu',
    save: 'Thiết lập hệ thống',
    done: (username: string) => `Đã thiết lập. Hãy đăng nhập bằng tài khoản ${username}.`,
  },
  en: {
    title: 'First set-up',
    intro:
      'Nobody is in the system yet. Name the authority and its first administrator; other units and officers are added after signing in.',
    code: 'Set-up code',
    codeHint: 'Printed on the console of the server when it starts, so that no stranger can take over.',
    unitName: 'Name of the authority',
    unitNameHint: 'For example: People’s Committee of Quảng Trị province',
    unitKind: 'Kind of authority',
    province: 'Province',
    department: 'Department',
    commune: 'Commune',
    agencyCode: 'Electronic agency code',
    agencyCodeHint: 'For example H50. Without it no dossier can be received.',
    fullName: 'Full name of the administrator',
    username: 'User name',
    usernameHint: 'Small letters without marks, digits, dots. For example: quantri',
    password: 'Password',
    again: 'Password again',
    save: 'Set the system up',
    done: (username: string) => `Done. Sign in as ${username}.`,
  },
})
