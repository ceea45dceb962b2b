/** The form as a reception: its input for the action, and the promise it would make. Nothing is written. */
import { checkReception, explainPromise, ReceiveDossier } from '#modules/intake/index.ts'
import { parseInput } from '#platform/action.ts'
import { AppError } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import type { CheckedReception } from './check-part.tsx'
import type { Desk } from './desk.ts'
import { fieldNames, receptionInput, type Sources } from './reception-input.ts'

/** @throws AppError of the catalogue when the chosen case can no longer be received here */
export function sourcesOf({ form, unitId, counterId, procedure, owner, submitter }: Desk): Sources {
  if (!procedure) throw new AppError('catalogue.case-unknown')
  if (!procedure.ok) throw procedure.error
  return { form, unitId, counterId, procedure: procedure.value, owner: owner.known, submitter: submitter.known }
}

export const inputOf = (desk: Desk): Record<string, unknown> => receptionInput(sourcesOf(desk))

/** @throws AppError with the fields of the form */
export async function checkDesk({ services, viewer, now }: PageRequest, desk: Desk): Promise<CheckedReception> {
  const sources = sourcesOf(desk)
  try {
    const input = parseInput(ReceiveDossier, receptionInput(sources))
    const { procedure, promise } = await checkReception(services.database, input, { actor: viewer.actor, now })
    return { input, procedure, promise, explanation: await explainPromise(services.database, procedure.settlingUnitId, promise, now) }
  } catch (error) {
    throw atFields(error, sources)
  }
}

/** The same refusal, its sentences at the fields of this form. */
export const atFields = (error: unknown, sources: Sources): unknown =>
  error instanceof AppError ? new AppError(error.code, { fields: fieldNames(error.fields, sources), parameters: error.parameters }) : error
