import { z } from 'zod'

/** Which open task a form is about. */
export const TaskReference = z.object({ dossierId: z.coerce.number().int().positive(), taskNumber: z.coerce.number().int().positive() })
export type TaskReference = z.infer<typeof TaskReference>

export const Comment = z.string().trim().max(2_000, 'Tối đa 2.000 ký tự.').optional()

/** A reason is asked for wherever somebody else has to understand why. */
export const Reason = z
  .string({ error: 'Hãy ghi lý do.' })
  .trim()
  .min(5, 'Hãy ghi lý do, ít nhất 5 ký tự.')
  .max(2_000, 'Tối đa 2.000 ký tự.')
