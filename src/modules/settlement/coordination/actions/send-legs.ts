import { z } from 'zod'
import { type HeldDossier, holdDossier } from '#modules/dossier/index.ts'
import { findUnit, getUnit } from '#modules/organization/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { DossierReference, listOfIds, longText, optionalId, optionalText } from '../../fields.ts'
import { type LegToOpen, type OpenedLegs, openLegs } from '../open-legs.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)

export const LegWish = z
  .object({
    unitId: optionalId,
    /** Of an agency that does not work in this system. */
    agency: optionalText(300),
    content: longText('Hãy ghi nội dung đề nghị.'),
    workingDays: z.coerce
      .number('Hãy ghi số ngày làm việc.')
      .int()
      .min(1, 'Ít nhất 01 ngày làm việc.')
      .max(60, 'Nhiều nhất 60 ngày làm việc.'),
  })
  .refine(({ unitId, agency }) => unitId !== undefined || agency !== undefined, {
    path: ['unitId'],
    message: 'Hãy chọn cơ quan, hoặc ghi tên cơ quan ngoài hệ thống.',
  })

export const SendLegs = DossierReference.extend({
  /** Electronically to all at once with a lead agency; on paper one after the other in the order given (NĐ 61/2018/NĐ-CP art. 19(6)). */
  way: z.enum(['electronic', 'paper'], 'Hãy chọn cách chuyển.'),
  /** Which of the agencies leads, from 1; absent: the settling agency. */
  lead: z.preprocess(blank, z.coerce.number().int().min(1).max(20).optional()),
  legs: z.array(LegWish).min(1, 'Hãy chọn ít nhất một cơ quan.').max(20),
  /** Papers of the dossier, by id, that the agencies may read; none: all that were handed in. */
  componentIds: listOfIds.default([]),
})
export type SendLegs = z.infer<typeof SendLegs>

/** T11, lấy ý kiến: each agency asked has a task with its own date; the dossier's clock runs on. */
export const consult = action('settlement.consult', {
  input: SendLegs,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, input) {
    const { dossier, wanted, opened } = await send(work, input, 'consult')
    for (const [at, leg] of wanted.entries())
      if (at < opened.numbers.length) await layConsultationLetter(work, dossier, leg, opened.dueAt[at])
    return { dossierId: dossier.id, tasks: opened.numbers }
  },
})

/** T12, chuyển liên thông: the other agencies' parts of the matter. */
export const interoperate = action('settlement.interoperate', {
  input: SendLegs,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, input) {
    const { dossier, wanted, opened } = await send(work, input, 'interoperate')
    await layPaper(work, dossier, {
      form: 'TRANSFER_SLIP',
      details: {
        purpose: 'interoperation',
        legs: wanted.map(({ agency, content }, at) => ({ agency, work: content, dueAt: opened.dueAt[at] })),
        leadAgency: wanted.find(({ isLead }) => isLead)?.agency,
        isInOrder: input.way === 'paper',
      },
    })
    return { dossierId: dossier.id, tasks: opened.numbers }
  },
})

/** Phiếu lấy ý kiến to one agency, when its turn comes. */
export const layConsultationLetter = (
  work: Work,
  dossier: HeldDossier,
  { agency, content }: Pick<LegToOpen, 'agency' | 'content'>,
  answerBy: Date | undefined,
) => layPaper(work, dossier, { form: 'CONSULTATION_LETTER', details: { agency, question: content, answerBy: answerBy ?? work.now } })

async function send(
  work: Work,
  input: SendLegs,
  id: 'consult' | 'interoperate',
): Promise<{ dossier: HeldDossier; wanted: LegToOpen[]; opened: OpenedLegs }> {
  const dossier = await holdDossier(work.tx, input.dossierId)
  work.about({ kind: 'dossier', id: dossier.id }, { agencies: input.legs.length })
  if (input.lead !== undefined && input.lead > input.legs.length)
    return commonErrors.fail('input.invalid', { fields: { lead: 'Hãy chọn cơ quan chủ trì trong danh sách.' } })
  const settling = await getUnit(work.tx, dossier.settlingUnitId)
  const wanted: LegToOpen[] = []
  for (const [at, leg] of input.legs.entries()) {
    const unit = leg.unitId === undefined ? undefined : await findUnit(work.tx, leg.unitId)
    if (leg.unitId !== undefined && (!unit || unit.id === settling.id))
      return commonErrors.fail('input.invalid', { fields: { [`legs.${at}.unitId`]: 'Hãy chọn một cơ quan khác.' } })
    wanted.push({
      kind: id === 'consult' ? 'consultation' : 'interoperation',
      unitId: unit?.id,
      agency: unit?.name ?? leg.agency ?? '',
      content: leg.content,
      workingDays: leg.workingDays,
      isLead: input.lead === at + 1,
      isInOrder: input.way === 'paper',
    })
  }
  const opened = await openLegs(work, dossier, wanted, input.componentIds)
  await transit(work, dossier, id, { areLegsPlanned: true }, { way: opened.way, also: () => opened.facts })
  await announce(work, dossier, 'leg-sent', { tasks: opened.numbers })
  return { dossier, wanted, opened }
}
