import { z } from 'zod'
import { authorise, endSecondment, getOfficer, secondOfficer } from '#modules/identity/index.ts'
import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { workflowErrors } from '../errors.ts'
import { countMoved, HAND_OVER_ALL, type MovedTask, moveWork } from '../move-work.ts'
import { unitsOfWork } from '../queries/held-work.ts'
import { Reason } from './reference.ts'

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const optionalId = z.preprocess(blank, z.coerce.number().int().positive().optional())

export const HandOverAll = z
  .object({
    officerId: z.coerce.number({ error: 'Hãy chọn người bàn giao.' }).int().positive(),
    /** Absent: each task waits again for its role. */
    toOfficerId: optionalId,
    reason: Reason,
    /** The secondment that ends with it (luân chuyển, hết biệt phái): only the work at its unit moves. */
    secondmentId: optionalId,
    lastDay: z.preprocess(blank, z.iso.date({ error: 'Ngày chưa đúng. Ví dụ: 2026-11-27.' }).optional()),
  })
  .refine(({ secondmentId, lastDay }) => secondmentId === undefined || lastDay !== undefined, {
    path: ['lastDay'],
    message: 'Hãy chọn ngày cuối cùng của biệt phái.',
  })
export type HandOverAll = z.infer<typeof HandOverAll>

/**
 * Bàn giao công việc: everything an officer holds goes to a successor or back to its roles in one transaction, with what became of each task; a secondment may end with
 * it. What she has done stays under her name.
 */
export const handOverAll = action(HAND_OVER_ALL, {
  input: HandOverAll,
  scope: (tx, input) => unitsOfWork(tx, input.officerId),
  async work(work, { officerId, toOfficerId, reason, secondmentId, lastDay }): Promise<MovedTask[]> {
    await insistSuccessor(work, officerId, toOfficerId)
    let withinUnitId: number | undefined
    if (secondmentId !== undefined) {
      withinUnitId = await unitOfSecondment(work, secondmentId, officerId)
      commonErrors.insist(await authorise(work.tx, work.actor, endSecondment.name, withinUnitId, work.now), 'access.denied')
      await endSecondment.work(work, { secondmentId, lastDay: lastDay ?? '' })
    }
    const moved = await moveWork(work, { fromOfficerId: officerId, withinUnitId, toOfficerId, reason })
    work.about({ kind: 'officer', id: officerId }, { did: 'hand-over-all', toOfficerId, secondmentId, lastDay, moved: countMoved(moved) })
    return moved
  },
})

export const SecondAndHandOver = z.intersection(
  secondOfficer.input,
  z.object({
    officerId: z.coerce.number().int().positive(),
    /** `keep`: she goes on with the work she holds. `role`: it waits for its roles. Otherwise the successor's id. */
    work: z.preprocess(
      (value) => blank(value) ?? 'keep',
      z.union([z.enum(['keep', 'role']), z.coerce.number().int().positive()], { error: 'Hãy chọn cách bàn giao.' }),
    ),
  }),
)

/** Cử biệt phái and, in the same transaction, hand over the work she held until then. */
export const secondAndHandOver = action(secondOfficer.name, {
  input: SecondAndHandOver,
  scope: (_tx, input) => input.toUnitId,
  async work(work, { work: wanted, ...input }): Promise<MovedTask[]> {
    await secondOfficer.work(work, input)
    if (wanted === 'keep') return []
    const toOfficerId = wanted === 'role' ? undefined : wanted
    await insistSuccessor(work, input.officerId, toOfficerId)
    const moved = await moveWork(work, {
      fromOfficerId: input.officerId,
      toOfficerId,
      reason: `Bàn giao khi đi biệt phái theo ${input.decision}`,
    })
    work.about({ kind: 'officer', id: input.officerId }, { toOfficerId, moved: countMoved(moved) })
    return moved
  },
})

/** @throws AppError `workflow.successor-unfit` */
async function insistSuccessor({ tx }: Work, officerId: number, toOfficerId: number | undefined): Promise<void> {
  if (toOfficerId === undefined) return
  workflowErrors.insist(toOfficerId !== officerId, 'workflow.successor-unfit', {
    fields: { toOfficerId: 'Người nhận phải là người khác.' },
  })
  const successor = await getOfficer(tx, toOfficerId)
  workflowErrors.insist(successor.isActive, 'workflow.successor-unfit', {
    fields: { toOfficerId: 'Tài khoản của người này đang bị khóa.' },
  })
}

async function unitOfSecondment({ tx }: Work, id: number, officerId: number): Promise<number> {
  const row = await tx
    .selectFrom('secondment')
    .select('toUnitId')
    .where('id', '=', id)
    .where('officerId', '=', officerId)
    .executeTakeFirst()
  return row?.toUnitId ?? commonErrors.fail('record.not-found')
}
