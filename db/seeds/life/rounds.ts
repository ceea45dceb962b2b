/** What happens by the calendar and not to one dossier: the system's jobs, absences. */

import { pino } from 'pino'
import { dateOf, dayNumber } from '../../../src/modules/calendar/index.ts'
import { closeUnansweredDossiers } from '../../../src/modules/intake/index.ts'
import { recordLateness } from '../../../src/modules/settlement/index.ts'
import { instantAt, localDate } from '../../../src/platform/text/dates.ts'
import type { Random } from '../random.ts'
import { recordAbsences } from './absences.ts'
import { tellApplicants } from './tell-applicants.ts'
import type { World } from './world.ts'

export interface Round {
  name: string
  /** The first time on or after the day. */
  first(day: string): Date
  next(last: Date): Date
  run(world: World, random: Random): Promise<void>
  /** Only where the plan says so. */
  isForTheTidy?: true
}

const daily = (time: string): Pick<Round, 'first' | 'next'> => ({
  first: (day) => instantAt(day, time),
  next: (last) => instantAt(dateOf(dayNumber(localDate(last)) + 1), time),
})

const weekly = (weekday: number, time: string): Pick<Round, 'first' | 'next'> => ({
  first(day) {
    const number = dayNumber(day)
    return instantAt(dateOf(number + ((weekday - isoWeekday(number) + 7) % 7)), time)
  },
  next: (last) => instantAt(dateOf(dayNumber(localDate(last)) + 7), time),
})

const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

const FRIDAY = 5

export const ROUNDS: readonly Round[] = [
  { name: 'absences', ...weekly(FRIDAY, '17:00'), run: recordAbsences },
  { name: 'close-unanswered', ...daily('00:23'), run: closeTheUnanswered },
  { name: 'find-overdue', ...daily('07:00'), run: recordTheLate },
  ...['08:45', '10:15', '13:45', '15:15', '16:45'].map((time) => ({
    name: 'tell-applicants',
    ...daily(time),
    run: (world: World) => tellApplicants(world),
    isForTheTidy: true as const,
  })),
]

async function recordTheLate({ perform, database, clock }: World): Promise<void> {
  const log = pino({ level: 'silent' })
  for (let last = { recorded: 1, failed: 0 }; last.recorded > 0; ) {
    last = await recordLateness({ perform, database, clock, log })
    if (last.failed > 0) throw new Error(`The lateness of ${last.failed} dossiers could not be written down`)
  }
}

async function closeTheUnanswered(world: World): Promise<void> {
  const { failed } = await closeUnansweredDossiers(world, world.clock.now())
  const [first] = failed
  if (first) throw new Error(`Dossier ${first.dossierId} could not be closed`, { cause: first.error })
}
