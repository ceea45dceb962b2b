/** People are ill or on leave, and somebody of the same role stands in for them. */

import { dateOf, dayNumber } from '../../../src/modules/calendar/index.ts'
import { recordAbsence } from '../../../src/modules/identity/index.ts'
import { localDate } from '../../../src/platform/text/dates.ts'
import type { Random } from '../random.ts'
import { officer } from './act.ts'
import type { World } from './world.ts'

/** Of those who have somebody to stand in, away in a week. */
const AWAY_SHARE = 0.04
const DAYS_TO_MONDAY = 3

/** On a Friday, those of the next week. */
export async function recordAbsences(world: World, random: Random): Promise<void> {
  const monday = dayNumber(localDate(world.clock.now())) + DAYS_TO_MONDAY
  const standIns = new Set<number>()
  const away = new Set<number>()
  for (const members of await groups(world))
    for (const id of members) {
      if (!random.chance(AWAY_SHARE) || standIns.has(id)) continue
      const substituteId = members.find((other) => other !== id && !away.has(other))
      if (substituteId === undefined) continue
      away.add(id)
      standIns.add(substituteId)
      const first = monday + random.between(0, 4)
      const lastDay = dateOf(Math.min(monday + 4, first + random.between(0, 4)))
      await world.perform(officer(id), recordAbsence, { substituteId, firstDay: dateOf(first), lastDay, reason: 'Nghỉ phép.' })
    }
}

/** Officers with the same role at the same unit and no other, in the order of their ids. */
async function groups({ database }: World): Promise<number[][]> {
  const rows = await database
    .selectFrom('roleAssignment as a')
    .innerJoin('role as r', 'r.id', 'a.roleId')
    .select(['a.officerId', 'a.roleId', 'a.unitId'])
    .where('r.code', 'in', ['receptionist', 'return-officer', 'specialist', 'agency-leader', 'centre-head'])
    .orderBy('a.unitId')
    .orderBy('a.roleId')
    .orderBy('a.officerId')
    .execute()
  const byPlace = Map.groupBy(rows, ({ roleId, unitId }) => `${roleId}/${unitId}`)
  return [...byPlace.values()].map((members) => members.map(({ officerId }) => officerId)).filter(({ length }) => length > 1)
}
