/**
 * A random walk of one dossier through the real actions: acts that are legal and acts that are not, by who may and by who may not, once, twice with the same key, and two at the same
 * moment. After each the dossier must be what the law and its own history say. A walk is a list of steps, each complete in itself, so that a failing one can be made shorter by leaving
 * steps out.
 */
import type { Act, Look } from '../../db/seeds/life/act.ts'
import { ACTS } from '../../db/seeds/life/acts/index.ts'
import type { Arrival } from '../../db/seeds/life/arrivals.ts'
import { lookAt, readAbout } from '../../db/seeds/life/look.ts'
import { arrive } from '../../db/seeds/life/receive.ts'
import type { World } from '../../db/seeds/life/world.ts'
import { type Random, randomFrom } from '../../db/seeds/random.ts'
import { addWorkingMinutes } from '../../src/modules/calendar/index.ts'
import {
  apply,
  charge,
  type DossierState,
  holdingsOf,
  isNationalSequence,
  LIFE_STATES,
  nationalCodeOf,
  spansOf,
} from '../../src/modules/dossier/index.ts'
import { authorise } from '../../src/modules/identity/index.ts'
import { tasksOf, verifySomeDossiers } from '../../src/modules/workflow/index.ts'
import { createPerform } from '../../src/platform/action.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { AppError } from '../../src/platform/errors.ts'

/** plain: as somebody who may would · stranger: who holds no right · empty: nothing filled in · again: the same request twice · together: two at the same moment. */
export const WAYS = ['plain', 'stranger', 'empty', 'again', 'together'] as const
export type Way = (typeof WAYS)[number]

export interface Step {
  act: string
  way: Way
  /** Working minutes since the step before. */
  minutes: number
  /** Of what the request chooses. */
  seed: number
}

export interface Walk {
  arrival: Arrival
  steps: Step[]
}

export interface Walked {
  dossierId: number | undefined
  accepted: number
  refused: number
  steps: Step[]
}

/** What must not have happened, with the steps up to it. */
export class WalkFailure extends Error {
  readonly steps: readonly Step[]
  constructor(message: string, steps: readonly Step[]) {
    super(message)
    this.name = 'WalkFailure'
    this.steps = steps
  }
}

/** Somebody who may read the trail and nothing else. */
export interface Walking {
  world: World
  strangerId: number
}

/** Draws each step from where the dossier stands; `count` of them. */
export const drawn =
  (random: Random, count: number) =>
  (look: Look, world: World, nth: number): Step | undefined => {
    if (nth >= count) return undefined
    const legal = ACTS.filter((act) => act.isLegal(look, world))
    const wantsLegal = legal.length > 0 && random.chance(0.6)
    const { name } = wantsLegal ? random.pick(legal) : random.pick(ACTS)
    const way = wantsLegal && random.chance(0.4) ? random.pick(WAYS) : random.chance(0.1) ? 'empty' : 'plain'
    return { act: name, way, minutes: minutesBetween(random), seed: Math.floor(random.next() * 2 ** 32) }
  }

/** Mostly minutes, now and then days, so that dates pass. */
const minutesBetween = (random: Random): number => (random.chance(0.15) ? random.between(480, 480 * 9) : random.between(1, 200))

export const replayed =
  (steps: readonly Step[]) =>
  (_look: Look, _world: World, nth: number): Step | undefined =>
    steps[nth]

