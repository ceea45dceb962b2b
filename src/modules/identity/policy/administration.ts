/** Management of the system may be bound to networks and hours (QĐ 742/QĐ-BTTTT §4.1b, §4.1f). */
import { BlockList, isIP } from 'node:net'
import { localDate, localTime } from '#platform/text/dates.ts'

const ADMINISTRATIVE = new Set([
  'organization.edit-unit',
  'organization.edit-counter',
  'identity.manage-officers',
  'identity.manage-roles',
  'identity.assign-role',
  'identity.second-officer',
  'identity.delegate-for-others',
  'identity.manage-tokens',
  'identity.read-audit',
])

/** Rights that manage the system itself: who is who, who may what, settings, the trail. */
export const isAdministrative = (right: string): boolean => ADMINISTRATIVE.has(right) || right.startsWith('system.')

export interface AdministrationRule {
  /** Addresses (`10.1.2.3`, `10.1.0.0/16`, IPv6 too) from which management is allowed; empty: from everywhere. */
  networks: string[]
  /** Local hours; empty `days`: at any time. Days are 1 (Monday) to 7 (Sunday), times `HH:MM`, `to` exclusive. */
  hours: { days: number[]; from: string; to: string }
}

/** Whether management is allowed now from the address; an unknown address passes only where no network is set. */
export function mayAdminister(rule: AdministrationRule, source: string | undefined, now: Date): boolean {
  return isWithinHours(rule.hours, now) && isWithinNetworks(rule.networks, source)
}

/** `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

function isWithinHours({ days, from, to }: AdministrationRule['hours'], now: Date): boolean {
  if (days.length === 0) return true
  const weekday = new Date(`${localDate(now)}T00:00:00Z`).getUTCDay() || 7
  const time = localTime(now)
  return days.includes(weekday) && from <= time && time < to
}

function isWithinNetworks(networks: string[], source: string | undefined): boolean {
  if (networks.length === 0) return true
  const address = source?.replace(/^::ffff:(?=\d+\.)/, '') ?? ''
  const version = isIP(address)
  if (version === 0) return false
  const allowed = new BlockList()
  for (const network of networks) {
    const [base = '', bits] = network.split('/')
    const family = isIP(base) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) allowed.addAddress(base, family)
    else allowed.addSubnet(base, Number(bits), family)
  }
  return allowed.check(address, version === 4 ? 'ipv4' : 'ipv6')
}
