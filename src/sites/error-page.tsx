/** The page that explains an error: what is wrong, what to do next, and a reference for the help desk; never a stack trace. */
import type { AppError } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { PortalLayout, renderPage } from '#ui/index.ts'
import { officeOf, unnamedOffice } from './office.ts'

const copy = words({
  vi: {
    back: 'Về trang đầu',
    again: 'Quay lại trang trước rồi thử lại. Những gì đã lưu vẫn còn nguyên.',
    signIn: 'Đăng nhập ở thẻ mới',
    resend: 'Đăng nhập xong, quay lại thẻ này và tải lại trang (F5): những gì vừa nhập được gửi lại, không phải nhập lại.',
    reference: 'Mã sự cố (đọc cho bộ phận hỗ trợ khi cần):',
  },
  en: {
    back: 'Back to the first page',
    again: 'Go back and try again. What was saved is still there.',
    signIn: 'Sign in in a new tab',
    resend: 'Then come back to this tab and reload it (F5): what you entered is sent again, nothing has to be typed twice.',
    reference: 'Reference (read it to the help desk if needed):',
  },
})

export async function renderError(request: PageRequest, error: AppError, reference: string): Promise<string> {
  const { services } = request
  const text = copy(request.language)
  const isOfficer = request.viewer.actor.kind === 'officer'
  // The browser still holds what was posted, and sends it again when the page of the answer is loaded again.
  const isUnsent = error.code === 'access.sign-in' && request.raw.method === 'POST'
  // What failed may be the database itself.
  const office = await officeOf(services.database).catch(() => unnamedOffice)
  return renderPage(
    <PortalLayout
      title={error.sentence(request.language)}
      language={request.language}
      office={office}
      assets={{ css: services.assets.css, scripts: [], icon: services.assets.icon }}
      path="/"
    >
      <h1>{error.sentence(request.language)}</h1>
      {isUnsent ? (
        <p>
          <a href="/dang-nhap" target="_blank" rel="noopener">
            {text.signIn}
          </a>
          . {text.resend}
        </p>
      ) : (
        <p>{text.again}</p>
      )}
      <p>
        <a href={isOfficer ? '/lam-viec' : '/'}>{text.back}</a>
      </p>
      <p class="muted">
        {text.reference} <code>{reference}</code>
      </p>
    </PortalLayout>,
  )
}
