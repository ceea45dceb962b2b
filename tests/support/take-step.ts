/** Does the open step of a dossier the ordinary way, by somebody who may; says who it was. */
import { openTaskOf, stepsAround } from '../../db/seeds/dossier-queries.ts'
import { officersWithRole } from '../../src/modules/identity/index.ts'
import { returnResult } from '../../src/modules/intake/index.ts'
import { claimTask, completeTask, issueResult, prepareResult, sendBack } from '../../src/modules/workflow/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { TestApp } from './app.ts'

export interface StepTaken {
  kind: string
  unitId: number
  doerId: number
}

/** `sendsBack`: back to the appraisal, with a reason. `prepares: false`: the appraisal keeps the draft that is there. */
export async function takeStep(
  app: TestApp,
  dossierId: number,
  { sendsBack = false, prepares = true, returnedPapers = [] as number[] } = {},
): Promise<StepTaken> {
  const { database, perform } = app.services
  const task = await openTaskOf(database, dossierId)
  if (!task) throw new Error(`Dossier ${dossierId} has no open step`)
  const able = await officersWithRole(database, task.roleId ?? 0, task.unitId, app.clock.now())
  const doer = able.find(({ id }) => id === task.assigneeId) ?? able[0]
  if (!doer) throw new Error(`Nobody can do ${task.kind}`)
  const by: Actor = { kind: 'officer', id: doer.id }
  const reference = { dossierId, taskNumber: task.number }
  const { next, back } = await stepsAround(database, task)
  if (task.assigneeId === null) await perform(by, claimTask, reference)
  if (sendsBack) await perform(by, sendBack, { ...reference, toNode: back, reason: 'Cần nêu rõ căn cứ.' })
  else if (task.kind === 'issue') await perform(by, issueResult, { ...reference, symbol: 'GP-TN' })
  else if (task.kind === 'return')
    await perform(by, returnResult, {
      ...reference,
      method: 'counter',
      receiverName: 'Nguyễn Thị Nhận',
      receiverPhone: '+84900009009',
      proof: 'receipt',
      proofNumber: '1/TTPVHCC',
      returnedPapers,
    })
  else {
    if (task.kind === 'appraisal' && prepares) await perform(by, prepareResult, { ...reference, name: 'Giấy phép thử nghiệm' })
    const able =
      task.kind === 'assignment' && next ? await officersWithRole(database, next.roleId, task.settlingUnitId, app.clock.now()) : []
    await perform(by, completeTask, { ...reference, assigneeId: able[0]?.id })
  }
  return { kind: task.kind, unitId: task.unitId, doerId: doer.id }
}
