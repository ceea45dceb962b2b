import { action } from '#platform/action.ts'
import { writeSetting } from '#platform/settings.ts'
import { identityErrors } from '../errors.ts'
import { mayAdminister } from '../policy/administration.ts'
import { SIGN_IN_SETTING, SignInRules, signInRules } from '../sign-in/settings.ts'

/** Sửa quy tắc đăng nhập. The one who saves must still be able to administer by them. */
export const saveSignInRules = action('system.settings', {
  input: SignInRules,
  scope: () => undefined,
  async work({ tx, now, actor, about }, rules) {
    if (actor.kind === 'officer') identityErrors.insist(mayAdminister(rules.administration, actor.source, now), 'identity.lock-out')
    const before = await signInRules(tx)
    await writeSetting(tx, SIGN_IN_SETTING, rules, now)
    about({ kind: 'setting', id: SIGN_IN_SETTING }, { before, after: rules })
  },
})
