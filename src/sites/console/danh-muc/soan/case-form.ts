/** A case of a draft ↔ the fields of its form: three ways of filing, fees, papers. */
import { CHANNELS, type Channel, type VersionContent } from '#modules/catalogue/index.ts'
import { type FormValues, nested, one } from '#platform/http/forms.ts'
import { type FormState, readMoney } from '#ui/index.ts'

type Case = VersionContent['cases'][number]

export function caseValues(content: Case): FormState['values'] {
  const values: FormState['values'] = { name: content.name, code: content.code }
  for (const { channel, fees: _, ...facts } of content.channels) {
    values[`${channel}.on`] = 'on'
    values[`${channel}.limitAmount`] = facts.limitAmount === null ? '' : facts.limitAmount.toLocaleString('vi-VN')
    values[`${channel}.limitUnit`] = facts.limitUnit ?? ''
    values[`${channel}.countMode`] = facts.countMode ?? ''
    values[`${channel}.cutoff`] = facts.cutoff ?? ''
    values[`${channel}.hasLastHourRule`] = facts.hasLastHourRule ? 'on' : undefined
    values[`${channel}.limitText`] = facts.limitText ?? ''
    values[`${channel}.note`] = facts.note ?? ''
  }
  for (const [index, { channel, fee }] of content.channels
    .flatMap(({ channel, fees }) => fees.map((fee) => ({ channel, fee })))
    .entries()) {
    const { amount, cap, ...words } = fee
    const texts = Object.fromEntries(Object.entries({ ...words, channel }).map(([name, value]) => [`fees.${index}.${name}`, value ?? '']))
    Object.assign(values, texts, { [`fees.${index}.amount`]: money(amount), [`fees.${index}.cap`]: money(cap) })
  }
  for (const [index, paper] of content.components.entries()) {
    for (const [name, value] of Object.entries(paper))
      values[`components.${index}.${name}`] = typeof value === 'boolean' ? (value ? 'on' : undefined) : String(value ?? '')
  }
  return {
    ...values,
    'fees.count': String(content.channels.flatMap(({ fees }) => fees).length),
    'components.count': String(content.components.length),
  }
}

const money = (amount: number | null): string => (amount === null ? '' : amount.toLocaleString('vi-VN'))

/** Raw: the action parses it. A fee without a channel holds for every way of filing. */
export function caseFrom(form: FormValues): Record<string, unknown> {
  const tree = nested(form)
  const fees = list(tree.fees).filter(isFilled)
  return {
    name: one(form.name),
    code: one(form.code),
    channels: CHANNELS.filter((channel) => one(form[`${channel}.on`]) === 'on').map((channel) => channelFrom(form, channel, fees)),
    components: list(tree.components)
      .filter(isFilled)
      .map((paper) => ({
        ...paper,
        kind: paper.kind === 'note' ? 'note' : 'paper',
        originals: Number(paper.originals || 0),
        copies: Number(paper.copies || 0),
        isPresentedOnly: paper.isPresentedOnly === 'on',
        isRequired: paper.isRequired === 'on',
      })),
  }
}

function channelFrom(form: FormValues, channel: Channel, fees: Record<string, unknown>[]): Record<string, unknown> {
  const field = (name: string) => one(form[`${channel}.${name}`]).trim()
  const amount = field('limitAmount').replace(',', '.')
  return {
    channel,
    limitAmount: amount === '' ? null : Number(amount),
    limitUnit: field('limitUnit') || null,
    countMode: field('countMode') || null,
    cutoff: field('cutoff') || null,
    hasLastHourRule: field('hasLastHourRule') === 'on',
    limitText: field('limitText'),
    note: field('note'),
    fees: fees
      .filter((fee) => !fee.channel || fee.channel === channel)
      .map((fee) => ({ ...fee, amount: amountFrom(fee.amount), cap: amountFrom(fee.cap) })),
  }
}

/** Nothing typed is null; what is no amount is left for the action to refuse. */
function amountFrom(typed: unknown): number | string | null {
  const amount = readMoney(String(typed ?? ''))
  return amount === undefined ? null : amount
}

/** An item that was added and left empty is not meant. */
const isFilled = (item: Record<string, unknown>): boolean =>
  ['name', 'amount', 'text', 'formName'].some((field) => String(item[field] ?? '').trim() !== '')

/** Groups of fields; the hidden count of a repeating group is not one of them. */
function list(group: unknown): Record<string, unknown>[] {
  if (Array.isArray(group)) return group as Record<string, unknown>[]
  return Object.entries((group ?? {}) as Record<string, unknown>)
    .filter(([key, value]) => /^\d+$/.test(key) && typeof value === 'object')
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, value]) => value as Record<string, unknown>)
}

/** The errors of the action (`content.cases.1.channels.0.limitUnit`) at the fields of this form. */
export function caseErrors(errors: Record<string, string>, position: number, channels: Channel[]): Record<string, string> {
  const prefix = `content.cases.${position}.`
  return Object.fromEntries(
    Object.entries(errors).map(([key, sentence]) => {
      if (!key.startsWith(prefix)) return ['_', sentence]
      const path = key.slice(prefix.length)
      const [, index, rest] = /^channels\.(\d+)\.(?!fees)(.+)$/.exec(path) ?? []
      if (index !== undefined) return [`${channels[Number(index)]}.${rest}`, sentence]
      return path.startsWith('channels') ? ['fees', sentence] : [path, sentence]
    }),
  )
}

export const chosenChannels = (form: FormValues): Channel[] => CHANNELS.filter((channel) => one(form[`${channel}.on`]) === 'on')

export const blankCase = (code: string, position: number): Case => ({
  code: `${code}.${String(position).padStart(2, '0')}`,
  name: '',
  channels: [],
  components: [],
})
