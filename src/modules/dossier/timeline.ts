/** What happened to a dossier, action by action, in words people use: for officers, with names. Pure. */
import type { Language } from '#platform/language.ts'
import { words } from '#platform/language.ts'
import { formatMoment, localDate } from '#platform/text/dates.ts'
import { entryWords, pauseWords } from './clock/entries.ts'
import { cite } from './clock/law.ts'
import type { DossierAction, FactOf, OpenedTask } from './facts.ts'
import { legalProfileOn } from './transitions/legal-profiles.ts'
import { isPaperKey, paperNameIn } from './transitions/paper-names.ts'
import { transitionById } from './transitions/table.ts'
import { channelWords, proofWords, returnMethodWords } from './words.ts'

export interface TimelineEntry {
  sequence: number
  at: Date
  kind: DossierAction['fact']['kind']
  title: string
  /** The officer by name; the system and partners in a word. */
  who: string
  /** Where it went, by when, and what was said. */
  lines: string[]
}

export interface TimelineNames {
  officers: ReadonlyMap<number, string>
  units: ReadonlyMap<number, string>
}

/** Oldest first. A step that was closed and the step it opened are one entry. */
export function timelineOf(actions: readonly DossierAction[], language: Language, names: TimelineNames): TimelineEntry[] {
  const tell = teller(actions, language, names)
  const entries: TimelineEntry[] = []
  actions.forEach((action, index) => {
    // The clocks of steps follow the dossier's, of which is told.
    if (action.fact.kind === 'clock' && action.fact.of === 'step') return
    const before = actions[index - 1]
    const last = entries.at(-1)
    if (action.fact.kind === 'task-opened' && last && before && opensNext(before, action)) last.lines.push(tell.next(action.fact.task))
    else entries.push(tell.entry(action))
  })
  return entries
}

/** The officers and units that a timeline names. */
export function namedIn(actions: readonly DossierAction[]): { officerIds: number[]; unitIds: number[] } {
  const officerIds = new Set<number>()
  const unitIds = new Set<number>()
  for (const { actorKind, actorId, fact } of actions) {
    if (actorKind === 'officer' && actorId !== null) officerIds.add(actorId)
    if (fact.kind === 'task-handed-over') officerIds.add(fact.toOfficerId)
    if (fact.kind === 'task-released') officerIds.add(fact.fromOfficerId)
    if ('officerId' in fact && fact.officerId !== undefined) officerIds.add(fact.officerId)
    if (fact.kind === 'task-opened') {
      unitIds.add(fact.task.unitId)
      if (fact.task.assigneeId !== undefined) officerIds.add(fact.task.assigneeId)
    }
    if (fact.kind === 'received' || fact.kind === 'filed') {
      unitIds.add(fact.receivingUnitId)
      unitIds.add(fact.settlingUnitId)
    }
  }
  return { officerIds: [...officerIds], unitIds: [...unitIds] }
}

const CLOSING = ['received', 'task-completed', 'task-sent-back', 'task-cancelled', 'task-opened']

const opensNext = (before: DossierAction, opening: DossierAction): boolean =>
  CLOSING.includes(before.fact.kind) && before.at.getTime() === opening.at.getTime()

