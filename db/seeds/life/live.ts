/**
 * Life of a province on a moved clock, through the real actions and nothing else. The same plan gives the same bytes: every choice comes from the plan's seed, each dossier draws
 * from a generator of its own, and what happens is done one after the other in the order of time.
 */
import { addWorkingMinutes, isWorking, nextWorkingMoment } from '../../../src/modules/calendar/index.ts'
import type { movableClock } from '../../../src/platform/clock.ts'
import { AppError } from '../../../src/platform/errors.ts'
import { type Random, randomFrom } from '../random.ts'
import type { Act, Look } from './act.ts'
import { ACTS } from './acts/index.ts'
import { taskInView } from './acts/steps.ts'
import { type Arrival, arrivals } from './arrivals.ts'
import { HABITS } from './habits.ts'
import { lookAt, readAbout } from './look.ts'
import type { Plan } from './plan.ts'
import { createQueue, type Queue } from './queue.ts'
import { arrive } from './receive.ts'
import { ROUNDS, type Round } from './rounds.ts'
import type { World } from './world.ts'

export interface Lived {
  dossiers: number
  acts: number
}

/** What waits to happen. */
type Happening = { kind: 'arrival'; arrival: Arrival } | { kind: 'act'; life: Life; act: Act } | { kind: 'round'; round: Round }

/** A dossier on its way. */
interface Life {
  look: Look
  random: Random
}

interface Stage {
  world: World
  clock: ReturnType<typeof movableClock>
  queue: Queue<Happening>
  until: Date
  lived: Lived
}

/** `world.clock` is moved; it stands at the plan's end afterwards. */
export async function live(
  world: World,
  clock: ReturnType<typeof movableClock>,
  plan: Plan,
  progress: (done: number, total: number) => void = () => {},
): Promise<Lived> {
  const queue = createQueue<Happening>()
  const coming = arrivals(world, plan)
  for (const arrival of coming) queue.put(arrival.at, { kind: 'arrival', arrival })
  const rounds = randomFrom(plan.seed ^ 0x5eed)
  for (const round of ROUNDS) queue.put(round.first(plan.from), { kind: 'round', round })
  const stage: Stage = { world, clock, queue, until: plan.until, lived: { dossiers: 0, acts: 0 } }
  for (let next = queue.take(); next && next.at <= plan.until; next = queue.take()) {
    clock.set(next.at)
    const { item } = next
    if (item.kind === 'round') {
      await item.round.run(world, rounds)
      queue.put(item.round.next(next.at), item)
    } else if (item.kind === 'arrival') {
      await begin(stage, item.arrival)
      progress(++stage.lived.dossiers, coming.length)
    } else await goOn(stage, item.life, item.act)
  }
  clock.set(plan.until)
  return stage.lived
}

async function begin(stage: Stage, arrival: Arrival): Promise<void> {
  const { world, clock, lived } = stage
  const random = randomFrom(arrival.seed)
  const calendar = world.calendarAt(arrival.offer.receivingUnitId)
  // TODO(online): until filings are received later, they come when the office is open.
  if (!isWorking(calendar, clock.now())) clock.set(nextWorkingMoment(calendar, clock.now()))
  const dossierId = await arrive(world, arrival, random)
  lived.acts++
  const look = await lookAt(world.database, await readAbout(world.database, dossierId), clock.now())
  intend(stage, { look, random })
}

/** Does what was meant to be done, unless something else has come in between; then thinks of what comes next. */
async function goOn(stage: Stage, life: Life, act: Act): Promise<void> {
  const { world, clock, lived } = stage
  const before = life.look.actions.length
  life.look = await lookAt(world.database, life.look.about, clock.now(), life.look)
  if (life.look.actions.length === before && act.isLegal(life.look, world)) {
    const request = await act.request(life.look, world, life.random)
    if (request) {
      try {
        await request.send(world.perform)
      } catch (error) {
        throw new Error(`${act.name} on dossier ${life.look.about.code}: ${error instanceof AppError ? error.sentence('vi') : error}`, {
          cause: error,
        })
      }
      lived.acts++
      life.look = await lookAt(world.database, life.look.about, clock.now(), life.look)
    }
  }
  intend(stage, life)
}

/** Nothing, where the dossier has ended or waits for somebody who will not come. */
function intend({ world, queue }: Stage, life: Life): void {
  const { look, random } = life
  for (const { act: name, share, when, after } of HABITS) {
    const act = BY_NAME.get(name)
    if (!act) throw new Error(`A habit of an act that is not known: ${name}`)
    if ((when && !when(look, world)) || !act.isLegal(look, world) || !random.chance(share)) continue
    const unitId = taskInView(look)?.unitId ?? look.about.receivingUnitId
    const minutes = Math.max(2, Math.round(after(look, world, random)))
    queue.put(addWorkingMinutes(world.calendarAt(unitId), look.now, minutes), { kind: 'act', life, act })
    return
  }
}

const BY_NAME: ReadonlyMap<string, Act> = new Map(ACTS.map((act) => [act.name, act]))
