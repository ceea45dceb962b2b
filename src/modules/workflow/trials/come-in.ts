/** How a trial dossier comes in: filed on the portal, received at the desk or from the portal. Pure. */
import { countPromise, type HeldDossier } from '#modules/dossier/index.ts'
import { localDate } from '#platform/text/dates.ts'
import { workflowErrors } from '../errors.ts'
import { startFacts } from '../start.ts'
import { insistAllowed, legalSituation } from '../transition-facts.ts'
import { givenInTrial } from './perform-transition.ts'
import { openingAt, personOf, receptionPromise, type TrialSetting, withFacts } from './trial-dossier.ts'

export function file(setting: TrialSetting, before: HeldDossier | undefined, now: Date): HeldDossier {
  if (before) return workflowErrors.fail('workflow.trial-begun')
  const { receivingUnitId, settlingUnitId } = setting.units
  return withFacts(setting, undefined, now, [
    {
      kind: 'filed',
      code: '',
      channel: 'online',
      procedureVersionId: 0,
      procedureCaseId: 0,
      receivingUnitId,
      settlingUnitId,
      promise: receptionPromise(setting, now),
    },
  ])
}

export function receive(
  setting: TrialSetting,
  before: HeldDossier | undefined,
  { forwards }: { forwards: boolean },
  now: Date,
): HeldDossier {
  const { process, units, channel, returnMethod, calendars, promise } = setting
  if (before) insistAllowed('accept-online', legalSituation(before, calendars(units.settlingUnitId), now, givenInTrial(before)))
  const asked = { channel, returnMethod, supplements: 0, isLate: false, receivedOn: localDate(now) }
  const receptionist = personOf(process.roleIds.get('receptionist'))
  return withFacts(setting, before, now, [
    {
      kind: 'received',
      code: '',
      channel,
      procedureVersionId: 0,
      procedureCaseId: 0,
      receivingUnitId: units.receivingUnitId,
      settlingUnitId: units.settlingUnitId,
      processId: process.id,
      promise: countPromise(calendars(units.settlingUnitId), now, promise.limit, promise),
    },
    ...(before ? [{ kind: 'clock', of: 'reception', entry: 'finish', reason: 'accepted', basis: 'onlineReception' } as const] : []),
    ...startFacts(openingAt(setting, now), units, process, asked, receptionist, forwards),
  ])
}
