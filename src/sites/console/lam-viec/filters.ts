/** What stands in the address of a list of work, and what the queries call it. */
import type { InboxFilter } from '#modules/workflow/index.ts'

export const STANDINGS: Record<string, InboxFilter['standing']> = { 'qua-han': 'late', 'sap-den': 'near', 'trong-han': 'within' }
export const KINDS = ['reception', 'assignment', 'appraisal', 'review', 'signature', 'issue', 'return'] as const
