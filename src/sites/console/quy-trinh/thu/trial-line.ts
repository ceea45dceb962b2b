/** Of which process, and on which of its versions, the trials of a page are. */
import { findDraft, findTrialVersion, getProcess, getTrial, type Trial, type TrialVersion } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import type { Crumb } from '#ui/index.ts'
import { idFrom } from '../../unit-choices.ts'
import { type Line, readLine } from '../line.ts'
import { copy as lineCopy } from '../words.ts'
import { copy } from './words.ts'

export interface TrialPages {
  line: Line
  address: string
  /** None where the procedure has no process of its own and none is being drawn. */
  version?: TrialVersion & { templateId: number }
}

export async function readTrialPages(request: PageRequest): Promise<TrialPages> {
  const { database } = request.services
  const line = await readLine(request)
  const address = `/quy-trinh/${line.slug}/thu`
  const [newest] = line.versions
  const templateId =
    (await findDraft(database, line.procedureId))?.templateId ?? (newest && (await getProcess(database, newest.id)).templateId)
  const version = templateId === undefined ? undefined : await findTrialVersion(database, templateId)
  return { line, address, ...(version && templateId !== undefined && { version: { ...version, templateId } }) }
}

/** @throws AppError `record.not-found` for a trial of another process */
export async function readTrial(request: PageRequest): Promise<{ pages: TrialPages & { version: TrialVersion }; trial: Trial }> {
  const [pages, trial] = await Promise.all([readTrialPages(request), getTrial(request.services.database, idFrom(request.params.id))])
  const { version } = pages
  return version && version.templateId === trial.templateId
    ? { pages: { ...pages, version }, trial }
    : commonErrors.fail('record.not-found')
}

export const crumbsOf = ({ language }: PageRequest, { line, address }: TrialPages, ...last: string[]): Crumb[] => [
  { label: lineCopy(language).title, href: '/quy-trinh' },
  { label: line.title, href: `/quy-trinh/${line.slug}` },
  { label: copy(language).title, ...(last.length > 0 && { href: address }) },
  ...last.map((label) => ({ label })),
]
