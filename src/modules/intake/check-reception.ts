/** What must be right before a dossier is received. All that is wrong is said at once, each at its field. */
import { type UnitCalendars, unitCalendars } from '#modules/calendar/index.ts'
import { getReceptionCase, type ReceptionCase } from '#modules/catalogue/index.ts'
import type { TimePromise } from '#modules/dossier/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { intakeErrors } from './errors.ts'
import { documentIdsOf, isHandedIn } from './handed-papers.ts'
import { promiseFor } from './promise.ts'
import { isDocumentFree } from './queries/free-documents.ts'
import type { HandedDossier } from './schemas.ts'

export interface Reception {
  procedure: ReceptionCase
  /** Of the receiving and the settling unit. */
  calendars: UnitCalendars
  promise: TimePromise
}

/**
 * The procedure as this unit receives it now and the date it promises, once everything the law asks of a reception is there.
 * @throws AppError `catalogue.…`, `intake.…` with the fields
 */
export async function checkReception(db: Queryable, input: HandedDossier, by: { actor: Actor; now: Date }): Promise<Reception> {
  const { channel, receivingUnitId } = input
  const procedure = await getReceptionCase(db, input.procedureCaseId, { receivingUnitId, channel, day: localDate(by.now) })
  const problems = problemsOf(procedure, input)
  const [first] = problems
  if (first) intakeErrors.fail(first.code, { fields: Object.assign({}, ...problems.map(({ fields }) => fields)) })
  const [isFree, calendars] = await Promise.all([
    isDocumentFree(db, documentIdsOf(input), by.actor),
    unitCalendars(db, [receivingUnitId, procedure.settlingUnitId]),
  ])
  intakeErrors.insist(isFree, 'intake.document-unknown')
  return { procedure, calendars, promise: promiseFor(calendars(procedure.settlingUnitId), procedure.limit, by.now) }
}

type Problem = { code: Parameters<typeof intakeErrors.fail>[0]; fields: Record<string, string> }

/** Pure: what is missing, in the order of the desk's form. Components are named by the catalogue's id: `components.12`. */
export function problemsOf(procedure: ReceptionCase, input: HandedDossier): Problem[] {
  const problems: Problem[] = []
  if (input.submitter && !input.authorizationPaper)
    problems.push({
      code: 'intake.authorization-missing',
      fields: { authorizationPaper: 'Hãy ghi giấy tờ ủy quyền hoặc giấy giới thiệu.' },
    })
  const listed = new Map(procedure.components.map((component) => [component.id, component]))
  const unlisted = input.components.filter(({ componentId }) => !listed.has(componentId))
  if (unlisted.length > 0)
    problems.push({
      code: 'intake.component-unknown',
      fields: Object.fromEntries(
        unlisted.map(({ componentId }) => [`components.${componentId}`, 'Giấy tờ này không thuộc trường hợp đã chọn.']),
      ),
    })
  const handed = new Map(input.components.map((component) => [component.componentId, component]))
  const missing = procedure.components.filter((component) => component.isRequired && !isHandedIn(component, handed.get(component.id)))
  if (missing.length > 0)
    problems.push({
      code: 'intake.component-missing',
      fields: Object.fromEntries(missing.map(({ id, name }) => [`components.${id}`, `Thiếu “${name}”.`])),
    })
  if (input.returnMethod === 'post' && !input.returnAddress)
    problems.push({ code: 'intake.address-missing', fields: { returnAddress: 'Hãy ghi địa chỉ nhận kết quả.' } })
  return problems
}
