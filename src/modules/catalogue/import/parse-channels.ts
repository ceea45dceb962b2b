/** Channels, time limits and fees of a row; everything doubtful becomes a finding. */
import { isCountable, type Limit, type LimitUnit } from '#modules/calendar/index.ts'
import { amountsInText, saysFree } from '../fee-text.ts'
import { formatLimit, limitInText } from '../limit.ts'
import type { Channel, ChannelContent, FeeContent } from '../schemas.ts'
import { cleanText } from './clean-text.ts'
import type { Findings } from './collect-findings.ts'
import type { FindingCode } from './findings.ts'
import type { RawChannel, RawFee } from './raw-procedure.ts'

const CHANNELS: Record<RawChannel['channel'], Channel[]> = {
  direct: ['counter'],
  online: ['online'],
  postal: ['post'],
  any: ['counter', 'online', 'post'],
}
const UNITS: Record<string, LimitUnit> = { working_day: 'working-day', day: 'calendar-day', hour: 'hour', month: 'month' }
const NAMES: Record<Channel, string> = { counter: 'trực tiếp', online: 'trực tuyến', post: 'bưu chính' }
/** Nobody waits longer; a larger number is a slip (an amount of money in the column of days). */
const LONGEST: Record<LimitUnit, number> = { hour: 2_000, 'working-day': 1_000, 'calendar-day': 1_500, month: 60 }

export function parseChannels(raw: RawChannel[], findings: Findings): ChannelContent[] {
  const channels = new Map<Channel, ChannelContent>()
  for (const row of raw) {
    if (row.channel === 'any') findings.add('channel.any')
    for (const channel of CHANNELS[row.channel]) {
      const known = channels.get(channel)
      if (known) mergeSecond(known, row, findings)
      else channels.set(channel, parseChannel(channel, row, findings))
    }
  }
  return [...channels.values()]
}

function parseChannel(channel: Channel, row: RawChannel, findings: Findings): ChannelContent {
  const limit = parseLimit(channel, row.time_limit ?? {}, findings)
  if (!row.fees?.length) findings.add('fee.missing', NAMES[channel])
  return {
    channel,
    limitAmount: limit?.amount ?? null,
    limitUnit: limit?.unit ?? null,
    countMode: row.count_mode ?? null,
    cutoff: row.cutoff ?? null,
    hasLastHourRule: row.last_hour_rule ?? false,
    limitText: limitText(row.time_limit, limit),
    note: cleanText(row.note),
    fees: (row.fees ?? []).map((fee) => parseFee(fee, findings)),
  }
}

/** A second row of the same channel is mostly a harder case ("14 days if complex"). Its words are kept, its fees added. */
function mergeSecond(channel: ChannelContent, row: RawChannel, findings: Findings): void {
  const words = [rawLimit(row.time_limit ?? {}), cleanText(row.note)].filter(Boolean).join('. ')
  findings.add('limit.several', words || NAMES[channel.channel])
  channel.limitText = [channel.limitText, words].filter(Boolean).join('\n') || null
  const told = new Set(channel.fees.map((fee) => JSON.stringify(fee)))
  for (const raw of row.fees ?? []) {
    const fee = parseFee(raw, findings)
    if (!told.has(JSON.stringify(fee))) channel.fees.push(fee)
  }
}

function parseLimit(channel: Channel, raw: NonNullable<RawChannel['time_limit']>, findings: Findings): Limit | undefined {
  const text = cleanText(raw.text)
  const unit = UNITS[raw.unit ?? '']
  if (unit && raw.value != null) {
    const limit = { amount: raw.value, unit }
    const finding = doubtOf(limit)
    if (!finding) return limit
    findings.add(finding, rawLimit(raw))
    return undefined
  }
  const read = text ? limitInText(text) : undefined
  if (text && read && !doubtOf(read)) {
    findings.add('limit.from-text', text, formatLimit(read))
    return read
  }
  if (raw.value != null) findings.add('limit.no-unit', `${raw.value} ${text ?? ''}`.trim())
  else if (text) findings.add('limit.text-only', text)
  else findings.add('limit.missing', NAMES[channel])
  return undefined
}

/** Why a limit is not taken over, if it is not. */
function doubtOf(limit: Limit): FindingCode | undefined {
  if (!(limit.amount > 0) || limit.amount > LONGEST[limit.unit]) return 'limit.implausible'
  return isCountable(limit) ? undefined : 'limit.not-countable'
}

const rawLimit = (raw: NonNullable<RawChannel['time_limit']>): string =>
  [raw.text?.trim() || (raw.value ?? ''), raw.text ? '' : (raw.unit ?? '')].filter((part) => part !== '').join(' ')

/** The words of the source stay beside the number, and stand in for it where none was taken over. */
function limitText(raw: RawChannel['time_limit'], limit: Limit | undefined): string | null {
  const text = cleanText(raw?.text)
  if (text || limit || raw?.value == null) return text
  const unit = UNITS[raw.unit ?? '']
  return unit ? formatLimit({ amount: raw.value, unit }) : `${raw.value} (nguồn không ghi đơn vị)`
}

function parseFee(raw: RawFee, findings: Findings): FeeContent {
  const text = cleanText(raw.text)
  const kind = raw.kind === 'charge' ? 'charge' : 'fee'
  return {
    kind,
    name: cleanText(raw.name) ?? (kind === 'charge' ? 'Lệ phí' : 'Phí'),
    amount: parseAmount(raw, text, findings),
    cap: wholeDong(raw.cap_vnd),
    per: cleanText(raw.per),
    condition: cleanText(raw.condition),
    moment: raw.moment === 'supplement' || raw.moment === 'return' ? raw.moment : 'reception',
    text,
  }
}

function parseAmount(raw: RawFee, text: string | null, findings: Findings): number | null {
  if (raw.currency && raw.currency !== 'VND') {
    findings.add('fee.foreign', `${raw.amount ?? text ?? ''} ${raw.currency}`.trim())
    return null
  }
  const amount = wholeDong(raw.amount_vnd)
  if (amount === null) return null
  if (amount > 0 && amount < 1_000) findings.add('fee.below-1000', `${amount}${text ? `: ${text}` : ''}`)
  if (amount > 0 || !text) return amount
  // A citizen who reads "0 đồng" does not pay; so a zero that its own text contradicts is no amount at all.
  if (amountsInText(text).some((stated) => stated > 0)) findings.add('fee.zero-but-amount', text)
  else if (!saysFree(text)) findings.add('fee.elsewhere', text)
  else return 0
  return null
}

const wholeDong = (amount: number | null | undefined): number | null =>
  amount == null || amount < 0 || amount > 1e12 ? null : Math.round(amount)
