import { isInForce, type ResultTemplate } from '#modules/results/index.ts'
import { formatDate } from '#platform/text/dates.ts'
import { Tag } from '#ui/index.ts'
import type { Text } from './words.ts'

export const spanOf = ({ validFrom, validTo }: ResultTemplate, text: Text): string =>
  validTo ? text.span(formatDate(validFrom), formatDate(validTo)) : text.from(formatDate(validFrom))

export function Standing({ template, today, text }: { template: ResultTemplate; today: string; text: Text }) {
  if (isInForce(template, today)) return <Tag tone="ok">{text.inForce}</Tag>
  return template.validFrom > today ? <Tag tone="info">{text.waiting}</Tag> : <Tag tone="paused">{text.past}</Tag>
}
