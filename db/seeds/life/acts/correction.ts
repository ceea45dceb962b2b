/** What the house did wrong and makes good: a wrong result before and after its return, papers lost. */
import { dateOf, dayNumber } from '../../../../src/modules/calendar/index.ts'
import {
  beginCorrection,
  endCorrection,
  issueCorrection,
  recordLoss,
  replaceBeforeReturn,
} from '../../../../src/modules/settlement/index.ts'
import { localDate } from '../../../../src/platform/text/dates.ts'
import { type Act, ask, type Look, officer } from '../act.ts'
import { someone } from '../people.ts'
import type { World } from '../world.ts'
import { isLawful } from './lawful.ts'

const leader = async (world: World, look: Look): Promise<number | undefined> =>
  someone(world, look, 'agency-leader', look.about.settlingUnitId)

const ERROR = { reasonCode: 'clerical-error', error: 'Ghi sai năm sinh của người được cấp.' }

/** The correction's own tasks belong to no process. */
const ownTask = ({ open }: Look, kind: string) => open.find((task) => task.kind === kind && task.node === undefined)

const replace: Act = {
  name: 'replace-before-return',
  isLegal: (look, world) => isLawful('replace-before-return', look, world, { hasErrorRecord: true, hasLeaderDecision: true }),
  async request(look, world) {
    const by = await leader(world, look)
    if (by === undefined) return undefined
    const documentId = await world.upload(by, `${look.about.resultName.slice(0, 200)} (thay thế)`)
    return ask(officer(by), replaceBeforeReturn, { dossierId: look.about.id, ...ERROR, name: look.about.resultName, documentId })
  },
}

const begin: Act = {
  name: 'begin-correction',
  isLegal: (look, world) => isLawful('begin-correction', look, world, { hasErrorRecord: true }),
  async request(look, world) {
    const by = await leader(world, look)
    const input = { dossierId: look.about.id, ...ERROR, remedy: 'Cấp lại, không thu phí.', workingDays: 3 }
    return by === undefined ? undefined : ask(officer(by), beginCorrection, input)
  },
}

const issue: Act = {
  name: 'issue-correction',
  isLegal: (look) => look.state.state === 'CORRECTING' && ownTask(look, 'signature') !== undefined,
  async request(look, world) {
    const task = ownTask(look, 'signature')
    const by = task?.assigneeId ?? (await leader(world, look))
    if (by === undefined) return undefined
    const documentId = await world.upload(by, `${look.about.resultName.slice(0, 200)} (đính chính)`)
    return ask(officer(by), issueCorrection, { dossierId: look.about.id, name: look.about.resultName, documentId })
  },
}

const end: Act = {
  name: 'end-correction',
  isLegal: (look, world) =>
    isLawful('end-correction', look, world, { isApproved: ownTask(look, 'return') !== undefined, isReceiverKnown: true }),
  async request(look, world) {
    const by = await someone(world, look, 'return-officer', look.about.receivingUnitId)
    const input = { dossierId: look.about.id, receiverName: look.about.ownerName, proof: 'receipt' }
    return by === undefined ? undefined : ask(officer(by), endCorrection, input)
  },
}

const lose: Act = {
  name: 'record-loss',
  isLegal: (look, world) => isLawful('record-loss', look, world, { hasLossRecord: true }) && look.about.papers.length > 0,
  async request(look, world) {
    const by = await leader(world, look)
    const [paper] = look.about.papers
    return by === undefined
      ? undefined
      : ask(officer(by), recordLoss, {
          dossierId: look.about.id,
          reasonCode: 'lost-in-house',
          foundOn: dateOf(dayNumber(localDate(look.now)) - 1),
          papers: paper === undefined ? [] : [paper],
          cause: 'Thất lạc khi chuyển kho lưu trữ.',
          remedy: 'Cơ quan xin cấp lại bản sao và chịu chi phí.',
        })
  },
}

export const correctionActs: readonly Act[] = [replace, begin, issue, end, lose]
