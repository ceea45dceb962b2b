import { z } from 'zod'
import { calendarOf, dueAt } from '#modules/calendar/index.ts'
import { appendFacts, type HeldDossier, holdDossier, mayRead } from '#modules/dossier/index.ts'
import { standsInFor, workRoles } from '#modules/identity/index.ts'
import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { workflowErrors } from '../errors.ts'
import { unitsOfDossier } from '../hold.ts'

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const optionalId = z.preprocess(blank, z.coerce.number().int().positive().optional())
const MOST = 100

export const Instruct = z
  .object({
    dossierId: z.coerce.number().int().positive(),
    content: z
      .string({ error: 'Hãy ghi nội dung chỉ đạo.' })
      .trim()
      .min(5, 'Hãy ghi nội dung chỉ đạo, ít nhất 5 ký tự.')
      .max(5_000, 'Tối đa 5.000 ký tự.'),
    addresseeId: optionalId,
    /** One of the dossier's units: whoever works there answers. */
    addresseeUnitId: optionalId,
    amount: z.coerce
      .number({ error: 'Hãy ghi thời hạn bằng số. Ví dụ: 2.' })
      .int('Hãy ghi số nguyên.')
      .min(1, 'Thời hạn từ 1 trở lên.')
      .max(MOST, `Thời hạn tối đa ${MOST}.`),
    /** Counted by the working calendar of the unit that answers. */
    limitUnit: z.enum(['hour', 'working-day'], { error: 'Hãy chọn giờ hoặc ngày làm việc.' }),
  })
  .refine(({ addresseeId, addresseeUnitId }) => (addresseeId === undefined) !== (addresseeUnitId === undefined), {
    path: ['addresseeId'],
    message: 'Hãy chọn một người hoặc một đơn vị thực hiện.',
  })
export type Instruct = z.infer<typeof Instruct>

