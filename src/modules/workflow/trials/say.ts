/** Assertions, what was found instead, and acts, in words of both languages. */
import {
  isPaperKey,
  LIFE_STATES,
  type LifeState,
  legalProfileOn,
  NATIONAL_CODES,
  type NationalCode,
  paperNameIn,
  transitionById,
} from '#modules/dossier/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { messageWords } from '../announced.ts'
import type { ProcessGraph } from '../graph/graph.ts'
import { assertionsOf } from './check.ts'
import type { Observation } from './observe.ts'
import type { StepResult } from './replay.ts'
import { type Assertion, CORRECTED_KEY, CORRECTION_KEY, LEG_KEY, type TrialAct } from './trial.ts'

export function sayAssertion(assertion: Assertion, graph: ProcessGraph, language: Language): string {
  const text = copy(language)
  switch (assertion.kind) {
    case 'state':
      return text.state(stateName(assertion.state, language))
    case 'national':
      return text.national(assertion.code, NATIONAL_CODES[assertion.code as NationalCode]?.[language] ?? '')
    case 'open':
      return assertion.nodes.length === 0 ? text.noneOpen : text.open(assertion.nodes.map((key) => nameOf(graph, key, language)).join('; '))
    case 'who': {
      const role =
        assertion.role === undefined
          ? text.nobody
          : (graph.lanes.find(({ roleCode }) => roleCode === assertion.role)?.name ?? assertion.role)
      return text.who(nameOf(graph, assertion.node, language), role, text[assertion.place], text[`holder-${assertion.holder}`])
    }
    case 'step-due':
      return text.stepDue(nameOf(graph, assertion.node, language), formatMoment(new Date(assertion.at)))
    case 'due':
      return assertion.at === null ? text.noDue : text.due(formatMoment(new Date(assertion.at)))
    case 'paper':
      return text.paper(paperName(assertion.form, language))
    case 'message':
      return text.message(messageWords(language)[assertion.message])
  }
}

/** What was seen in its place. */
export function sayFound(assertion: Assertion, seen: Observation | undefined, graph: ProcessGraph, language: Language): string {
  const text = copy(language)
  if (!seen) return text.notReached
  const same = assertionsOf(seen).filter(({ kind }) => kind === assertion.kind)
  if (assertion.kind === 'paper' || assertion.kind === 'message')
    return same.length === 0 ? text.nothing : same.map((each) => sayAssertion(each, graph, language)).join('; ')
  const found = 'node' in assertion ? same.find((each) => 'node' in each && each.node === assertion.node) : same[0]
  return found ? sayAssertion(found, graph, language) : text.notOpen
}

export function sayAct(act: TrialAct, graph: ProcessGraph, language: Language): string {
  const text = copy(language)
  switch (act.kind) {
    case 'complete': {
      const done = text.complete(nameOf(graph, act.leg === undefined ? act.node : `${act.node}.${act.leg}`, language))
      return `${done}${act.verdict ? `, ${text[act.verdict]}` : ''}${act.goesOn ? `, ${text.goesOn}` : ''}`
    }
    case 'receive':
      return act.forwards ? text.receive : text.receiveOnly
    case 'send-back':
      return text.sendBack(nameOf(graph, act.node, language), nameOf(graph, act.toNode, language))
    case 'issue':
      return text.issue
    case 'return':
      return text.return
    case 'answer': {
      const answered = text.answer(act.leg)
      return act.next ? `${answered}, ${text.thenNext}` : answered
    }
    case 'transition':
      return [
        transitionById(act.id)[language],
        ...(act.byLeader ? [text.byLeader] : []),
        ...(act.newDueAt ? [text.until(formatMoment(new Date(act.newDueAt)))] : []),
        ...(act.legs ? [text.agencies(act.legs.length, [...new Set(act.legs.map(({ workingDays }) => workingDays))])] : []),
      ].join(', ')
    default:
      return text[act.kind]
  }
}

/** The first thing that was not so; nothing for a green trial. */
export function sayFailure(steps: readonly StepResult[], graph: ProcessGraph, language: Language): string | undefined {
  const text = copy(language)
  for (const [at, { step, refusal, seen, checks }] of steps.entries()) {
    if (refusal) return text.failedAct(at + 1, sayAct(step.act, graph, language), refusal.sentence(language))
    const red = checks.find(({ isGreen }) => !isGreen)
    if (red) return text.failed(at + 1, sayAssertion(red.assertion, graph, language), sayFound(red.assertion, seen, graph, language))
  }
  return undefined
}

const stateName = (state: string, language: Language): string => LIFE_STATES[state as LifeState]?.[language] ?? state

const paperName = (form: string, language: Language): string =>
  isPaperKey(form) ? paperNameIn(legalProfileOn('9999-12-31'), form, language) : form

/** A step that this version does not have is called by its key. */
function nameOf({ nodes }: ProcessGraph, key: string, language: Language): string {
  const text = copy(language)
  if (key.startsWith(LEG_KEY)) return text.legByHand(key.slice(LEG_KEY.length))
  if (key === CORRECTION_KEY) return text.correction
  if (key === CORRECTED_KEY) return text.corrected
  const plain = nodes.find(({ id }) => id === key)
  if (plain) return plain.name || key
  for (const node of nodes)
    if (node.kind === 'agencies') {
      const leg = node.legs.find((each) => `${node.id}.${each.key}` === key)
      if (leg) return leg.name
    }
  return key
}

