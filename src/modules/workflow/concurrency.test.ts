/** Two people on one task, a stale page, a double click, a retry: on connections of their own at the same moment. One effect, a clear sentence for the other, nothing lost. */
import { afterEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aWorkplace, holderOf, kindsOf } from '../../../tests/support/work.ts'
import { AppError } from '../../platform/errors.ts'
import { claimTask, completeTask, handOver, handOverAll, performBulk, reassignTask, verifyDossiers } from './index.ts'

const app = await testApp()
const place = await aWorkplace(app)
const { perform, database } = app.services
const heads = [await place.anOfficer('division-head'), await place.anOfficer('division-head')] as const
const people = [await place.anOfficer('specialist'), await place.anOfficer('specialist')] as const
const REASON = 'Cân đối khối lượng việc.'

/** What came of each; of the refused ones the sentence a person reads. */
async function together(...works: Promise<unknown>[]): Promise<{ done: number; refusals: { code: string; sentence: string }[] }> {
  const outcomes = await Promise.allSettled(works)
  const refusals = outcomes.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return []
    if (!(outcome.reason instanceof AppError)) throw outcome.reason
    return [{ code: outcome.reason.code, sentence: outcome.reason.sentence('vi') }]
  })
  return { done: works.length - refusals.length, refusals }
}

const count = (kinds: string[], kind: string) => kinds.filter((each) => each === kind).length

afterEach(async () => {
  expect((await verifyDossiers(database)).differences).toEqual([])
})

