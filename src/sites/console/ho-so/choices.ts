/** What may be chosen: who does the next step, which colleague takes the open one, from which template the result is made. */

import { type DossierDetail, timelineNames } from '#modules/dossier/index.ts'
import { officersWithRole } from '#modules/identity/index.ts'
import { findDraft, type ResultTemplate, templatesFor } from '#modules/results/index.ts'
import type { Situation } from '#modules/workflow/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import type { Option } from '#ui/index.ts'
import { copy } from './words.ts'

export interface Choices {
  next: Option[]
  colleagues: Option[]
  /** Those who have worked on the dossier or could do its open step: who can be mentioned and asked. */
  readers: Option[]
  /** For the draft result. */
  templates: ResultTemplate[]
  /** Proposed for the number, where the draft was made from a template that has one. */
  symbol?: string
}

export async function choicesFor(
  db: Queryable,
  dossier: DossierDetail,
  { open, moves }: Situation,
  now: Date,
  language: Language,
): Promise<Choices> {
  const text = copy(language)
  const able = async (roleId: number, unitId: number): Promise<Option[]> =>
    (await officersWithRole(db, roleId, unitId, now)).map(({ id, fullName, unitName, absence }) => ({
      value: String(id),
      label: `${fullName}, ${unitName}${absence ? ` (${text.away(formatDate(absence.lastDay), absence.substituteName)})` : ''}`,
    }))
  const worked = await workedOn(db, dossier)
  if (!open) return { next: [], colleagues: [], readers: worked, templates: [] }
  const { task, nextPlace } = open
  const next = task.kind === 'assignment' && nextPlace?.roleId !== undefined ? await able(nextPlace.roleId, nextPlace.unitId) : []
  const fit = task.roleId === undefined ? [] : await able(task.roleId, task.unitId)
  const can = (name: string) => moves.some((move) => move.name === name && !move.refusal)
  return {
    next,
    colleagues: fit.filter(({ value }) => value !== String(task.assigneeId)),
    readers: [...worked, ...fit.filter(({ value }) => !worked.some((each) => each.value === value))],
    templates: can('prepare-result') ? await templatesFor(db, dossier.procedure.id, localDate(now)) : [],
    symbol: can('issue') ? ((await findDraft(db, dossier.id))?.symbol ?? undefined) : undefined,
  }
}

/** Everybody the dossier's list of actions names, by name. */
async function workedOn(db: Queryable, dossier: DossierDetail): Promise<Option[]> {
  const { officers } = await timelineNames(db, dossier.actions)
  return [...officers]
    .map(([id, name]) => ({ value: String(id), label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, 'vi'))
}
