/** Khóa, mở khóa, đặt lại mật khẩu, gỡ xác thực hai lớp, kết thúc phiên of an officer. */
import { endOfficerSessions, getOfficer, lockOfficer, resetPassword, resetSecondFactor, unlockOfficer } from '#modules/identity/index.ts'
import { one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { idFrom } from '../../unit-choices.ts'
import { firstPasswordPage } from '../first-password.tsx'
import { officerWords } from '../words.ts'

export const routes: Route[] = [{ method: 'POST', url: '/can-bo/:id/tai-khoan', permission: 'identity.manage-officers', handle: act }]

const actions = { lock: lockOfficer, unlock: unlockOfficer, 'reset-second-factor': resetSecondFactor, 'end-sessions': endOfficerSessions }

async function act(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const text = officerWords(language)
  const officerId = idFrom(params.id)
  const input = { officerId, reason: one(form.reason) }
  const wanted = one(form._action)
  if (wanted === 'reset-password') {
    const { password } = await services.perform(viewer.actor, resetPassword, input)
    const { fullName } = await getOfficer(services.database, officerId)
    return firstPasswordPage(request, { officerId, title: `${text.resetPassword}: ${fullName}`, password })
  }
  if (!Object.hasOwn(actions, wanted)) return redirect(`/can-bo/${officerId}#tai-khoan`)
  await services.perform(viewer.actor, actions[wanted as keyof typeof actions], input)
  return redirect(`/can-bo/${officerId}`, text.done)
}