function teller(actions: readonly DossierAction[], language: Language, names: TimelineNames) {
  const text = copy(language)
  const tasks = new Map(actions.flatMap(({ fact }) => (fact.kind === 'task-opened' ? [[fact.task.number, fact.task]] : [])))
  const step = (number: number) => tasks.get(number)?.stepName ?? String(number)
  const officer = (id: number | undefined) => (id === undefined ? '' : (names.officers.get(id) ?? text.someone))
  const stepAt = (fact: FactOf<'task-sent-back'>) =>
    [...tasks.values()].find((task) => (fact.toNode === undefined ? task.stepId === fact.toStepId : task.node === fact.toNode))?.stepName ??
    ''

  const paperNamed = (form: string, at: Date) =>
    isPaperKey(form) ? paperNameIn(legalProfileOn(localDate(at)), form, language) : text.somePaper

  const next = (task: OpenedTask) =>
    text.next(task.stepName, names.units.get(task.unitId) ?? '', officer(task.assigneeId), formatMoment(new Date(task.dueAt)))

  function say({ fact, at }: DossierAction): { title: string; lines?: (string | undefined)[] } {
    switch (fact.kind) {
      case 'filed':
        return {
          title: text.filed(channelWords(language)[fact.channel].toLowerCase()),
          lines: [fact.promise && text.decideBy(formatMoment(new Date(fact.promise.dueAt)))],
        }
      case 'transition': {
        const transition = transitionById(fact.id)
        return {
          title: transition[language],
          lines: [fact.text && text.reason(fact.text), cite(transition.basis, localDate(at), language)],
        }
      }
      case 'clock': {
        const due = 'promise' in fact ? fact.promise.dueAt : 'dueAt' in fact ? fact.dueAt : undefined
        const why = fact.entry === 'pause' ? pauseWords(language)[fact.reason] : undefined
        return { title: entryWords(language)[fact.entry], lines: [why, due && text.promised(formatMoment(new Date(due)))] }
      }
      case 'task-cancelled':
        return { title: text.cancelled(step(fact.number)) }
      case 'received':
        return {
          title: text.received(channelWords(language)[fact.channel].toLowerCase(), names.units.get(fact.receivingUnitId) ?? ''),
          lines: [text.promised(formatMoment(new Date(fact.promise.dueAt)))],
        }
      case 'task-opened':
        return { title: text.opened(fact.task.stepName), lines: [next(fact.task)] }
      case 'task-claimed':
        return { title: text.claimed(step(fact.number)) }
      case 'task-handed-over':
        return { title: text.handedOver(step(fact.number), officer(fact.toOfficerId)), lines: [fact.reason] }
      case 'task-released':
        return { title: text.released(step(fact.number), officer(fact.fromOfficerId)), lines: [fact.reason] }
      case 'task-completed':
        return { title: text.completed(step(fact.number)), lines: [fact.comment] }
      case 'task-sent-back':
        return { title: text.sentBack(stepAt(fact)), lines: [text.reason(fact.reason)] }
      case 'noted':
        return { title: text.noted }
      case 'instructed':
        return { title: text.instructed, lines: [text.instructionDue(formatMoment(new Date(fact.dueAt)))] }
      case 'instruction-acknowledged':
        return { title: text.acknowledged }
      case 'instruction-withdrawn':
        return { title: text.instructionWithdrawn }
      case 'instruction-answered':
        return { title: fact.isFinal ? text.instructionDone : text.answered }
      case 'expert-invited':
        return { title: text.expertInvited(step(fact.taskNumber)) }
      case 'expert-uninvited':
        return { title: text.expertUninvited }
      case 'expert-answered':
        return { title: text.expertAnswered }
      case 'time-charged':
        return {
          title: fact.payer === 'post' ? text.chargedToPost : text.chargedToFault,
          lines: [text.chargedSpan(formatMoment(new Date(fact.from)), formatMoment(new Date(fact.to))), text.reason(fact.reason)],
        }
      case 'document-added':
        return { title: documentWords(language)[fact.purpose] }
      case 'result-prepared':
        return { title: text.prepared(fact.name) }
      case 'result-issued':
        return { title: text.issued(`${fact.number}/${fact.symbol}`) }
      case 'result-returned':
        return { title: text.returned(returnMethodWords(language)[fact.method].toLowerCase()), lines: returnLines(fact) }
      case 'undone': {
        const act = actions.find(({ sequence }) => sequence === fact.from)
        return { title: text.undone(act ? say(act).title : ''), lines: [text.reason(fact.reason)] }
      }
      case 'paper-issued':
        return { title: text.paper(paperNamed(fact.form, at), fact.number) }
    }
  }

  const returnLines = (fact: FactOf<'result-returned'>) => [
    text.proof(proofWords(language)[fact.proof].toLowerCase()),
    fact.originalsReturned ? text.originals : undefined,
  ]

  const others: Record<string, string> = { partner: text.partner, public: text.byLink }

  return {
    next,
    entry(action: DossierAction): TimelineEntry {
      const { title, lines = [] } = say(action)
      const { sequence, at, actorKind, actorId } = action
      const who = actorKind === 'officer' ? officer(actorId ?? undefined) : (others[actorKind] ?? text.system)
      return { sequence, at, kind: action.fact.kind, title, who, lines: lines.filter((line) => line !== undefined) }
    },
  }
}

