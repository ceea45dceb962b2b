/** The draft that a page of the designer is about, and what the designer is told of the line. */
import { formatLimit } from '#modules/catalogue/index.ts'
import { channelWords, transitionById } from '#modules/dossier/index.ts'
import {
  CONDITION_FIELDS,
  findDraft,
  formatHours,
  legalHours,
  legalLimitOfLine,
  type ProcessDraft,
  STEP_ACTS,
  stepRoles,
} from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { type Line, readLine } from '../line.ts'
import { copy } from '../words.ts'
import type { DesignerSetting } from './setting.ts'

export const addressOf = ({ slug }: Pick<Line, 'slug'>): string => `/quy-trinh/${slug}/thiet-ke`

/** @throws AppError `record.not-found` when nothing is being drawn */
export async function readDraft(request: PageRequest): Promise<{ line: Line; draft: ProcessDraft }> {
  const line = await readLine(request)
  const draft = await findDraft(request.services.database, line.procedureId)
  return draft ? { line, draft } : commonErrors.fail('record.not-found')
}

export async function readSetting(request: PageRequest, line: Line, draft: ProcessDraft): Promise<DesignerSetting> {
  const { services, language, now } = request
  const [roles, limit] = await Promise.all([
    stepRoles(services.database),
    legalLimitOfLine(services.database, { procedureId: line.procedureId, templateId: draft.templateId }, localDate(now)),
  ])
  const hours = legalHours(limit)
  return {
    address: addressOf(line),
    language,
    roles: roles.map(({ code, name, nameEn }) => ({ code, name: language === 'vi' ? name : nameEn })),
    fields: CONDITION_FIELDS,
    acts: STEP_ACTS.map((act) => ({ value: act, label: transitionById(act)[language] })),
    ...(limit &&
      hours !== undefined && {
        legal: {
          hours,
          text: copy(language).legalIs(
            formatLimit(limit, language),
            channelWords(language)[limit.channel].toLocaleLowerCase('vi'),
            formatHours(hours),
          ),
        },
      }),
  }
}
