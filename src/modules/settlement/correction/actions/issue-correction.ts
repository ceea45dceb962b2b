import { unitCalendars } from '#modules/calendar/index.ts'
import { holdDossier } from '#modules/dossier/index.ts'
import { findRoleByCode } from '#modules/identity/index.ts'
import {
  announce,
  appendWithTasks,
  correctedFacts,
  insistMayWork,
  openCorrection,
  openTasks,
  unitsOfDossier,
} from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { DossierReference } from '../../fields.ts'
import { CorrectedResult, issueCorrected } from '../correction-row.ts'

export const IssueCorrection = DossierReference.extend(CorrectedResult.shape)

/** Ký, cấp số kết quả đã đính chính: by the leader who holds the correction's task; it then waits at the counter to be returned. */
export const issueCorrection = action('settlement.correct-result', {
  input: IssueCorrection,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, input) {
    const { tx, now } = work
    const dossier = await holdDossier(tx, input.dossierId)
    work.about({ kind: 'dossier', id: dossier.id })
    const task = openCorrection(dossier.actions)
    if (dossier.state.state !== 'CORRECTING' || !task) return commonErrors.fail('record.changed')
    await insistMayWork(work, task)
    const { number, symbol } = await issueCorrected(work, dossier, input)
    const role = await findRoleByCode(tx, 'return-officer')
    const calendars = await unitCalendars(tx, [dossier.receivingUnitId])
    const facts = correctedFacts({ calendars, now }, dossier, task, role?.id)
    appendWithTasks(
      work,
      dossier,
      { kind: 'document-added', documentId: input.documentId, purpose: 'result', taskNumber: task.number },
      ...facts,
    )
    await announce(work, dossier, 'result-available', { isCorrection: true, number, symbol })
    return { dossierId: dossier.id, number, symbol, taskNumber: openTasks(dossier.actions)[0]?.number }
  },
})
