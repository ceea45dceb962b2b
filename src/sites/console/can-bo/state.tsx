import type { Officer } from '#modules/identity/index.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Tag } from '#ui/index.ts'
import type { OfficerText } from './words.ts'

/** Whether the account is open, locked by an administrator, or locked for a time by wrong passwords. */
export function AccountState({ officer, now, text }: { officer: Pick<Officer, 'isActive' | 'lockedUntil'>; now: Date; text: OfficerText }) {
  if (!officer.isActive)
    return (
      <Tag tone="paused" shape="square">
        {text.locked}
      </Tag>
    )
  if (officer.lockedUntil && officer.lockedUntil > now)
    return (
      <Tag tone="near" shape="triangle">
        {text.lockedUntil(formatMoment(officer.lockedUntil))}
      </Tag>
    )
  return (
    <Tag tone="ok" shape="circle">
      {text.active}
    </Tag>
  )
}