/** Cho ý kiến chỉ đạo: what a leader asks of an officer or a unit of the dossier, by a due time of its own. The words stand beside the chain. */
export const instruct = action('workflow.instruct', {
  input: Instruct,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, input): Promise<number> {
    const { tx, actor, now } = work
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    const dossier = await holdDossier(tx, input.dossierId)
    const unitId = input.addresseeUnitId ?? (await insistReader(work, dossier, input.addresseeId ?? 0))
    workflowErrors.insist(unitId === dossier.settlingUnitId || unitId === dossier.receivingUnitId, 'workflow.addressee-unfit', {
      fields: { addresseeUnitId: 'Hãy chọn đơn vị tiếp nhận hoặc đơn vị giải quyết hồ sơ.' },
    })
    const calendar = await calendarOf(tx, await unitsAbove(work, unitId))
    const { due } = dueAt(calendar, now, { amount: input.amount, unit: input.limitUnit }, { mode: 'carry' })
    const { id } = await tx
      .insertInto('instruction')
      .values({
        dossierId: dossier.id,
        givenById: actor.id,
        toOfficerId: input.addresseeId ?? null,
        toUnitId: input.addresseeUnitId ?? null,
        text: input.content,
        dueAt: due,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.about({ kind: 'dossier', id: dossier.id }, { instructionId: id, toOfficerId: input.addresseeId, toUnitId: input.addresseeUnitId })
    appendFacts(work, dossier, { kind: 'instructed', instructionId: id, dueAt: due.toISOString() })
    return id
  },
})

const InstructionReference = z.object({ instructionId: z.coerce.number().int().positive() })

/** Đã nhận: the addressee has seen it. Acknowledging again changes nothing. */
export const acknowledgeInstruction = action('workflow.acknowledge-instruction', {
  input: InstructionReference,
  scope: () => 'own' as const,
  async work(work, { instructionId }) {
    const held = await holdInstruction(work, instructionId)
    await insistAddressee(work, held)
    if (held.row.acknowledgedAt) return
    acknowledge(work, held)
    work.about({ kind: 'dossier', id: held.dossier.id }, { instructionId })
  },
})

export const AnswerInstruction = InstructionReference.extend({
  text: z.string({ error: 'Hãy ghi kết quả thực hiện.' }).trim().min(2, 'Hãy ghi kết quả thực hiện.').max(5_000, 'Tối đa 5.000 ký tự.'),
  isFinal: z.preprocess((value) => value === true || value === 'true' || value === 'on' || value === '1', z.boolean()),
})

/** Báo cáo: on the way, or that it is done (`isFinal`). Answering acknowledges. */
export const answerInstruction = action('workflow.answer-instruction', {
  input: AnswerInstruction,
  scope: () => 'own' as const,
  async work(work, { instructionId, text, isFinal }) {
    const { tx, now, actor } = work
    const held = await holdInstruction(work, instructionId)
    const officerId = await insistAddressee(work, held)
    if (!held.row.acknowledgedAt) acknowledge(work, held)
    const answer = await tx
      .insertInto('instructionAnswer')
      .values({ instructionId, officerId, text, isFinal, createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (isFinal) await tx.updateTable('instruction').set({ doneAt: now }).where('id', '=', instructionId).execute()
    work.about({ kind: 'dossier', id: held.dossier.id }, { instructionId, isFinal, by: actor.kind })
    appendFacts(work, held.dossier, { kind: 'instruction-answered', instructionId, answerId: answer.id, isFinal })
  },
})

/** Thu hồi: by whoever gave it, while it is not done. */
export const withdrawInstruction = action('workflow.withdraw-instruction', {
  input: InstructionReference,
  scope: () => 'own' as const,
  async work(work, { instructionId }) {
    const { tx, now, actor } = work
    const { dossier, row } = await holdInstruction(work, instructionId)
    commonErrors.insist(actor.kind === 'officer' && actor.id === row.givenById, 'access.denied')
    await tx.updateTable('instruction').set({ withdrawnAt: now }).where('id', '=', instructionId).execute()
    work.about({ kind: 'dossier', id: dossier.id }, { instructionId })
    appendFacts(work, dossier, { kind: 'instruction-withdrawn', instructionId })
  },
})

interface HeldInstruction {
  dossier: HeldDossier
  row: { id: number; givenById: number; toOfficerId: number | null; toUnitId: number | null; acknowledgedAt: Date | null }
}

/** Open still, and held with its dossier until the transaction ends. @throws AppError `record.not-found`, `workflow.instruction-over` */
async function holdInstruction({ tx }: Work, id: number): Promise<HeldInstruction> {
  const found = await tx.selectFrom('instruction').select('dossierId').where('id', '=', id).executeTakeFirst()
  if (!found) return commonErrors.fail('record.not-found')
  const dossier = await holdDossier(tx, found.dossierId)
  const row = await tx.selectFrom('instruction').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  workflowErrors.insist(!row.doneAt && !row.withdrawnAt, 'workflow.instruction-over')
  return { dossier, row }
}

function acknowledge(work: Work, { dossier, row }: HeldInstruction): void {
  const { tx, now, actor } = work
  const officerId = actor.kind === 'officer' ? actor.id : null
  work.send(tx.updateTable('instruction').set({ acknowledgedAt: now, acknowledgedById: officerId }).where('id', '=', row.id))
  appendFacts(work, dossier, { kind: 'instruction-acknowledged', instructionId: row.id })
}

/** The officer named, who stands in for her today, or anybody with a role at the unit named. @throws AppError `workflow.instruction-not-yours` */
async function insistAddressee({ tx, actor, now }: Work, { row }: HeldInstruction): Promise<number> {
  if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
  const isHers =
    row.toOfficerId === actor.id ||
    (row.toOfficerId !== null && (await standsInFor(tx, actor.id, row.toOfficerId, now))) ||
    (row.toUnitId !== null && (await workRoles(tx, actor.id, now)).some(({ unitId }) => unitId === row.toUnitId))
  workflowErrors.insist(isHers, 'workflow.instruction-not-yours')
  return actor.id
}

/** The dossier's unit by whose calendar the officer is expected to answer: where it is settled. @throws AppError `workflow.addressee-unfit` */
async function insistReader({ tx, now, actor }: Work, dossier: HeldDossier, officerId: number): Promise<number> {
  const officer = await tx
    .selectFrom('officer')
    .select(['fullName', 'isActive', 'homeUnitId'])
    .where('id', '=', officerId)
    .executeTakeFirst()
  workflowErrors.insist(officer?.isActive, 'workflow.addressee-unfit', { fields: { addresseeId: 'Hãy chọn một cán bộ đang hoạt động.' } })
  workflowErrors.insist(actor.kind !== 'officer' || actor.id !== officerId, 'workflow.addressee-unfit', {
    fields: { addresseeId: 'Người thực hiện phải là người khác.' },
  })
  workflowErrors.insist(await mayRead(tx, dossier.id, officerId, now), 'workflow.addressee-unfit', {
    fields: { addresseeId: `${officer?.fullName} không được xem hồ sơ này nên không giao được.` },
  })
  return officer?.homeUnitId === dossier.receivingUnitId ? dossier.receivingUnitId : dossier.settlingUnitId
}

/** The unit and those above it, nearest first, as calendars want them. */
async function unitsAbove({ tx }: Work, unitId: number): Promise<number[]> {
  const { path } = await tx.selectFrom('unit').select('path').where('id', '=', unitId).executeTakeFirstOrThrow()
  return path.split('.').map(Number).reverse()
}
