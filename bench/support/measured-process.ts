/** The process that the rows of the engine move dossiers through: as a department settles, with a branch in parallel and a choice. */
import type { Facts, ProcessGraph } from '#modules/workflow/index.ts'

type StepKind = Extract<ProcessGraph['nodes'][number], { kind: 'step' }>['step']

const step = (id: string, name: string, kind: StepKind) => ({
  id,
  kind: 'step' as const,
  name,
  step: kind,
  lane: kind === 'reception' || kind === 'return' ? 'desk' : 'department',
  limit: { amount: 4, unit: 'hour' as const },
})

const flow = (from: string, to: string) => ({ id: `${from}-${to}`, from, to })

export const measuredProcess: ProcessGraph = {
  lanes: [
    { key: 'desk', name: 'Bộ phận Một cửa', place: 'receiving', roleCode: 'receptionist' },
    { key: 'department', name: 'Phòng chuyên môn', place: 'settling', roleCode: 'specialist' },
  ],
  nodes: [
    { id: 'start', kind: 'start', name: 'Bắt đầu' },
    step('receive', 'Tiếp nhận', 'reception'),
    step('assign', 'Phân công', 'assignment'),
    { id: 'fork', kind: 'fork', name: '' },
    step('appraise', 'Thẩm định', 'appraisal'),
    step('inspect', 'Kiểm tra thực địa', 'appraisal'),
    step('consult', 'Lấy ý kiến', 'appraisal'),
    { id: 'join', kind: 'join', name: '', mode: { kind: 'all' } },
    { id: 'choice', kind: 'choice', name: 'Có phí thẩm định?' },
    step('pay', 'Thu phí', 'appraisal'),
    step('review', 'Soát xét', 'review'),
    step('sign', 'Ký duyệt', 'signature'),
    step('issue', 'Phát hành', 'issue'),
    step('return', 'Trả kết quả', 'return'),
    { id: 'end', kind: 'end', name: 'Kết thúc' },
  ],
  flows: [
    flow('start', 'receive'),
    flow('receive', 'assign'),
    flow('assign', 'fork'),
    flow('fork', 'appraise'),
    flow('fork', 'consult'),
    flow('appraise', 'inspect'),
    flow('inspect', 'join'),
    flow('consult', 'join'),
    flow('join', 'choice'),
    { ...flow('choice', 'pay'), condition: { field: 'fee', operator: 'more', value: 0 } },
    { ...flow('choice', 'review'), isDefault: true },
    flow('pay', 'review'),
    flow('review', 'sign'),
    flow('sign', 'issue'),
    flow('issue', 'return'),
    flow('return', 'end'),
  ],
}

export interface MeasuredWay {
  facts: Facts
  /** The steps in the order in which they are done. An engine that does not wait at one of them, or has not ended after the last, fails the row. */
  steps: readonly string[]
}

const BEFORE = ['receive', 'assign', 'appraise', 'consult', 'inspect']
const AFTER = ['review', 'sign', 'issue', 'return']

const PAID: MeasuredWay = { facts: { fee: 300_000 }, steps: [...BEFORE, 'pay', ...AFTER] }
const FREE: MeasuredWay = { facts: {}, steps: [...BEFORE, ...AFTER] }

export const MOST_STEPS = PAID.steps.length

/** Dossiers take the two ways through it in turns. */
export const wayOf = (dossier: number): MeasuredWay => (dossier % 2 === 0 ? PAID : FREE)

/** What the FEEL of its conditions means, for an engine that is given the exported process. */
export const MEASURED_CONDITIONS: Readonly<Record<string, (facts: Facts) => boolean>> = { 'fee > 0': ({ fee }) => Number(fee) > 0 }