const copy = words({
  vi: {
    chargedToPost: 'Ghi nhận thời gian của bưu chính',
    chargedToFault: 'Ghi nhận thời gian lỗi kết nối',
    chargedSpan: (from: string, to: string) => `Từ ${from} đến ${to}`,
    expertInvited: (step: string) => `Gửi đường dẫn mời chuyên gia cho ý kiến (${step})`,
    expertUninvited: 'Thu hồi đường dẫn đã gửi chuyên gia',
    expertAnswered: 'Chuyên gia trả lời qua đường dẫn',
    byLink: 'Người được hỏi, qua đường dẫn',
    undone: (act: string) => `Hoàn tác: ${act}`,
    received: (channel: string, unit: string) => `Tiếp nhận hồ sơ ${channel} tại ${unit}`,
    filed: (channel: string) => `Nộp hồ sơ ${channel}`,
    decideBy: (due: string) => `Phải tiếp nhận hoặc trả lời trước ${due}`,
    cancelled: (step: string) => `Không cần làm bước “${step}” nữa`,
    promised: (due: string) => `Hẹn trả kết quả: ${due}`,
    opened: (step: string) => `Bắt đầu bước “${step}”`,
    next: (step: string, unit: string, officer: string, due: string) =>
      `Chuyển đến bước “${step}”, ${unit}${officer ? `, ${officer}` : ''}; hạn của bước: ${due}`,
    claimed: (step: string) => `Nhận xử lý bước “${step}”`,
    handedOver: (step: string, officer: string) => `Giao bước “${step}” cho ${officer}`,
    released: (step: string, officer: string) => `Bước “${step}” của ${officer} trở về chờ nhận xử lý`,
    completed: (step: string) => `Hoàn thành bước “${step}”`,
    sentBack: (step: string) => `Chuyển trả về bước “${step}”`,
    reason: (reason: string) => `Lý do: ${reason}`,
    noted: 'Ghi chú nội bộ',
    instructed: 'Lãnh đạo cho ý kiến chỉ đạo',
    instructionDue: (due: string) => `Hạn thực hiện: ${due}`,
    acknowledged: 'Đã nhận ý kiến chỉ đạo',
    answered: 'Báo cáo việc thực hiện ý kiến chỉ đạo',
    instructionDone: 'Thực hiện xong ý kiến chỉ đạo',
    instructionWithdrawn: 'Thu hồi ý kiến chỉ đạo',
    prepared: (name: string) => `Lập dự thảo kết quả “${name}”`,
    issued: (number: string) => `Cấp số ${number}, phát hành kết quả`,
    returned: (method: string) => `Trả kết quả ${method}`,
    paper: (name: string, number: string) => `Lập ${name} số ${number}`,
    somePaper: 'giấy tờ',
    proof: (proof: string) => `Căn cứ ${proof}`,
    originals: 'Đã trả lại bản chính giấy tờ',
    someone: 'một cán bộ',
    partner: 'Hệ thống đối tác',
    system: 'Hệ thống',
  },
  en: {
    chargedToPost: 'Time of the post recorded',
    chargedToFault: 'Time of a broken exchange recorded',
    chargedSpan: (from: string, to: string) => `From ${from} to ${to}`,
    expertInvited: (step: string) => `Link sent to an expert (${step})`,
    expertUninvited: 'Link to the expert withdrawn',
    expertAnswered: 'The expert answered by the link',
    byLink: 'Who was asked, by a link',
    undone: (act: string) => `Undone: ${act}`,
    received: (channel: string, unit: string) => `Received ${channel} at ${unit}`,
    filed: (channel: string) => `Filed ${channel}`,
    decideBy: (due: string) => `To be accepted or answered before ${due}`,
    cancelled: (step: string) => `Step “${step}” is no longer needed`,
    promised: (due: string) => `Result promised for: ${due}`,
    opened: (step: string) => `Step “${step}” begins`,
    next: (step: string, unit: string, officer: string, due: string) =>
      `On to the step “${step}”, ${unit}${officer ? `, ${officer}` : ''}; step due: ${due}`,
    claimed: (step: string) => `Step “${step}” claimed`,
    handedOver: (step: string, officer: string) => `Step “${step}” given to ${officer}`,
    released: (step: string, officer: string) => `Step “${step}” of ${officer} waits again for its role`,
    completed: (step: string) => `Step “${step}” completed`,
    sentBack: (step: string) => `Sent back to the step “${step}”`,
    reason: (reason: string) => `Reason: ${reason}`,
    noted: 'Internal note',
    instructed: 'A leader gave an instruction',
    instructionDue: (due: string) => `Due: ${due}`,
    acknowledged: 'Instruction acknowledged',
    answered: 'Report on an instruction',
    instructionDone: 'Instruction carried out',
    instructionWithdrawn: 'Instruction withdrawn',
    prepared: (name: string) => `Draft result “${name}” prepared`,
    issued: (number: string) => `Result numbered ${number} and issued`,
    returned: (method: string) => `Result returned ${method}`,
    paper: (name: string, number: string) => `${name} number ${number} issued`,
    somePaper: 'Paper',
    proof: (proof: string) => `Proof: ${proof}`,
    originals: 'Original papers were handed back',
    someone: 'an officer',
    partner: 'Partner system',
    system: 'System',
  },
})

const documentWords = words({
  vi: {
    component: 'Thêm tệp vào thành phần hồ sơ',
    working: 'Thêm tài liệu làm việc',
    result: 'Thêm tệp kết quả',
  },
  en: {
    component: 'File added to a component',
    working: 'Working document added',
    result: 'Result file added',
  },
})
