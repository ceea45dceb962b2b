import { describe, expect, test } from 'vitest'
import { createPerform } from '#platform/action.ts'
import { publicActor } from '#platform/actor.ts'
import { movableClock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { instantAt } from '#platform/text/dates.ts'
import { seedReference } from '../../../db/seeds/reference.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { isUnused, prepareSetUp, setUp } from './actions/set-up.ts'
import { runCreateToken, runCreateUser } from './cli.ts'
import { authorise } from './policy/authorise.ts'
import { findOfficerByUsername } from './queries/officers.ts'
import { findApiToken } from './queries/tokens.ts'
import './rights.ts'
import { createIdentify } from './sign-in/identify.ts'
import { signIn } from './sign-in/sign-in.ts'

const { database } = await testDatabase()
const NOW = instantAt('2026-11-24', '08:00')
const clock = movableClock(NOW)
const services = { database, clock, perform: createPerform({ database, clock, authorise, listeners: new Map() }) }
await seedReference(database)

const form = {
  unitName: 'UBND xã Minh Họa',
  unitKind: 'commune',
  agencyCode: 'h50.199',
  fullName: 'Phạm Thị Quản Trị',
  username: 'quantri',
  password: 'Gió biển 2026',
  again: 'Gió biển 2026',
}

describe('first set-up', () => {
  test('needs the code of the console, works once, and makes an administrator of the whole', async () => {
    expect(await isUnused(database)).toBe(true)
    const code = (await prepareSetUp(database, NOW)) ?? ''
    expect((await refusal({ ...form, code: 'AAAAAAAAAA' })).fields.code).toBeDefined()
    expect((await refusal({ ...form, code, password: 'yeu', again: 'yeu' })).fields.password).toBeDefined()
    expect((await refusal({ ...form, code, again: 'khác' })).fields.again).toBeDefined()
    await services.perform(publicActor, setUp, { ...form, code })
    expect((await refusal({ ...form, username: 'kehai', code })).code).toBe('identity.setup-done')
    expect(await prepareSetUp(database, NOW)).toBeUndefined()

    const { secret } = await signIn(services, { username: 'quantri', password: form.password }, {})
    const viewer = await createIdentify(services)({ ip: '::1', cookies: { session: secret } })
    expect([viewer.holds('identity.manage-roles'), viewer.holds('dossier.read'), viewer.mustVisit]).toEqual([true, false, undefined])
    const root = await database.selectFrom('unit').select(['name', 'kind', 'level', 'agencyCode']).executeTakeFirstOrThrow()
    expect(root).toEqual({ name: 'UBND xã Minh Họa', kind: 'commune', level: 'commune', agencyCode: 'H50.199' })
  })

  async function refusal(input: object): Promise<AppError> {
    const error = await services.perform(publicActor, setUp, input).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (error instanceof AppError) return error
    throw error ?? new Error('It was not refused')
  }
})

describe('commands', () => {
  const run = async (command: typeof runCreateUser, ...args: string[]) => {
    const lines: string[] = []
    const errors: string[] = []
    const exit = await command(args, async () => services, { out: (line) => lines.push(line), error: (line) => errors.push(line) })
    return { exit, lines, errors: errors.join('\n') }
  }

  test('create-user prints a first password that must be changed', async () => {
    const { exit, lines } = await run(
      runCreateUser,
      '--username',
      'tiepnhan',
      '--name',
      'Lê Thị Nhận',
      '--role',
      'receptionist',
      '--role',
      'return-officer',
    )
    expect(exit).toBe(0)
    const password = lines.at(-1)?.split(': ')[1]
    const { secret } = await signIn(services, { username: 'tiepnhan', password }, {})
    const viewer = await createIdentify(services)({ ip: '::1', cookies: { session: secret } })
    expect([viewer.mustVisit, viewer.holds('intake.receive'), viewer.holds('intake.return-result')]).toEqual(['/mat-khau', true, true])
  })

  test('create-user says in one sentence what is wrong', async () => {
    expect(await run(runCreateUser)).toMatchObject({ exit: 2, errors: expect.stringContaining('Cách dùng: create-user') })
    expect(await run(runCreateUser, '--username', 'tiepnhan', '--name', 'Lê Thị Nhận')).toMatchObject({
      exit: 1,
      errors: expect.stringContaining('đã có người dùng'),
    })
    expect(await run(runCreateUser, '--username', 'ai', '--name', 'A', '--role', 'vua')).toMatchObject({
      exit: 1,
      errors: expect.stringContaining('Không có vai trò mã vua'),
    })
    expect(await run(runCreateUser, '--la')).toMatchObject({ exit: 2, errors: expect.stringContaining('Không có tuỳ chọn --la.') })
    expect(await run(runCreateUser, '--username')).toMatchObject({ exit: 2, errors: expect.stringContaining('thiếu giá trị') })
    expect(await run(runCreateUser, 'la')).toMatchObject({ exit: 2, errors: expect.stringContaining('Không hiểu “la”.') })
    expect(await run(runCreateUser, '--help')).toMatchObject({ exit: 0, lines: [expect.stringContaining('--username')], errors: '' })
    expect(await run(runCreateUser, '--username', 'ai', '--name', 'A B', '--unit', 'H99')).toMatchObject({
      exit: 1,
      errors: 'Không có đơn vị mã H99.',
    })
    expect(await findOfficerByUsername(database, 'ai')).toBeUndefined()
  })

  test('create-token prints the token alone', async () => {
    const { exit, lines } = await run(
      runCreateToken,
      '--partner',
      'LGSP',
      '--name',
      'Trục tỉnh',
      '--unit',
      'H50.199',
      '--right',
      'identity.read-party,identity.save-party',
      '--until',
      '2026-12-31',
    )
    expect([exit, lines.length]).toEqual([0, 1])
    expect(await findApiToken(database, lines[0] ?? '', NOW)).toMatchObject({
      partnerCode: 'LGSP',
      rights: ['identity.read-party', 'identity.save-party'],
    })
    expect(await run(runCreateToken, '--partner', 'X')).toMatchObject({
      exit: 2,
      errors: expect.stringContaining('Cách dùng: create-token'),
    })
    expect(await run(runCreateToken, '--partner', 'LGSP', '--unit', 'ROOT', '--right', 'khong.co')).toMatchObject({
      exit: 1,
      errors: expect.stringContaining('quyền không tồn tại'),
    })
    expect(
      await run(runCreateToken, '--partner', 'LGSP', '--unit', 'ROOT', '--right', 'identity.read-party', '--until', '2026-11-23'),
    ).toMatchObject({
      exit: 1,
      errors: expect.stringContaining('lastDay: Ngày dùng cuối cùng phải từ hôm nay trở đi.'),
    })
  })
})
