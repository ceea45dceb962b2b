import type { Child } from 'hono/jsx'
import type { Origin } from '#modules/identity/index.ts'
import { sessionSecretOf } from '#modules/identity/index.ts'
import { html, type PageRequest, type Reply } from '#platform/http/route.ts'
import { renderPage, SignInLayout } from '#ui/index.ts'
import { officeOf } from '../office.ts'

/** A page with one narrow column: signing in, the second factor, the first set-up. */
export async function signInPage(
  request: PageRequest,
  page: { title: string; hasErrors?: boolean; status?: number },
  children: Child,
): Promise<Reply> {
  const { services, language, url, flash } = request
  return html(
    renderPage(
      <SignInLayout
        title={page.title}
        hasErrors={page.hasErrors}
        language={language}
        office={await officeOf(services.database)}
        assets={{ css: services.assets.css, icon: services.assets.icon, scripts: [] }}
        path={url}
        flash={flash ? { title: flash } : undefined}
      >
        {children}
      </SignInLayout>,
    ),
    page.status ?? 200,
  )
}

/** Where a sign-in comes from, for the trail and the officer's list of sessions. */
export const originOf = ({ raw }: PageRequest): Origin => ({
  source: raw.ip,
  device: raw.headers['user-agent'],
  secret: sessionSecretOf(raw.cookies),
})

/** The page somebody wanted before signing in, if it is one of ours. */
export const ownPath = (path: string | undefined): string =>
  path && /^\/(?![/\\])[^\\\s]*$/.test(path) && path.length < 500 ? path : '/lam-viec'
