import { z } from 'zod'
import { getUnit } from '#modules/organization/index.ts'
import { action } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { recordPrint } from '../issue.ts'
import { issueErrors } from './errors.ts'
import { handedDossiers } from './handed-dossiers.ts'
import { layHandoverListOf } from './lay-handover-list.ts'

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
    const { name: to } = await getUnit(tx, toUnitId)
    const { paperId } = await layHandoverListOf(work, { unitId, to, on, dossiers })
    await recordPrint(tx, { paperId, officerId: actor.kind === 'officer' ? actor.id : undefined, now })
    work.about({ kind: 'paper', id: paperId }, { toUnitId, on, dossiers: dossiers.length })
    return { paperId, count: dossiers.length }
  },
})