/** @throws WalkFailure */
export async function walk(
  { world: shared, strangerId }: Walking,
  arrival: Arrival,
  next: (look: Look, world: World, nth: number) => Step | undefined,
): Promise<Walked> {
  const clock = movableClock(arrival.at)
  const perform = createPerform({ database: shared.database, clock, authorise, listeners: new Map() })
  const world: World = { ...shared, clock, perform }
  const steps: Step[] = []
  const walked: Walked = { dossierId: undefined, accepted: 0, refused: 0, steps }
  const dossierId = await arrive(world, arrival, randomFrom(arrival.seed))
  if (dossierId === undefined) return walked
  walked.dossierId = dossierId
  let look = await lookAt(world.database, await readAbout(world.database, dossierId), clock.now())
  const reported: number[] = codesOf(look.actions)
  const calendar = world.calendarAt(look.about.receivingUnitId)
  for (let step = next(look, world, 0); step; step = next(look, world, steps.length)) {
    steps.push(step)
    clock.set(addWorkingMinutes(calendar, clock.now(), step.minutes))
    const act = ACTS.find(({ name }) => name === step.act)
    if (!act) throw new Error(`There is no act ${step.act}`)
    look = { ...look, now: clock.now() }
    const before = look
    const tried = await attempt({ world, strangerId }, act, step, before).catch((error: unknown) => {
      throw new WalkFailure(
        `${step.act} (${step.way}) in ${before.state.state} broke: ${error instanceof Error ? error.message : error}`,
        steps,
      )
    })
    look = await lookAt(world.database, before.about, clock.now(), before)
    const fail = (why: string): never => {
      throw new WalkFailure(`${step.act} (${step.way}) in ${before.state.state} at ${before.now.toISOString()}: ${why}`, steps)
    }
    judge(tried, step, act, { before, after: look, world }, fail)
    walked.accepted += tried.accepted
    walked.refused += tried.refusals.length
    reported.push(...codesOf(look.actions).slice(reported.length))
    if (!isNationalSequence(reported)) fail(`the national codes ${reported.join(' → ')} could not have been reported`)
    addsUp(look, world, fail)
  }
  const { differences } = await verifySomeDossiers(world.database, [dossierId])
  if (differences.length > 0) throw new WalkFailure(differences.map(({ what }) => what).join('; '), steps)
  return walked
}

/** As they would be reported, one for each entry of the history. */
function codesOf(actions: Look['actions']): number[] {
  let state: DossierState | undefined
  return actions.map((action) => {
    state = apply(state, action)
    return nationalCodeOf(state.state) ?? 0
  })
}

interface Tried {
  /** Requests that were sent. */
  sent: number
  accepted: number
  refusals: AppError[]
  /** Of the first of two with the same key: how many actions the dossier then had. */
  lengthBetween?: number
}

async function attempt({ world, strangerId }: Walking, act: Act, { way, seed }: Step, look: Look): Promise<Tried> {
  const tried: Tried = { sent: 0, accepted: 0, refusals: [] }
  const request = await act.request(look, world, randomFrom(seed))
  if (!request) return tried
  const send = async (instead?: Parameters<typeof request.send>[1]) => {
    tried.sent++
    try {
      await request.send(world.perform, instead)
      tried.accepted++
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      tried.refusals.push(error)
    }
  }
  const stranger: Actor = { kind: 'officer', id: strangerId }
  switch (way) {
    case 'plain':
      await send()
      break
    case 'stranger':
      await send({ actor: stranger })
      break
    case 'empty':
      await send({ input: { dossierId: look.about.id } })
      break
    case 'again': {
      const options = { onceKey: `walk:${look.about.id}:${look.actions.length}:${seed}` }
      await send({ options })
      tried.lengthBetween = (await lookAt(world.database, look.about, look.now, look)).actions.length
      await send({ options })
      break
    }
    case 'together':
      await Promise.all([send(), send()])
      break
  }
  return tried
}

