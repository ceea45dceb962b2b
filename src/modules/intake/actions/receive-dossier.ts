import { action } from '#platform/action.ts'
import { receive } from '../receive.ts'
import { ReceiveDossier } from '../schemas.ts'

/**
 * Tiếp nhận hồ sơ: from here the legal clock runs. One transaction makes the parties, the dossier with its code and promised date, what was handed in, and the
 * first steps of its process. The receipt is printed from it.
 */
export const receiveDossier = action('intake.receive', {
  input: ReceiveDossier,
  scope: (_tx, input) => input.receivingUnitId,
  work: receive,
})
