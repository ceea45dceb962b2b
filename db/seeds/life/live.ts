/**
 * Life of a province on a moved clock, through the real actions and nothing else. The same plan gives the same bytes: every choice comes from the plan's seed, each dossier draws
 * from a generator of its own, and what happens is done one after the other in the order of time.
 */
import { addWorkingMinutes } from '../../../src/modules/calendar/index.ts'
import { hasEnded, isLate } from '../../../src/modules/dossier/index.ts'
import type { movableClock } from '../../../src/platform/clock.ts'
import { AppError } from '../../../src/platform/errors.ts'
import { type Random, randomFrom } from '../random.ts'
import type { Act, Look } from './act.ts'
import { ACTS } from './acts/index.ts'
import { taskInView } from './acts/steps.ts'
import { type Arrival, arrivals } from './arrivals.ts'
import { HABITS, LOOSE_ENDS } from './habits.ts'
import { lookAt, readAbout } from './look.ts'
import type { Plan } from './plan.ts'
import { createQueue, type Queue } from './queue.ts'
import { arrive } from './receive.ts'
import { ROUNDS, type Round } from './rounds.ts'
import { tellApplicants } from './tell-applicants.ts'
import type { World } from './world.ts'

export interface Lived {
  dossiers: number
  /** Requests of people; what the system did by itself is not among them. */
  acts: number
}

/** What waits to happen. An intention that has been replaced by another has an old `turn`. */
type Happening =
  | { kind: 'arrival'; arrival: Arrival }
  | { kind: 'act'; life: Life; act: Act; turn: number }
  | { kind: 'round'; round: Round }

/** A dossier on its way. */
interface Life {
  look: Look
  random: Random
  turn: number
  hasBeenLate: boolean
}

interface Stage {
  world: World
  clock: ReturnType<typeof movableClock>
  queue: Queue<Happening>
  lives: Set<Life>
  lived: Lived
}

/** `world.clock` is `clock` and is moved; it stands at the plan's end afterwards. */
export async function live(
  world: World,
  clock: ReturnType<typeof movableClock>,
  plan: Plan,
  progress: (done: number, total: number) => void = () => {},
): Promise<Lived> {
  const queue = createQueue<Happening>()
  const coming = arrivals(world, plan)
  for (const arrival of coming) queue.put(arrival.at, { kind: 'arrival', arrival })
  const chance = randomFrom(plan.seed ^ ROUNDS_APART)
  for (const round of ROUNDS.filter(({ isForTheTidy }) => !isForTheTidy || plan.isTidy))
    queue.put(round.first(plan.from), { kind: 'round', round })
  const stage: Stage = { world, clock, queue, lives: new Set(), lived: { dossiers: 0, acts: 0 } }
  for (let next = queue.take(); next && next.at <= plan.until; next = queue.take()) {
    clock.set(next.at)
    const { item } = next
    if (item.kind === 'round') {
      await item.round.run(world, chance)
      queue.put(item.round.next(next.at), item)
      wakeTheLate(stage)
    } else if (item.kind === 'arrival') {
      await begin(stage, item.arrival)
      progress(++stage.lived.dossiers, coming.length)
    } else if (item.turn === item.life.turn) await goOn(stage, item.life, item.act)
  }
  clock.set(plan.until)
  if (plan.isTidy) await leaveTidy(stage)
  return stage.lived
}

/** Chance of the rounds and of the arrivals must not go together. */
const ROUNDS_APART = 0x5eed

async function begin(stage: Stage, arrival: Arrival): Promise<void> {
  const { world, clock, lived, lives } = stage
  const random = randomFrom(arrival.seed)
  const dossierId = await arrive(world, arrival, random)
  lived.acts++
  if (dossierId === undefined) return
  const life: Life = {
    look: await lookAt(world.database, await readAbout(world.database, dossierId), clock.now()),
    random,
    turn: 0,
    hasBeenLate: false,
  }
  lives.add(life)
  intend(stage, life)
}

/** Does what was meant to be done, unless something else has come in between; then thinks of what comes next. */
async function goOn(stage: Stage, life: Life, act: Act): Promise<void> {
  const { world, clock } = stage
  const before = life.look.actions.length
  life.look = await lookAt(world.database, life.look.about, clock.now(), life.look)
  if (life.look.actions.length === before && act.isLegal(life.look, world)) {
    await done(stage, life, act)
  }
  intend(stage, life)
}

/** What is legal must be accepted; where it is not, the simulation or the program is wrong. */
async function done({ world, clock, lived }: Stage, life: Life, act: Act): Promise<void> {
  const request = await act.request(life.look, world, life.random)
  if (!request) return
  try {
    await request.send(world.perform)
  } catch (error) {
    const why = error instanceof AppError ? `${error.code}: ${error.sentence('vi')} ${JSON.stringify(error.fields)}` : String(error)
    throw new Error(`${act.name} on dossier ${life.look.about.code} in ${life.look.state.state}: ${why}`, { cause: error })
  }
  lived.acts++
  life.look = await lookAt(world.database, life.look.about, clock.now(), life.look)
}

/** Nothing, where the dossier has ended or waits for somebody who will not come. */
function intend({ world, queue, lives }: Stage, life: Life): void {
  const { look, random } = life
  const turn = ++life.turn
  for (const { act, share, when, after } of INTENTIONS) {
    if ((when && !when(look, world)) || !act.isLegal(look, world) || !random.chance(share)) continue
    const unitId = taskInView(look)?.unitId ?? look.about.receivingUnitId
    const minutes = Math.max(2, Math.round(after(look, world, random)))
    queue.put(addWorkingMinutes(world.calendarAt(unitId), look.now, minutes), { kind: 'act', life, act, turn })
    return
  }
  if (hasEnded(look.state) && (look.state.returnedAt !== undefined || look.open.length === 0)) lives.delete(life)
}

/** What would lie there over its time is done now, whatever was intended. */
async function leaveTidy(stage: Stage): Promise<void> {
  for (const life of stage.lives)
    for (const { act, isDue } of LOOSE_ENDS) {
      life.look = await lookAt(stage.world.database, life.look.about, stage.clock.now(), life.look)
      if (isDue(life.look, stage.world)) await done(stage, life, named(act))
    }
  await tellApplicants(stage.world, { isOnlyOverdue: true })
}

/** Once in a life: whoever answers for it thinks again, because an apology is owed. */
function wakeTheLate(stage: Stage): void {
  const { lives, clock } = stage
  const now = clock.now()
  for (const life of lives) {
    const { state } = life.look
    if (life.hasBeenLate || !state.clock || state.finishedAt || !isLate(state.clock, now)) continue
    life.hasBeenLate = true
    life.look = { ...life.look, now }
    intend(stage, life)
  }
}

function named(name: string): Act {
  const act = ACTS.find((each) => each.name === name)
  if (!act) throw new Error(`There is no act ${name}`)
  return act
}

const INTENTIONS = HABITS.map(({ act, ...habit }) => ({ ...habit, act: named(act) }))
