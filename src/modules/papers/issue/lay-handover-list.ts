import { findOfficerName } from '#modules/identity/index.ts'
import { getUnit } from '#modules/organization/index.ts'
import type { Work } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { type HandedDossier, handoverListPaper } from '../handover-list.ts'
import { issuePaper } from '../issue.ts'
import { handedNow } from './handed-dossiers.ts'
import type { LaidPaper } from './lay-paper.ts'
import { paperOffice } from './paper-office.ts'

interface HandoverListToLay {
  /** Bên giao; its book of numbers. */
  unitId: number
  /** Bên nhận, by name: another unit, `Bưu điện tỉnh Quảng Trị`, the archive. */
  to: string
  /** The day of the hand-over, `YYYY-MM-DD`. */
  on: string
  dossiers: HandedDossier[]
}

export async function layHandoverListOf({ tx, actor, now }: Work, { unitId, to, on, dossiers }: HandoverListToLay): Promise<LaidPaper> {
  const officerId = actor.kind === 'officer' ? actor.id : undefined
  const [office, from, giver] = await Promise.all([
    paperOffice(tx, unitId),
    getUnit(tx, unitId),
    officerId === undefined ? undefined : findOfficerName(tx, officerId),
  ])
  const { id, number, fullNumber } = await issuePaper(tx, {
    form: 'HANDOVER_LIST',
    unitId,
    office,
    officerId,
    now,
    make: (head) => handoverListPaper({ ...head, office, fromUnit: from.name, toUnit: to, on, dossiers, giverName: giver ?? '' }),
  })
  return { paperId: id, number, year: Number(localDate(now).slice(0, 4)), fullNumber }
}

/**
 * Lays the list that goes along with dossiers given away by this very act: results handed to the post (T20), dossiers to the archive. It is printed by `printIssuedPaper`.
 * @throws AppError `record.not-found`
 */
export const layHandoverList = async (
  work: Work,
  { unitId, to, dossierIds }: { unitId: number; to: string; dossierIds: readonly number[] },
): Promise<LaidPaper> =>
  layHandoverListOf(work, { unitId, to, on: localDate(work.now), dossiers: await handedNow(work.tx, dossierIds, work.now) })
