import { calendarReader } from '#modules/calendar/index.ts'
import { getReceptionCase, settlingRulesOf } from '#modules/catalogue/index.ts'
import { insistAllowed } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { receive } from '../receive.ts'
import { RecordOutside } from '../schemas.ts'

/**
 * Ghi nhận hồ sơ tiếp nhận ngoài Bộ phận Một cửa (NĐ 61/2018 art. 14(5)): the agency received it on the spot; it is tracked here from that moment as any other. Only for
 * procedures whose version says so; by the agency that settles it.
 */
export const recordOutside = action('intake.record-outside', {
  input: RecordOutside,
  async scope(tx, { procedureCaseId, receivingUnitId }) {
    // Whether it may be received at all today is said by the work.
    const offer = await tx
      .selectFrom('procedureCase as c')
      .innerJoin('procedureVersion as v', 'v.id', 'c.procedureVersionId')
      .innerJoin('procedureOffer as o', 'o.procedureId', 'v.procedureId')
      .select('o.settlingUnitId')
      .where('c.id', '=', procedureCaseId)
      .where('o.receivingUnitId', '=', receivingUnitId)
      .orderBy('o.validFrom', 'desc')
      .limit(1)
      .executeTakeFirst()
    return offer?.settlingUnitId ?? receivingUnitId
  },
  async work(work, given) {
    const { tx, now } = work
    const input = { ...given, channel: 'counter' as const, counterId: undefined, forwards: true }
    const procedure = await getReceptionCase(tx, input.procedureCaseId, {
      receivingUnitId: input.receivingUnitId,
      channel: input.channel,
      day: localDate(now),
    })
    const { isOutsideTheUnit } = await settlingRulesOf(tx, procedure.versionId)
    insistAllowed('record-outside-the-unit', {
      state: 'nothing',
      now,
      calendar: (await calendarReader(tx))([procedure.settlingUnitId]),
      isOutsideTheUnit,
      isApplicantIdentified: true,
      isVersionInForce: true,
      isComplete: true,
    })
    return receive(work, input)
  },
})