describe('at the same moment', () => {
  test('two officers claim one task: one has it, the other reads who', async () => {
    const task = await place.aDossier()
    const { done, refusals } = await together(perform(heads[0].actor, claimTask, task), perform(heads[1].actor, claimTask, task))
    expect(done).toBe(1)
    const winner = await holderOf(app, task)
    const name = heads.find(({ id }) => id === winner)?.fullName
    expect(refusals).toEqual([
      { code: 'workflow.held-by-other', sentence: `Hồ sơ đang do ${name} xử lý. Nếu cần, hãy đề nghị người đó hoặc lãnh đạo chuyển lại.` },
    ])
    expect(count(await kindsOf(app, task.dossierId), 'task-claimed')).toBe(1)
  })

  test('ten presses of one button with the same key: done once, and all get the same answer', async () => {
    const task = await place.aDossier()
    await perform(heads[0].actor, claimTask, task)
    const input = { ...task, assigneeId: people[0].id }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => perform(heads[0].actor, completeTask, input, { onceKey: `bấm nhiều lần ${task.dossierId}` })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const kinds = await kindsOf(app, task.dossierId)
    // The reception was completed too.
    expect(count(kinds, 'task-completed')).toBe(2)
    expect(count(kinds, 'task-opened')).toBe(3)
  })

  test('the same with different keys: done once, the other reads that it is done and by whom', async () => {
    const task = await place.aDossier()
    await perform(heads[0].actor, claimTask, task)
    const complete = (onceKey: string, assigneeId: number) => perform(heads[0].actor, completeTask, { ...task, assigneeId }, { onceKey })
    const { done, refusals } = await together(
      complete(`một ${task.dossierId}`, people[0].id),
      complete(`hai ${task.dossierId}`, people[1].id),
    )
    expect(done).toBe(1)
    expect(refusals).toEqual([
      {
        code: 'workflow.task-closed',
        sentence: `Bước này vừa được xử lý xong (${heads[0].fullName}). Hồ sơ đã chuyển sang bước tiếp theo; không có gì bị mất.`,
      },
    ])
  })

  test('a claim against a reassignment: whoever comes second finds the first, and one holds the task', async () => {
    const task = await place.aDossier()
    const { done, refusals } = await together(
      perform(heads[0].actor, claimTask, task),
      perform(heads[1].actor, reassignTask, { ...task, toOfficerId: heads[1].id, reason: REASON }),
    )
    // A leader may move what has just been claimed; who claims what was just given away may not.
    expect(refusals.map(({ code }) => code).filter((code) => code !== 'workflow.held-by-other')).toEqual([])
    expect(await holderOf(app, task)).toBe(heads[1].id)
    expect(done + refusals.length).toBe(2)
  })

  test('completed while it is being reassigned: no reassignment of what is done', async () => {
    const task = await place.aDossier()
    await perform(heads[0].actor, claimTask, task)
    const { refusals } = await together(
      perform(heads[0].actor, completeTask, { ...task, assigneeId: people[0].id }),
      perform(heads[1].actor, reassignTask, { ...task, toOfficerId: heads[1].id, reason: REASON }),
    )
    expect(refusals).toHaveLength(1)
    expect(['workflow.task-closed', 'workflow.held-by-other']).toContain(refusals[0]?.code)
  })

  test('a bulk claim of ten against a single claim of one of them: each task has one holder, and the answers say which was lost', async () => {
    const tasks = await Promise.all(Array.from({ length: 10 }, () => place.aDossier()))
    const contested = tasks[7]
    if (!contested) throw new Error('No tasks')
    const bulk = { perform, database, actor: heads[0].actor, now: app.clock.now(), onceKey: 'nhận mười' }
    const [answers, single] = await Promise.all([
      performBulk(bulk, tasks, { what: 'claim' }),
      together(perform(heads[1].actor, claimTask, contested)),
    ])
    const refused = answers.filter(({ refusal }) => refusal)
    expect(refused.length + single.refusals.length).toBe(1)
    expect(refused.every(({ code, refusal }) => code === contested.code && refusal?.code === 'workflow.held-by-other')).toBe(true)
    for (const task of tasks) expect(count(await kindsOf(app, task.dossierId), 'task-claimed')).toBe(1)
  })

  test('two bulk spreads of the same tasks: each is held by one of the people, nothing is lost', async () => {
    const tasks = await Promise.all(Array.from({ length: 6 }, () => place.aDossierOf(people[0])))
    const spread = (key: string, index: 0 | 1) =>
      performBulk({ perform, database, actor: heads[index].actor, now: app.clock.now(), onceKey: key }, tasks, {
        what: 'spread',
        reason: REASON,
      })
    const answers = (await Promise.all([spread('chia một', 0), spread('chia hai', 1)])).flat()
    expect(answers.filter(({ refusal }) => refusal)).toEqual([])
    for (const task of tasks) expect(await holderOf(app, task)).not.toBeNull()
  })

  test('everything is handed over while the holder completes one of her tasks', async () => {
    const holder = await place.anOfficer('division-head')
    const tasks = await Promise.all(Array.from({ length: 5 }, () => place.aDossier()))
    for (const task of tasks) await perform(holder.actor, claimTask, task)
    const [first] = tasks
    if (!first) throw new Error('No tasks')
    const successor = heads[0]
    const [moved, completed] = await Promise.all([
      perform(heads[1].actor, handOverAll, { officerId: holder.id, toOfficerId: successor.id, reason: REASON }),
      together(perform(holder.actor, completeTask, { ...first, assigneeId: people[0].id })),
    ])
    const gone = moved.filter(({ outcome }) => outcome === 'gone')
    // Either she was quicker, or she is told who has it now.
    expect(gone.length + completed.refusals.length).toBeLessThanOrEqual(1)
    expect(completed.refusals.every(({ code }) => code === 'workflow.held-by-other')).toBe(true)
    const held = await Promise.all(tasks.slice(1).map((task) => holderOf(app, task)))
    expect(held).toEqual(Array(4).fill(successor.id))
  })
})

describe('later', () => {
  test('a stale page: what it shows has moved on, and it is said', async () => {
    const task = await place.aDossier()
    await perform(heads[0].actor, claimTask, task)
    await perform(heads[0].actor, completeTask, { ...task, assigneeId: people[0].id })
    const { refusals } = await together(perform(heads[1].actor, claimTask, task))
    expect(refusals[0]?.sentence).toBe(
      `Bước này vừa được xử lý xong (${heads[0].fullName}). Hồ sơ đã chuyển sang bước tiếp theo; không có gì bị mất.`,
    )
  })

  test('a retry of a bulk with the same key gets the same answers, also after others have moved the tasks', async () => {
    const tasks = [await place.aDossierOf(people[0]), await place.aDossierOf(people[0])]
    const bulk = { perform, database, actor: heads[0].actor, now: app.clock.now(), onceKey: 'giao lại một lần' }
    const wish = { what: 'assign', toOfficerId: people[1].id, reason: REASON } as const
    const first = await performBulk(bulk, tasks, wish)
    for (const task of tasks) await perform(people[1].actor, handOver, { ...task, toOfficerId: people[0].id, reason: REASON })
    expect(await performBulk(bulk, tasks, wish)).toEqual(first)
    for (const task of tasks) expect(await holderOf(app, task)).toBe(people[0].id)
  })
})
