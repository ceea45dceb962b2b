/** The table of docs/rights.md, each cell tried on a real database: allowed within the unit, refused outside it and to roles without the right. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { authorise, listRoles, type Role, rightsTable } from '../../src/modules/identity/index.ts'
import { findUnitByCode } from '../../src/modules/organization/index.ts'
import { allRights } from '../../src/platform/rights.ts'
import { instantAt } from '../../src/platform/text/dates.ts'
import { testDatabase } from '../../tests/support/database.ts'
import { seedOrganization } from './organization/index.ts'
import { seedRoleList } from './roles.ts'

const { database } = await testDatabase()
const now = instantAt('2026-11-24', '09:00')
const modules = join(import.meta.dirname, '../../src/modules')
let roles: Role[] = []
let rights: string[] = []
let department: { id: number; path: string }
let division: { id: number }
let other: { id: number }
const holders = new Map<string, number>()

beforeAll(async () => {
  // Rights are declared where their module is loaded.
  for (const name of readdirSync(modules)) await import(join(modules, name, 'index.ts'))
  await database.transaction().execute((tx) => seedOrganization(tx, now))
  roles = await listRoles(database)
  rights = allRights().map(([name]) => name)
  department = await unit('QT.SVHTTDL')
  division = await unit('QT.SVHTTDL.P1')
  other = await unit('QT.SYT')
  for (const role of roles) holders.set(role.code, await officerWith(role))
})

describe('docs/rights.md', () => {
  test('is what the roles and rights make now', async () => {
    const committed = readFileSync(join(import.meta.dirname, '../../docs/rights.md'), 'utf8')
    expect(committed === (await rightsTable(database)), 'npm run -s motcua -- rights > docs/rights.md').toBe(true)
  })

  test('every right of a role is declared, and every declared right is held by some role', () => {
    const given = new Set(seedRoleList.flatMap((role) => role.rights))
    expect([...given].filter((right) => !rights.includes(right))).toEqual([])
    expect(rights.filter((right) => !given.has(right))).toEqual([])
  })

  test('every right guards something: an action, a page or an endpoint names it', () => {
    const source = readdirSync(join(modules, '..'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|(^|\/)rights\.ts$/.test(name))
      .map((name) => readFileSync(join(modules, '..', name), 'utf8'))
      .join('\n')
    expect(rights.filter((right) => !source.includes(`'${right}'`))).toEqual([])
  })

  test('each cell: allowed within the unit, refused above and beside it, and to roles without the right', async () => {
    const wrong: string[] = []
    let tried = 0
    for (const role of roles) {
      const actor = { kind: 'officer', id: holders.get(role.code) ?? 0 } as const
      for (const right of rights) {
        const isHeld = role.rights.includes(right)
        const asks: [string, number | undefined, boolean][] = [
          ['at the unit', department.id, isHeld],
          ['below it', division.id, isHeld],
          ['at another unit', other.id, false],
          ['for the whole system', undefined, false],
        ]
        for (const [where, unitId, expected] of asks) {
          tried++
          const answer = await database.transaction().execute((tx) => authorise(tx, actor, right, unitId, now))
          if (answer !== expected) wrong.push(`${role.code} ${right} ${where}: ${answer}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(tried).toBe(roles.length * rights.length * 4)
  })

  test('at the root a role holds everywhere', async () => {
    const holder = await database.selectFrom('officer').select('id').where('username', '=', 'quantri').executeTakeFirstOrThrow()
    const admin = seedRoleList.find(({ code }) => code === 'system-admin')
    for (const right of rights)
      for (const unitId of [undefined, department.id, other.id])
        expect(
          await database.transaction().execute((tx) => authorise(tx, { kind: 'officer', id: holder.id }, right, unitId, now)),
          `${right} ${unitId}`,
        ).toBe(admin?.rights.includes(right))
  })

  test('the administrator sees no dossier', () => {
    const admin = seedRoleList.find(({ code }) => code === 'system-admin')
    expect(admin?.rights.filter((right) => /^(dossier|intake|workflow|papers|documents)\./.test(right))).toEqual([])
  })
})

async function unit(code: string): Promise<{ id: number; path: string }> {
  const found = await findUnitByCode(database, code)
  if (!found) throw new Error(code)
  return found
}

/** Somebody who holds this one role, at the department, and nothing else. */
async function officerWith(role: Role): Promise<number> {
  const { id } = await database
    .insertInto('officer')
    .values({
      username: `test.${role.code}`,
      fullName: 'Người Thử',
      searchName: 'nguoi thu',
      staffKind: 'contract',
      homeUnitId: other.id,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await database
    .insertInto('roleAssignment')
    .values({ officerId: id, roleId: role.id, unitId: department.id, validFrom: '2026-11-01', createdAt: now })
    .execute()
  return id
}
