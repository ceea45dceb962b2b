/** What is wrong with a dossier, thing by thing: the form, the proposal and the request say it in the same words. */
import { z } from 'zod'
import { getReason, type Reason } from '#modules/dossier/index.ts'
import type { Fault as PrintedFault } from '#modules/papers/index.ts'
import type { Queryable } from '#platform/database.ts'
import { settlementErrors } from '../errors.ts'
import { blank, optionalText } from '../fields.ts'
import { type Markable, markableOf } from './queries/markable.ts'

/** `c12`: a component handed in · `l7`: one of the catalogue's list that is missing · `answer`: something the form says, named in `answer`. */
export const Subject = z.string().regex(/^(c\d{1,15}|l\d{1,15}|answer)$/, 'Nội dung không hợp lệ.')

/** One line of the form; a form sends every line, those that are in order unmarked. */
export const FaultLine = z
  .object({
    isMarked: z.boolean().default(true),
    subject: Subject,
    answer: optionalText(300),
    reasonCode: z.preprocess(blank, z.string().max(60).optional()),
    text: optionalText(1_000),
  })
  .superRefine(({ isMarked, subject, answer, reasonCode, text }, context) => {
    if (!isMarked) return
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (subject === 'answer' && !answer) ask('answer', 'Hãy ghi mục trong đơn, tờ khai cần sửa. Ví dụ: Mục 3, địa chỉ thường trú.')
    if (!reasonCode) ask('reasonCode', 'Hãy chọn một lý do trong danh mục.')
    if (!text || text.length < 5) ask('text', 'Hãy ghi rõ phải bổ sung, sửa gì, ít nhất 5 ký tự.')
  })

export const FaultLines = z.array(FaultLine).max(200)
export type FaultLine = z.infer<typeof FaultLine>

/** As a proposal keeps it. */
export const Fault = z.object({ subject: Subject, answer: z.string().optional(), reasonCode: z.string(), text: z.string() })
export type Fault = z.infer<typeof Fault>

export interface ResolvedFault extends Fault {
  dossierComponentId: number | null
  componentId: number | null
  /** What it is about, in words. */
  about: string
  reason: Reason
}

export const markedFaults = (lines: readonly FaultLine[]): Fault[] =>
  lines.flatMap(({ isMarked, subject, answer, reasonCode, text }) =>
    isMarked && reasonCode && text ? [{ subject, ...(subject === 'answer' && answer ? { answer } : {}), reasonCode, text }] : [],
  )

/** @throws AppError `settlement.fault-unknown`, `input.invalid` for a reason that is not on the list */
export async function resolveFaults(db: Queryable, dossierId: number, faults: readonly Fault[]): Promise<ResolvedFault[]> {
  const markable = new Map((await markableOf(db, dossierId)).map((each) => [each.subject, each]))
  const reasons = new Map<string, Reason>()
  for (const code of new Set(faults.map(({ reasonCode }) => reasonCode))) reasons.set(code, await getReason(db, 'supplement', code))
  return faults.map((fault) => {
    const about = aboutOf(fault, markable)
    const reason = reasons.get(fault.reasonCode)
    if (about === undefined || !reason) return settlementErrors.fail('settlement.fault-unknown')
    const id = Number(fault.subject.slice(1))
    return {
      ...fault,
      dossierComponentId: fault.subject.startsWith('c') ? id : null,
      componentId: fault.subject.startsWith('l') ? id : null,
      about,
      reason,
    }
  })
}

const aboutOf = ({ subject, answer }: Fault, markable: ReadonlyMap<string, Markable>): string | undefined =>
  subject === 'answer' ? answer : markable.get(subject)?.name

export const printedFaults = (faults: readonly ResolvedFault[]): PrintedFault[] =>
  faults.map(({ about, reason, text }) => ({ about, problem: `${reason.vi}. ${text}` }))
