/** Đăng xuất: ends the session of this browser; safe to send twice. */
import { noSessionCookie, sessionSecretOf, signOut } from '#modules/identity/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'

export const routes: Route[] = [{ method: 'POST', url: '/dang-xuat', permission: 'public', handle: leave }]

async function leave({ services, viewer, language, raw }: PageRequest): Promise<Reply> {
  const secret = sessionSecretOf(raw.cookies)
  if (secret && viewer.actor.kind === 'officer') await services.perform(viewer.actor, signOut, { secret })
  return { kind: 'redirect', to: '/dang-nhap', flash: copy(language).left, cookies: [noSessionCookie] }
}

const copy = words({ vi: { left: 'Bạn đã đăng xuất.' }, en: { left: 'You have signed out.' } })
