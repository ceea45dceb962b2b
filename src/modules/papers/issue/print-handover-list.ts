import { z } from 'zod'
import { findOfficerName } from '#modules/identity/index.ts'
import { getUnit } from '#modules/organization/index.ts'
import { action } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { handoverListPaper } from '../handover-list.ts'
import { issuePaper, recordPrint } from '../issue.ts'
import { issueErrors } from './errors.ts'
import { handedDossiers } from './handed-dossiers.ts'
import { paperOffice } from './paper-office.ts'

export const HandoverListRequest = z.object({
  unitId: z.coerce.number({ error: 'Hãy chọn bên giao.' }).int().positive('Hãy chọn bên giao.'),
  toUnitId: z.coerce.number({ error: 'Hãy chọn bên nhận.' }).int().positive('Hãy chọn bên nhận.'),
  /** The day of the hand-over. */
  on: z.iso.date({ error: 'Hãy chọn ngày bàn giao.' }),
  /** Codes of the dossiers; none: all that went there that day. */
  codes: z.array(z.string()).max(2_000).default([]),
})
export type HandoverListRequest = z.infer<typeof HandoverListRequest>

/** Lập và in danh sách bàn giao: an issued paper with its number; a list holds only what was passed on in the system. */
export const printHandoverList = action('papers.hand-over', {
  input: HandoverListRequest,
  scope: (_tx, { unitId }) => unitId,
  async work(work, { unitId, toUnitId, on, codes }): Promise<{ paperId: number; count: number }> {
    const { tx, actor, now } = work
    issueErrors.insist(on <= localDate(now), 'papers.hand-over-ahead')
    const handed = (await handedDossiers(tx, { unitId, on }, work)).find((each) => each.unitId === toUnitId)?.dossiers ?? []
    const missing = codes.find((code) => !handed.some((dossier) => dossier.code === code))
    issueErrors.insist(missing === undefined, 'papers.not-handed-over', { parameters: { code: missing ?? '' } })
    const dossiers = codes.length > 0 ? handed.filter(({ code }) => codes.includes(code)) : handed
    issueErrors.insist(dossiers.length > 0, 'papers.nothing-handed-over')
    const [office, from, to] = await Promise.all([paperOffice(tx, unitId), getUnit(tx, unitId), getUnit(tx, toUnitId)])
    const officerId = actor.kind === 'officer' ? actor.id : undefined
    const giverName = (officerId && (await findOfficerName(tx, officerId))) || ''
    const issued = await issuePaper(tx, {
      form: 'HANDOVER_LIST',
      unitId,
      office,
      officerId,
      now,
      make: (head) => handoverListPaper({ ...head, office, fromUnit: from.name, toUnit: to.name, on, dossiers, giverName }),
    })
    await recordPrint(tx, { paperId: issued.id, officerId, now })
    work.about({ kind: 'paper', id: issued.id }, { toUnitId, on, dossiers: dossiers.length })
    return { paperId: issued.id, count: dossiers.length }
  },
})
