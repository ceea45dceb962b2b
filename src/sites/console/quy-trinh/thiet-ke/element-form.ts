/** A part of the graph as the fields of its form, and back. Pure, also in the browser. */
import {
  type ConditionField,
  type Flow,
  type GraphLimit,
  type GraphNode,
  type Lane,
  OPERATORS,
  type Operation,
  type Operator,
  type ProcessGraph,
  STEP_ACTS,
} from '#modules/workflow/index.ts'
import { type FormValues, many, nested, one } from '#platform/http/forms.ts'
import { type Language, words } from '#platform/language.ts'
import { type ConditionRow, type ConditionRows, conditionOfRows, conditionRows, type Joined } from './condition-rows.ts'

/** Selected when the roles are edited; ids of a graph have no dot. */
export const LANES = '.vai-tro'

const copy = words({
  vi: {
    amount: 'Hãy ghi một số chẵn nửa, từ 0 đến 10.000. Ví dụ: 4 hoặc 0,5.',
    count: 'Hãy ghi số nhánh phải xong, là một số nguyên. Ví dụ: 2.',
  },
  en: {
    amount: 'Write a number in halves, from 0 to 10,000. Example: 4 or 0.5.',
    count: 'Write how many branches, a whole number. Example: 2.',
  },
})

/** The form's values of what is selected. */
export function valuesOf(graph: ProcessGraph, selected: string | undefined): FormValues {
  const node = graph.nodes.find(({ id }) => id === selected)
  if (node) return nodeValues(node)
  const flow = graph.flows.find(({ id }) => id === selected)
  if (flow) return flowValues(flow)
  return selected === LANES ? listValues('lanes', graph.lanes) : {}
}

function nodeValues(node: GraphNode): FormValues {
  switch (node.kind) {
    case 'step':
      return {
        name: node.name,
        step: node.step,
        lane: node.lane,
        ...limitValues(node.limit),
        output: node.output ?? '',
        acts: node.actions === undefined ? 'all' : 'some',
        actions: node.actions ?? [...STEP_ACTS],
      }
    case 'outside':
      return { name: node.name, lane: node.lane, ...limitValues(node.limit) }
    case 'timer':
      return { name: node.name, ...limitValues(node.wait) }
    case 'join': {
      const { mode } = node
      return {
        name: node.name,
        mode: mode.kind,
        count: mode.kind === 'at-least' ? String(mode.count) : '',
        branch: mode.kind === 'lead' ? mode.branch : '',
      }
    }
    case 'agencies': {
      const legs = node.legs.map(({ limit, ...leg }) => ({ ...leg, ...limitValues(limit) }))
      return { name: node.name, mode: node.mode, lead: node.lead ?? '', ...listValues('legs', legs) }
    }
    default:
      return { name: node.name }
  }
}

function flowValues({ name, to, isDefault, condition }: Flow): FormValues {
  const known = conditionRows(condition)
  const rows = (known?.groups ?? []).flatMap((group, at): [string, string | string[]][] => [
    [`groups.${at}.joined`, group.joined],
    ...group.rows.flatMap(({ field, operator, values }, row): [string, string | string[]][] => [
      [`groups.${at}.parts.${row}.field`, field],
      [`groups.${at}.parts.${row}.operator`, operator],
      [`groups.${at}.parts.${row}.values`, values],
    ]),
  ])
  return { name: name ?? '', to, when: isDefault ? 'default' : 'condition', joined: known?.joined ?? 'all', ...Object.fromEntries(rows) }
}

const limitValues = ({ amount, unit }: GraphLimit) => ({ amount: amount > 0 ? String(amount).replace('.', ',') : '', unit })

const listValues = (name: string, list: readonly object[]): FormValues =>
  Object.fromEntries(list.flatMap((each, at) => Object.entries(each).map(([key, value]) => [`${name}.${at}.${key}`, String(value)])))

export interface ReadForm {
  /** What the fields say; in order. */
  operations: Operation[]
  /** By field; then there are no operations. */
  errors: Record<string, string>
}

/** What the form of the selected part says. Fields that were not sent say nothing new. */
export function readForm(
  form: FormValues,
  { graph, selected, fields, language }: { graph: ProcessGraph; selected?: string; fields: readonly ConditionField[]; language: Language },
): ReadForm {
  const errors: Record<string, string> = {}
  const node = graph.nodes.find(({ id }) => id === selected)
  const flow = graph.flows.find(({ id }) => id === selected)
  const operations: Operation[] = node
    ? [{ do: 'set-node', node: nodeOf(node, form, errors, language) }]
    : flow
      ? flowOperations(flow, form, fields)
      : selected === LANES
        ? listOf(form, 'lanes').flatMap((lane) => laneOperation(graph, lane))
        : []
  return { operations: Object.keys(errors).length > 0 ? [] : operations, errors }
}

