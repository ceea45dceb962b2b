/** `motcua due`: prints when a limit is due, for scripts and for people who check. Without `--unit-code` it needs no database. */
import { parseArgs } from 'node:util'
import { ancestorIds, findUnitByAgencyCode, findUnitByCode } from '#modules/organization/index.ts'
import type { Queryable } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import { formatStamp, instantAt } from '#platform/text/dates.ts'
import { nationalCalendar, type WorkingCalendar } from './calendar.ts'
import { dateOf, dayNumber } from './day.ts'
import { type CountRules, dueAt, type Limit, type LimitUnit } from './due.ts'
import { calendarOf } from './queries.ts'

export interface DueIo {
  out(line: string): void
  error(sentence: string): void
  /** Called only for `--unit-code`. */
  withDatabase<Result>(work: (db: Queryable) => Promise<Result>): Promise<Result>
}

export const dueUsage = `Cách dùng: motcua due --start 2026-11-20T10:00 --limit 3 --unit working-day
  --start      lúc tiếp nhận, giờ Việt Nam, YYYY-MM-DDTHH:MM
  --limit      số lượng; nhận số lẻ nửa như 3,5 hoặc 3.5
  --unit       hour (giờ làm việc), working-day (ngày làm việc), calendar-day (ngày), month (tháng)
  --mode       carry (giữ giờ, mặc định) hoặc end (hết giờ làm việc của ngày cuối)
  --cutoff     sau giờ này tính từ ngày làm việc tiếp theo, ví dụ 15:00
  --last-hour  tiếp nhận trong giờ làm việc cuối thì tính từ ngày làm việc tiếp theo
  --unit-code  mã đơn vị để dùng lịch của đơn vị đó`

const UNITS: readonly LimitUnit[] = ['hour', 'working-day', 'calendar-day', 'month']
const STAMP = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const AMOUNT = /^\d+([.,]\d+)?$/
const BAD_ARGUMENTS = 2

/** Returns the exit code: 0, or 2 when the arguments cannot be used (one sentence says why). Other errors are thrown. */
export async function runDue(args: readonly string[], io: DueIo): Promise<number> {
  try {
    const { help, start, limit, rules, unitCode } = readArguments(args)
    if (help) {
      io.out(dueUsage)
      return 0
    }
    const calendar = unitCode === undefined ? nationalCalendar() : await io.withDatabase((db) => calendarOfCode(db, unitCode))
    io.out(formatStamp(dueAt(calendar, start, limit, rules).due))
    return 0
  } catch (error) {
    if (error instanceof BadArgument) io.error(error.message)
    else if (error instanceof AppError && error.code.startsWith('calendar.')) io.error(error.sentence('vi'))
    else throw error
    return BAD_ARGUMENTS
  }
}

class BadArgument extends Error {}

const refuse = (sentence: string): never => {
  throw new BadArgument(sentence)
}

interface DueArguments {
  help: boolean
  start: Date
  limit: Limit
  rules: CountRules
  unitCode?: string
}

function readArguments(args: readonly string[]): DueArguments {
  const values = parse(args)
  if (values.help) return { help: true, start: new Date(0), limit: { amount: 1, unit: 'hour' }, rules: { mode: 'carry' } }
  const required = (name: 'start' | 'limit' | 'unit', example: string): string =>
    values[name] || refuse(`Thiếu --${name}. Ví dụ: --${name} ${example}.`)
  const unit = required('unit', 'working-day')
  const mode = values.mode ?? 'carry'
  if (!isUnit(unit)) return refuse(`--unit không nhận “${unit}”. Chọn một trong: ${UNITS.join(', ')}.`)
  if (mode !== 'carry' && mode !== 'end') return refuse(`--mode không nhận “${mode}”. Chọn carry hoặc end.`)
  if (values.cutoff !== undefined && !TIME.test(values.cutoff)) refuse(`--cutoff không nhận “${values.cutoff}”. Ghi giờ theo mẫu 15:00.`)
  return {
    help: false,
    start: readStart(required('start', '2026-11-20T10:00')),
    limit: { amount: readAmount(required('limit', '3')), unit },
    rules: { mode, cutoff: values.cutoff, lastHourRule: values['last-hour'] },
    unitCode: values['unit-code'],
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { start: text, limit: text, unit: text, mode: text, cutoff: text, 'unit-code': text, 'last-hour': flag, help: flag }
  for (const argument of args) {
    const name = argument.startsWith('--') ? (argument.slice(2).split('=')[0] ?? '') : ''
    if (name && !(name in options)) refuse(`Không có tuỳ chọn --${name}. Xem: motcua due --help.`)
  }
  const read = () => {
    try {
      return parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
    } catch {
      return refuse('Có tuỳ chọn thiếu giá trị hoặc thừa giá trị. Xem: motcua due --help.')
    }
  }
  const { values, positionals } = read()
  if (positionals.length > 0) refuse(`Không hiểu “${positionals[0]}”. Xem: motcua due --help.`)
  return values
}

const isUnit = (unit: string): unit is LimitUnit => (UNITS as readonly string[]).includes(unit)

function readStart(text: string): Date {
  const [, date, hour, minute] = STAMP.exec(text) ?? []
  if (!date || Number.isNaN(dayNumber(date)) || dateOf(dayNumber(date)) !== date)
    return refuse(`--start không nhận “${text}”. Ghi theo mẫu 2026-11-20T10:00.`)
  return instantAt(date, `${hour}:${minute}`)
}

const readAmount = (text: string): number =>
  AMOUNT.test(text) ? Number(text.replace(',', '.')) : refuse(`--limit không nhận “${text}”. Ghi một số lớn hơn 0, ví dụ 3 hoặc 3,5.`)

async function calendarOfCode(db: Queryable, code: string): Promise<WorkingCalendar> {
  const unit = (await findUnitByCode(db, code)) ?? (await findUnitByAgencyCode(db, code))
  if (!unit) return refuse(`Không có đơn vị nào mang mã “${code}”.`)
  return calendarOf(db, await ancestorIds(db, unit.id))
}
