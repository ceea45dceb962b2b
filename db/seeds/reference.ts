/** What every installation needs before anybody can work, demonstration or not: roles with rights, positions, administrative areas. Safe to run at every start. */
import type { Queryable } from '#platform/database.ts'
import { seedAreas } from './organization/areas.ts'
import { seedPositions } from './organization/positions.ts'
import { seedRoles } from './roles.ts'

export async function seedReference(db: Queryable): Promise<void> {
  await seedRoles(db)
  await seedPositions(db)
  await seedAreas(db)
}