function nodeOf(node: GraphNode, form: FormValues, errors: Record<string, string>, language: Language): GraphNode {
  const name = 'name' in form ? lineOf(one(form.name)) : node.name
  const text = (field: string, before: string) => (field in form ? lineOf(one(form[field])) : before)
  const limit = (before: GraphLimit) =>
    limitOf(one(form.amount), one(form.unit), before, 'amount' in form, () => {
      errors.amount = copy(language).amount
    })
  switch (node.kind) {
    case 'step': {
      const { output: before, actions, ...rest } = node
      const allowed = 'acts' in form ? actsOf(form) : actions
      const output = text('output', before ?? '')
      const step = STEP_KINDS.find((kind) => kind === one(form.step)) ?? node.step
      return {
        ...rest,
        name,
        step,
        lane: text('lane', node.lane),
        limit: limit(node.limit),
        ...(output !== '' && { output }),
        ...(allowed && { actions: allowed }),
      }
    }
    case 'outside':
      return { ...node, name, lane: text('lane', node.lane), limit: limit(node.limit) }
    case 'timer':
      return { ...node, name, wait: limit(node.wait) }
    case 'join':
      return { ...node, name, mode: joinMode(form, errors, language) ?? node.mode }
    case 'agencies': {
      const typed = listOf(form, 'legs')
      const legs = node.legs.map((leg, at) => {
        const row = typed.find(({ key }) => key === leg.key)
        if (!row) return leg
        const own = limitOf(row.amount ?? '', row.unit ?? '', leg.limit, true, () => {
          errors[`legs.${at}.amount`] = copy(language).amount
        })
        return { ...leg, name: lineOf(row.name ?? ''), lane: row.lane ?? '', limit: own }
      })
      const { lead: before, ...rest } = node
      const lead = text('lead', before ?? '')
      const mode = one(form.mode) === 'in-order' ? 'in-order' : one(form.mode) === 'parallel' ? 'parallel' : node.mode
      return { ...rest, name, mode, legs, ...(lead !== '' && { lead }) }
    }
    default:
      return { ...node, name }
  }
}

/** Nothing where everything is allowed. */
const actsOf = (form: FormValues): string[] | undefined =>
  one(form.acts) === 'some' ? STEP_ACTS.filter((act) => many(form.actions).includes(act)) : undefined

export const STEP_KINDS = ['reception', 'assignment', 'appraisal', 'review', 'signature', 'issue', 'return'] as const

function joinMode(form: FormValues, errors: Record<string, string>, language: Language) {
  switch (one(form.mode)) {
    case 'all':
      return { kind: 'all' as const }
    case 'any':
      return { kind: 'any' as const }
    case 'lead':
      return { kind: 'lead' as const, branch: one(form.branch) }
    case 'at-least': {
      const count = one(form.count).trim() === '' ? 1 : Number(one(form.count))
      if (Number.isInteger(count) && count >= 0 && count <= MOST_BRANCHES) return { kind: 'at-least' as const, count }
      errors.count = copy(language).count
    }
  }
  return undefined
}

const MOST_BRANCHES = 600

function limitOf(typed: string, unit: string, before: GraphLimit, isSent: boolean, wrong: () => void): GraphLimit {
  if (!isSent) return before
  const amount = typed.trim() === '' ? 0 : Number(typed.trim().replace(',', '.'))
  if (!Number.isFinite(amount) || amount < 0 || amount > 10_000 || !Number.isInteger(amount * 2)) wrong()
  return { amount, unit: unit === 'working-day' ? 'working-day' : unit === 'hour' ? 'hour' : before.unit }
}

/** One line of words, as the graph keeps them. */
const lineOf = (typed: string): string =>
  typed
    .replace(/[\p{Cc}\p{Cs}\p{Cn}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 300)

function flowOperations(flow: Flow, form: FormValues, fields: readonly ConditionField[]): Operation[] {
  if (!('when' in form) && !('name' in form)) return []
  const isDefault = one(form.when) === 'default'
  const rows = rowsOf(form)
  const kept = conditionRows(flow.condition) === undefined ? flow.condition : undefined
  const condition = rows.groups.length > 0 ? conditionOfRows(rows, fields) : kept
  return [{ do: 'set-flow', flow: flow.id, words: { name: lineOf(one(form.name)), isDefault, condition } }]
}

/** The condition as it was sent. */
export const rowsOf = (form: FormValues): ConditionRows => ({
  joined: joinedOf(form.joined),
  groups: listOf(form, 'groups').map((group): ConditionRows['groups'][number] => ({
    joined: joinedOf(group.joined),
    rows: (Array.isArray(group.parts) ? group.parts : []).filter(isObject).map(rowOf),
  })),
})

const rowOf = ({ field, operator, values }: Record<string, unknown>): ConditionRow => ({
  field: typeof field === 'string' ? field : '',
  operator: operatorOf(typeof operator === 'string' ? operator : ''),
  values: many(values as string | string[] | undefined),
})

const joinedOf = (sent: unknown): Joined => (sent === 'any' ? 'any' : 'all')

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const operatorOf = (typed: string): Operator => OPERATORS.find((operator) => operator === typed) ?? 'is'

function laneOperation({ lanes }: ProcessGraph, row: Record<string, string>): Operation[] {
  const lane = lanes.find(({ key }) => key === row.key)
  const place = PLACES.find((each) => each === row.place) ?? lane?.place
  if (!lane || !place) return []
  return [{ do: 'set-lane', lane: { key: lane.key, name: lineOf(row.name ?? ''), place, roleCode: row.roleCode ?? '' } satisfies Lane }]
}

export const PLACES = ['receiving', 'settling', 'other'] as const

/** The rows of a list in the form: `legs.0.name`. */
function listOf(form: FormValues, name: string): Record<string, string>[] {
  const list = nested(form)[name]
  return Array.isArray(list) ? list.filter((row): row is Record<string, string> => typeof row === 'object' && row !== null) : []
}