const copy = words({
  vi: {
    state: (state: string) => `Trạng thái: ${state}`,
    national: (code: number, name: string) => `Mã quốc gia: ${code} (${name})`,
    open: (steps: string) => `Bước đang mở: ${steps}`,
    noneOpen: 'Không còn bước nào mở',
    who: (step: string, role: string, place: string, holder: string) => `Người làm bước “${step}”: ${role}, ${place}, ${holder}`,
    nobody: 'không của ai',
    receiving: 'nơi tiếp nhận',
    settling: 'cơ quan giải quyết',
    other: 'cơ quan khác',
    'holder-role': 'chưa giao cho ai',
    'holder-binding': 'giao cho người ghi ở bảng gán',
    'holder-person': 'đã giao cho một người',
    stepDue: (step: string, at: string) => `Hạn bước “${step}”: ${at}`,
    due: (at: string) => `Ngày hẹn trả: ${at}`,
    noDue: 'Không có ngày hẹn (chưa tiếp nhận hoặc đang tạm dừng)',
    paper: (name: string) => `Giấy tờ được lập: ${name}`,
    message: (name: string) => `Thông báo được gửi: ${name}`,
    notReached: 'Kịch bản không đi được đến đây',
    notOpen: 'Bước này không đang mở',
    nothing: 'Không có',
    file: 'Nộp trực tuyến',
    receive: 'Tiếp nhận và chuyển cơ quan giải quyết',
    receiveOnly: 'Tiếp nhận, chưa chuyển',
    complete: (step: string) => `Hoàn thành bước “${step}”`,
    fit: 'đủ điều kiện',
    unfit: 'không đủ điều kiện',
    goesOn: 'không chờ các nhánh khác',
    'prepare-result': 'Lập dự thảo kết quả',
    issue: 'Cấp số, phát hành kết quả',
    return: 'Trả kết quả',
    sendBack: (from: string, to: string) => `Chuyển trả từ “${from}” về “${to}”`,
    byLeader: 'theo quyết định của lãnh đạo',
    answer: (leg: number) => `Cơ quan phối hợp thứ ${leg} trả lời`,
    thenNext: 'chuyển tiếp cơ quan sau',
    agencies: (count: number, days: number[]) => `${count} cơ quan, trả lời trong ${days.join(', ')} ngày làm việc`,
    legByHand: (number: string) => `phần việc của cơ quan phối hợp thứ ${number}`,
    correction: 'đính chính, cấp lại kết quả',
    corrected: 'trả kết quả đã đính chính',
    'issue-correction': 'Ký, cấp số kết quả đã đính chính',
    until: (at: string) => `đến ${at}`,
    wait: 'Chờ đến thời điểm này',
    failedAct: (number: number, act: string, why: string) => `Việc ${number}, ${act}: ${why}`,
    failed: (number: number, expected: string, found: string) => `Việc ${number}: cần “${expected}”, thấy “${found}”`,
  },
  en: {
    state: (state: string) => `State: ${state}`,
    national: (code: number, name: string) => `National code: ${code} (${name})`,
    open: (steps: string) => `Open steps: ${steps}`,
    noneOpen: 'No step is open',
    who: (step: string, role: string, place: string, holder: string) => `Who does “${step}”: ${role}, ${place}, ${holder}`,
    nobody: 'nobody’s',
    receiving: 'receiving unit',
    settling: 'settling agency',
    other: 'another agency',
    'holder-role': 'given to nobody yet',
    'holder-binding': 'given to the officer of the binding',
    'holder-person': 'given to somebody',
    stepDue: (step: string, at: string) => `Due time of “${step}”: ${at}`,
    due: (at: string) => `Date promised: ${at}`,
    noDue: 'No date is promised (not received, or standing still)',
    paper: (name: string) => `Paper laid: ${name}`,
    message: (name: string) => `Message announced: ${name}`,
    notReached: 'The trial did not come to here',
    notOpen: 'This step is not open',
    nothing: 'None',
    file: 'File online',
    receive: 'Receive and forward',
    receiveOnly: 'Receive without forwarding',
    complete: (step: string) => `Complete “${step}”`,
    fit: 'fit',
    unfit: 'unfit',
    goesOn: 'without waiting for the other branches',
    'prepare-result': 'Prepare the result',
    issue: 'Number and issue the result',
    return: 'Return the result',
    sendBack: (from: string, to: string) => `Send back from “${from}” to “${to}”`,
    byLeader: 'by a leader’s decision',
    answer: (leg: number) => `Agency ${leg} that was asked answers`,
    thenNext: 'the next one is asked',
    agencies: (count: number, days: number[]) =>
      `${count} ${count === 1 ? 'agency' : 'agencies'}, to answer within ${days.join(', ')} working days`,
    legByHand: (number: string) => `part of agency ${number} that was asked`,
    correction: 'correcting the result',
    corrected: 'returning the corrected result',
    'issue-correction': 'Sign and number the corrected result',
    until: (at: string) => `until ${at}`,
    wait: 'Wait until this moment',
    failedAct: (number: number, act: string, why: string) => `Act ${number}, ${act}: ${why}`,
    failed: (number: number, expected: string, found: string) => `Act ${number}: expected “${expected}”, found “${found}”`,
  },
})
