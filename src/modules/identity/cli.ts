/** The commands `create-user` and `create-token`; the dispatcher is in `src/cli`. They act as the system and leave the same trail as a page. */
import { parseArgs } from 'node:util'
import { findUnitByCode, getRootUnit } from '#modules/organization/index.ts'
import { systemActor } from '#platform/actor.ts'
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

const USER_USAGE = 'create-user --username TÊN --name "HỌ TÊN" [--unit MÃ_ĐƠN_VỊ] [--role MÃ_VAI_TRÒ]…'
const TOKEN_USAGE = 'create-token --partner MÃ --name "TÊN ĐỐI TÁC" --unit MÃ_ĐƠN_VỊ --right QUYỀN… [--until NĂM-THÁNG-NGÀY]'

/** Adds an officer with roles at a unit (by default at the root) and prints the first password. Returns the exit code. */
export const runCreateUser = (args: string[], { database, clock, perform }: CommandServices, io: CommandOutput): Promise<number> =>
  run(io, USER_USAGE, async () => {
    const { values } = parseArgs({
      args,
      options: {
        username: { type: 'string' },
        name: { type: 'string' },
        unit: { type: 'string' },
        role: { type: 'string', multiple: true },
      },
    })
    if (!values.username || !values.name) throw new Usage()
    const actor = systemActor('create-user')
    const unit = values.unit ? await findUnitByCode(database, values.unit) : await getRootUnit(database)
    if (!unit) throw new Usage(`Không có đơn vị mã ${values.unit}.`)
    const roles = await Promise.all(
      (values.role ?? []).map(async (code) => {
        const role = await findRoleByCode(database, code)
        if (!role) throw new Usage(`Không có vai trò mã ${code}.`)
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
export const runCreateToken = (args: string[], { database, perform }: CommandServices, io: CommandOutput): Promise<number> =>
  run(io, TOKEN_USAGE, async () => {
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
    if (!values.partner || !values.unit || !values.right) throw new Usage()
    const unit = await findUnitByCode(database, values.unit)
    if (!unit) throw new Usage(`Không có đơn vị mã ${values.unit}.`)
    const { token } = await perform(systemActor('create-token'), makeToken, {
      partnerCode: values.partner,
      partnerName: values.name,
      unitId: unit.id,
      rights: values.right.flatMap((list) => list.split(',')),
      lastDay: values.until,
    })
    io.out(token)
  })

class Usage extends Error {}

async function run(io: CommandOutput, usage: string, work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (error instanceof AppError)
      io.error([error.sentence('vi'), ...Object.entries(error.fields).map(([field, sentence]) => `  ${field}: ${sentence}`)].join('\n'))
    else if (error instanceof Usage || (error instanceof TypeError && 'code' in error))
      io.error([error.message, `Cách dùng: ${usage}`].filter(Boolean).join('\n'))
    else throw error
    return 1
  }
}
