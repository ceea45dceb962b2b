/** The commands `create-user` and `create-token`; the dispatcher is in `src/cli`. They act as the system and leave the same trail as a page. */
import { parseArgs } from 'node:util'
import { findUnitByAgencyCode, findUnitByCode, getRootUnit, type Unit } from '#modules/organization/index.ts'
import { systemActor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { localDate } from '#platform/text/dates.ts'
import { addOfficer } from './actions/add-officer.ts'
import { assignRole } from './actions/assign-role.ts'
import { makeToken } from './actions/make-token.ts'
import { findRoleByCode } from './queries/roles.ts'

/** Where a command writes. */
export interface CommandOutput {
  out(line: string): void
  error(line: string): void
}

type CommandServices = Pick<Services, 'database' | 'clock' | 'perform'>
/** Opened only once the arguments are understood. */
type OpenServices = () => Promise<CommandServices>

const USER_USAGE = `create-user --username TÊN --name "HỌ TÊN" [--unit MÃ_ĐƠN_VỊ] [--role MÃ_VAI_TRÒ]…
  --username  tên đăng nhập, ví dụ lan.nt
  --unit      mã đơn vị hoặc mã định danh điện tử; bỏ trống là đơn vị cao nhất
  --role      mã vai trò, ghi được nhiều lần, ví dụ receptionist (docs/rights.md)`
const TOKEN_USAGE = `create-token --partner MÃ [--name "TÊN ĐỐI TÁC"] --unit MÃ_ĐƠN_VỊ --right QUYỀN… [--until NĂM-THÁNG-NGÀY]
  --name   cần khi đối tác chưa có trong hệ thống
  --unit   mã đơn vị hoặc mã định danh điện tử; mã truy cập chỉ dùng được trong đơn vị này và cấp dưới
  --right  tên quyền, ghi được nhiều lần hoặc cách nhau bằng dấu phẩy, ví dụ dossier.read (docs/rights.md)
  --until  ngày dùng cuối cùng`

const WRONG_USE = 2
const REFUSED = 1

/** Adds an officer with roles at a unit (by default at the root) and prints the first password. Returns the exit code. */
export const runCreateUser = (args: string[], open: OpenServices, io: CommandOutput): Promise<number> =>
  run(args, io, USER_USAGE, async () => {
    const { values } = parseArgs({
      args,
      options: {
        username: { type: 'string' },
        name: { type: 'string' },
        unit: { type: 'string' },
        role: { type: 'string', multiple: true },
      },
    })
    if (!values.username || !values.name) throw new Usage('Thiếu --username hoặc --name.')
    const { database, clock, perform } = await open()
    const actor = systemActor('create-user')
    const unit = values.unit ? await unitOf(database, values.unit) : await getRootUnit(database)
    const roles = await Promise.all(
      (values.role ?? []).map(async (code) => {
        const role = await findRoleByCode(database, code)
        if (!role) throw new Refusal(`Không có vai trò mã ${code}.`)
        return role
      }),
    )
    const { id, password } = await perform(actor, addOfficer, {
      username: values.username,
      fullName: values.name,
      staffKind: 'civil-servant',
      homeUnitId: unit.id,
    })
    for (const role of roles)
      await perform(actor, assignRole, { officerId: id, roleId: role.id, unitId: unit.id, validFrom: localDate(clock.now()) })
    io.out(`Đã tạo ${values.username} tại ${unit.name}.`)
    io.out(`Mật khẩu lần đầu: ${password}`)
  })

/** Issues a partner's token and prints it once. Returns the exit code. */
export const runCreateToken = (args: string[], open: OpenServices, io: CommandOutput): Promise<number> =>
  run(args, io, TOKEN_USAGE, async () => {
    const { values } = parseArgs({
      args,
      options: {
        partner: { type: 'string' },
        name: { type: 'string' },
        unit: { type: 'string' },
        right: { type: 'string', multiple: true },
        until: { type: 'string' },
      },
    })
    if (!values.partner || !values.unit || !values.right) throw new Usage('Thiếu --partner, --unit hoặc --right.')
    const { database, perform } = await open()
    const unit = await unitOf(database, values.unit)
    const { token } = await perform(systemActor('create-token'), makeToken, {
      partnerCode: values.partner,
      partnerName: values.name,
      unitId: unit.id,
      rights: values.right.flatMap((list) => list.split(',')),
      lastDay: values.until,
    })
    io.out(token)
  })

async function unitOf(db: Queryable, code: string): Promise<Unit> {
  const unit = (await findUnitByCode(db, code)) ?? (await findUnitByAgencyCode(db, code))
  if (!unit) throw new Refusal(`Không có đơn vị mã ${code}.`)
  return unit
}

/** The command was not understood. */
class Usage extends Error {}
/** It was understood and cannot be done. */
class Refusal extends Error {}

async function run(args: readonly string[], io: CommandOutput, usage: string, work: () => Promise<void>): Promise<number> {
  if (args.includes('--help')) {
    io.out(`Cách dùng: ${usage}`)
    return 0
  }
  try {
    await work()
    return 0
  } catch (error) {
    if (error instanceof Refusal) {
      io.error(error.message)
      return REFUSED
    }
    if (error instanceof AppError) {
      const fields = Object.entries(error.fields).map(([field, sentence]) => `  ${field}: ${sentence}`)
      io.error([error.sentence('vi'), ...fields].join('\n'))
      return REFUSED
    }
    const wrong = error instanceof Usage ? error.message : sentenceOf(error)
    if (wrong === undefined) throw error
    io.error(`${wrong}\nCách dùng: ${usage}`)
    return WRONG_USE
  }
}

/** What `parseArgs` says, in our words; undefined when the error is not its own. */
function sentenceOf(error: unknown): string | undefined {
  const { code, message } = error as { code?: string; message: string }
  const named = /'([^'\s]+)/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Không có tuỳ chọn ${named}.`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `Tuỳ chọn ${named} thiếu giá trị.`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `Không hiểu “${named}”.`
    default:
      return undefined
  }
}
