/** What may be chosen: who does the next step, which colleague takes the open one, from which template the result is made. */

import type { DossierDetail } from '#modules/dossier/index.ts'
import { officersWithRole } from '#modules/identity/index.ts'
import { findDraft, type ResultTemplate, templatesFor } from '#modules/results/index.ts'
import type { Situation } from '#modules/workflow/index.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import type { Option } from '#ui/index.ts'

export interface Choices {
  next: Option[]
  colleagues: Option[]
  /** For the draft result. */
  templates: ResultTemplate[]
  /** Proposed for the number, where the draft was made from a template that has one. */
  symbol?: string
}

export async function choicesFor(db: Queryable, dossier: DossierDetail, { open, moves }: Situation, now: Date): Promise<Choices> {
  if (!open) return { next: [], colleagues: [], templates: [] }
  const options = async (roleId: number, unitId: number): Promise<Option[]> =>
    (await officersWithRole(db, roleId, unitId, now)).map(({ id, fullName, unitName }) => ({
      value: String(id),
      label: `${fullName}, ${unitName}`,
    }))
  const { task, nextPlace } = open
  const next = task.kind === 'assignment' && nextPlace?.roleId !== undefined ? await options(nextPlace.roleId, nextPlace.unitId) : []
  const colleagues = (task.roleId === undefined ? [] : await options(task.roleId, task.unitId)).filter(
    ({ value }) => value !== String(task.assigneeId),
  )
  const can = (name: string) => moves.some((move) => move.name === name && !move.refusal)
  return {
    next,
    colleagues,
    templates: can('prepare-result') ? await templatesFor(db, dossier.procedure.id, localDate(now)) : [],
    symbol: can('issue') ? ((await findDraft(db, dossier.id))?.symbol ?? undefined) : undefined,
  }
}
