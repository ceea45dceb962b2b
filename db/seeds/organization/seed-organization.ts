/** Writes the demonstration province in a few statements: some 480 units and 700 officers. */
import { hashPassword } from '#modules/identity/index.ts'
import { unitSearchName } from '#modules/organization/index.ts'
import type { Queryable } from '#platform/database.ts'
import { searchable } from '#platform/text/searchable.ts'
import { seedReference } from '../reference.ts'
import { seedParties } from './parties.ts'
import { inventedPerson } from './people.ts'
import { CENTRE, centreCounters, quangTriUnits, type SeedUnit, SINCE } from './quang-tri.ts'
import { type SeedOfficer, seedOfficers } from './staffing.ts'

/** Of every demonstration account; all others have it too but must change it at the first sign-in. */
export const demonstrationPassword = 'MotCua#2026'

/** Units, counters, roles, officers and invented parties. For an empty database, in one transaction of the caller. */
export async function seedOrganization(db: Queryable, now: Date, since = SINCE): Promise<void> {
  await seedReference(db)
  const units = await quangTriUnits()
  const unitIds = await insertUnits(db, units, now, since)
  await insertCounters(db, idOf(unitIds, CENTRE), since)
  await insertOfficers(db, seedOfficers(units), unitIds, now, since)
  await seedParties(db, now)
}

/** Level by level, because a unit needs the id of the one above. */
async function insertUnits(db: Queryable, units: readonly SeedUnit[], now: Date, since: string): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  let waiting = [...units]
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parent }) => !parent || ids.has(parent))
    if (ready.length === 0) throw new Error(`Units without a unit above: ${waiting.map(({ code }) => code).join(', ')}`)
    const rows = await db
      .insertInto('unit')
      .values(
        ready.map(({ parent, ...unit }) => ({
          ...unit,
          parentId: parent ? idOf(ids, parent) : null,
          searchName: unitSearchName(unit),
          validFrom: since,
          createdAt: now,
        })),
      )
      .returning(['id', 'code'])
      .execute()
    for (const { id, code } of rows) ids.set(code, id)
    waiting = waiting.filter(({ code }) => !ids.has(code))
  }
  return ids
}

async function insertCounters(db: Queryable, unitId: number, since: string): Promise<void> {
  await db
    .insertInto('counter')
    .values(centreCounters.map((name, index) => ({ unitId, number: index + 1, name, validFrom: since })))
    .execute()
}

async function insertOfficers(
  db: Queryable,
  officers: readonly SeedOfficer[],
  unitIds: Map<string, number>,
  now: Date,
  since: string,
): Promise<void> {
  const positionIds = await idsByCode(db.selectFrom('position').select(['id', 'code']).execute())
  const roleIds = await idsByCode(db.selectFrom('role').select(['id', 'code']).execute())
  // One hash for all: argon2id is slow on purpose.
  const passwordHash = await hashPassword(demonstrationPassword)
  const rows = await db
    .insertInto('officer')
    .values(
      officers.map(({ username, home, position, staffKind, isDemonstration }, n) => {
        const fullName = inventedPerson(n).name
        return {
          username,
          fullName,
          searchName: searchable(`${fullName} ${username}`),
          staffKind,
          homeUnitId: idOf(unitIds, home),
          positionId: idOf(positionIds, position),
          passwordHash,
          passwordChangedAt: now,
          mustChangePassword: !isDemonstration,
          isInvented: true,
          createdAt: now,
        }
      }),
    )
    .returning(['id', 'username'])
    .execute()
  const officerIds = new Map(rows.map(({ id, username }) => [username, id]))
  await db
    .insertInto('roleAssignment')
    .values(
      officers.flatMap(({ username, roles }) =>
        roles.map(({ role, unit }) => ({
          officerId: idOf(officerIds, username),
          roleId: idOf(roleIds, role),
          unitId: idOf(unitIds, unit),
          validFrom: since,
          createdAt: now,
        })),
      ),
    )
    .execute()
}

async function idsByCode(rows: Promise<{ id: number; code: string }[]>): Promise<Map<string, number>> {
  return new Map((await rows).map(({ id, code }) => [code, id]))
}

function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`The seed names “${code}”, which does not exist`)
  return id
}