function judge(
  { sent, accepted, refusals, lengthBetween }: Tried,
  { way }: Step,
  act: Act,
  { before, after, world }: { before: Look; after: Look; world: World },
  fail: (why: string) => never,
): void {
  if (sent === 0) return
  const isLegal = act.isLegal(before, world)
  const said = refusals.map((error) => `${error.code}: ${error.sentence('vi')} ${JSON.stringify(error.fields)}`).join(' | ')
  for (const error of refusals) insistSaysWhy(error, fail)
  if (accepted === 0 && after.actions.length !== before.actions.length) fail(`was refused and yet changed the dossier (${said})`)
  if (!(after.state.state in LIFE_STATES)) fail(`leads to ${after.state.state}, which is no state`)
  switch (way) {
    case 'plain':
      if (isLegal === false && accepted > 0) fail('is not legal and was accepted')
      if (isLegal === true && accepted === 0) fail(`is legal and was refused (${said})`)
      break
    case 'stranger':
      if (accepted > 0) fail('was accepted of somebody without any right')
      break
    case 'empty':
      // What asks for nothing further is what it was.
      if (isLegal === false && accepted > 0) fail('is not legal and was accepted, with nothing filled in')
      break
    case 'again':
      if (isLegal === true && accepted !== 2) fail(`is legal and was refused, or not answered again by its first answer (${said})`)
      if (isLegal === false && accepted > 0) fail('is not legal and was accepted')
      if (accepted === 2 && lengthBetween !== after.actions.length) fail('was done twice by the same request')
      break
    case 'together':
      if (isLegal === true && accepted === 0) fail(`is legal and was refused to both (${said})`)
      if (isLegal === false && accepted > 0) fail('is not legal and was accepted')
      if (accepted === 2 && act.isLegal(after, world) === false && !act.isRepeatable) fail('was accepted twice at the same moment')
      break
  }
}

/** A sentence for a person, complete, and the article where the law refuses. */
function insistSaysWhy(error: AppError, fail: (why: string) => never): void {
  for (const language of ['vi', 'en'] as const) {
    const sentence = error.sentence(language)
    if (sentence.length < 8 || /[{}]/.test(sentence) || sentence === error.code)
      fail(`is refused without a sentence: ${error.code} “${sentence}”`)
  }
  if (error.status >= 500) fail(`is refused as a failure of the system: ${error.code}`)
  if (error.code === 'workflow.refused' && !error.parameters.article) fail('is refused without the article')
}

/** Every minute from reception to finish is charged to exactly one. */
function addsUp({ state, about, actions, now }: Look, world: World, fail: (why: string) => never): void {
  const { clock, receivedAt, finishedAt } = state
  if (!clock || !receivedAt) return
  const until = finishedAt ?? now
  const tasks = tasksOf(actions).map(({ openedAt, closedAt, unitId, number, assigneeId }) => ({
    from: openedAt,
    ...(closedAt ? { to: closedAt } : {}),
    payer:
      assigneeId === undefined
        ? ({ kind: 'step', id: number, unitId } as const)
        : ({ kind: 'officer', id: assigneeId, unitId, step: number } as const),
  }))
  const spans = spansOf(receivedAt, until, about.settlingUnitId, [...holdingsOf(clock.holds), ...tasks], [clock.dueAt])
  const { elapsedMinutes, parts } = charge(spans, world.calendarAt(about.settlingUnitId))
  const charged = parts.reduce((sum, { minutes }) => sum + minutes, 0)
  const whole = Math.max(0, Math.floor(until.getTime() / 60_000) - Math.floor(receivedAt.getTime() / 60_000))
  if (charged !== elapsedMinutes || elapsedMinutes !== whole) fail(`${charged} minutes are charged of ${whole} (${elapsedMinutes} counted)`)
}

/** Leaves out steps as long as what is left still fails, within so many tries. */
export async function shortest(
  walking: Walking,
  { arrival, steps }: Walk,
  tries: number,
): Promise<{ steps: readonly Step[]; why: string }> {
  const failing = async (some: readonly Step[]): Promise<WalkFailure | undefined> => {
    try {
      await walk(walking, arrival, replayed(some))
      return undefined
    } catch (error) {
      if (error instanceof WalkFailure) return error
      throw error
    }
  }
  let kept: readonly Step[] = steps
  let why = ''
  let left = tries
  for (let size = Math.ceil(steps.length / 2); size >= 1 && left > 0; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < kept.length && left > 0; ) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)]
      left--
      const failure = without.length > 0 ? await failing(without) : undefined
      if (failure) [kept, why] = [without, failure.message]
      else at += size
    }
  return { steps: kept, why: why || ((await failing(kept))?.message ?? 'does not fail when it is done again') }
}
