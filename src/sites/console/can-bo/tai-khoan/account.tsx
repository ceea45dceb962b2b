import type { Officer } from '#modules/identity/index.ts'
import { Button, ButtonRow, Field, Form, Panel } from '#ui/index.ts'
import type { OfficerText } from '../words.ts'

/** What an administrator may do with an account; the reason goes into the trail. */
export function Account({ officer, now, text }: { officer: Officer; now: Date; text: OfficerText }) {
  const isLocked = !officer.isActive || (officer.lockedUntil !== null && officer.lockedUntil > now)
  return (
    <Panel id="tai-khoan" title={text.account}>
      <Form action={`/can-bo/${officer.id}/tai-khoan`} defaultAction="">
        <Field name="reason" label={text.reason} hint={text.reasonHint} optional />
        <ButtonRow>
          {isLocked ? (
            <Button name="_action" value="unlock">
              {text.unlock}
            </Button>
          ) : (
            <Button look="danger" name="_action" value="lock" confirm={text.lock}>
              {text.lock}
            </Button>
          )}
          <Button name="_action" value="reset-password" confirm={text.resetPassword}>
            {text.resetPassword}
          </Button>
          {officer.hasSecondFactor && (
            <Button name="_action" value="reset-second-factor" confirm={text.resetSecondFactor}>
              {text.resetSecondFactor}
            </Button>
          )}
          <Button name="_action" value="end-sessions">
            {text.endSessions}
          </Button>
        </ButtonRow>
      </Form>
    </Panel>
  )
}
