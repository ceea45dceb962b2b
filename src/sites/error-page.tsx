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
    reference: 'Mã sự cố (đọc cho bộ phận hỗ trợ khi cần):',
  },
  en: {
    back: 'Back to the first page',
    again: 'Go back and try again. What was saved is still there.',
    reference: 'Reference (read it to the help desk if needed):',
  },
})

export async function renderError(request: PageRequest, error: AppError, reference: string): Promise<string> {
  const { services } = request
  const text = copy(request.language)
  const isOfficer = request.viewer.actor.kind === 'officer'
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
      <p>{text.again}</p>
      <p>
        <a href={isOfficer ? '/lam-viec' : '/'}>{text.back}</a>
      </p>
      <p class="muted">
        {text.reference} <code>{reference}</code>
      </p>
    </PortalLayout>,
  )
}
