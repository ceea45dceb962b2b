/**
 * What a press of a button does to the drawing: first what the fields of the selected part say, so that nothing typed is lost, then what the button says. The same on the
 * server and in the browser. Pure.
 */
import {
  type ConditionField,
  type Direction,
  type Edited,
  NEW_KINDS,
  type NewKind,
  type Operation,
  type ProcessGraph,
  perform,
} from '#modules/workflow/index.ts'
import { type FormValues, one } from '#platform/http/forms.ts'
import type { Language } from '#platform/language.ts'
import { type ConditionRow, conditionOfRows } from './condition-rows.ts'
import { LANES, partsOf, readForm } from './element-form.ts'

export interface Drawing {
  graph: ProcessGraph
  /** Id of a node or a way, or `LANES`. */
  selected?: string
}

export interface Pressed extends Drawing {
  /** By field: what could not be taken over. */
  errors: Record<string, string>
  /** What was done, to be said to the person. */
  done: Done
}
/** `saved`: the fields only. `refused`: it cannot be done here. `wrong`: a field is wrong. */
export type Done = 'nothing' | 'saved' | 'refused' | 'wrong' | Operation['do']

export interface PressSetting {
  fields: readonly ConditionField[]
  language: Language
}

/** `form` is what the browser sends: the fields, `at` (what they are about) and `_action` (the button). */
export function press(before: ProcessGraph, form: FormValues, setting: PressSetting): Pressed {
  const selected = one(form.at) || undefined
  const [verb = '', target = '', direction = ''] = one(form._action).split(':')
  const read = readForm(form, { graph: before, selected, ...setting })
  const isOut = verb.startsWith('remove-')
  if (Object.keys(read.errors).length > 0 && !isOut) return { graph: before, selected, errors: read.errors, done: 'wrong' }
  const graph = read.operations.reduce((now, operation) => perform(now, operation)?.graph ?? now, before)
  const isChanged = JSON.stringify(graph) !== JSON.stringify(before)
  const own = { graph: isChanged ? graph : before, selected, errors: {} }
  if (verb === '' || verb === 'save') return { ...own, done: isChanged ? 'saved' : 'nothing' }
  const operation = operationOf(graph, {
    verb,
    target,
    direction: direction === 'earlier' ? 'earlier' : 'later',
    at: selected ?? '',
    form,
    setting,
  })
  const edited = operation && perform(graph, operation)
  if (!operation || !edited) return { ...own, done: 'refused' }
  return { graph: edited.graph, selected: selectedAfter(operation, edited, selected), errors: {}, done: operation.do }
}

interface Asked {
  verb: string
  target: string
  direction: Direction
  at: string
  form: FormValues
  setting: PressSetting
}

/** The operation of a button; nothing for a button that is not there. */
function operationOf(graph: ProcessGraph, asked: Asked): Operation | undefined {
  const { verb, target, direction, at, form } = asked
  switch (verb) {
    case 'put':
      return graph.flows.some(({ id }) => id === at)
        ? { do: 'insert-on', flow: at, kind: kindOf(target) }
        : { do: 'insert-after', node: at || (graph.nodes.find(({ kind }) => kind === 'start')?.id ?? ''), kind: kindOf(target) }
    case 'insert-after':
    case 'insert-before':
      return { do: verb, node: at, kind: kindOf(one(form.kind)) }
    case 'insert-on':
      return { do: verb, flow: at, kind: kindOf(one(form.kind)) }
    case 'add-way':
    case 'remove-node':
    case 'add-leg':
      return { do: verb, node: at }
    case 'move-node':
      return { do: verb, node: at, to: direction }
    case 'move-on':
      return { do: verb, node: at, flow: one(form.way) }
    case 'connect':
      return { do: verb, node: at, to: one(form.target) }
    case 'redirect':
      return { do: verb, flow: at, to: one(form.target) }
    case 'order-flow':
      return { do: verb, flow: at, to: direction }
    case 'remove-flow':
      return { do: verb, flow: at }
    case 'remove-leg':
      return { do: verb, node: at, leg: target }
    case 'move-leg':
      return { do: verb, node: at, leg: target, to: direction }
    case 'add-lane':
      return { do: verb, lane: { name: '', place: 'settling', roleCode: '' } }
    case 'remove-lane':
      return { do: verb, lane: target }
    case 'move-lane':
      return { do: verb, lane: target, to: direction }
    case 'add-part':
    case 'remove-part':
    case 'rewrite':
      return changedParts(asked, graph)
    default:
      return undefined
  }
}

const kindOf = (asked: string): NewKind => NEW_KINDS.find((kind) => kind === asked) ?? 'step'

/** One comparison more or less in the condition of the way; `rewrite` begins anew. */
function changedParts({ verb, target, at, form, setting }: Asked, graph: ProcessGraph): Operation | undefined {
  const flow = graph.flows.find(({ id }) => id === at)
  const [first] = setting.fields
  const rows = verb === 'rewrite' ? [] : partsOf(form)
  if (!flow || !first || rows.length >= MOST_ROWS) return undefined
  const next: ConditionRow[] =
    verb === 'remove-part' ? rows.toSpliced(Number(target), 1) : [...rows, { field: first.name, operator: 'is', values: [] }]
  const condition = conditionOfRows({ joined: one(form.joined) === 'any' ? 'any' : 'all', rows: next }, setting.fields)
  return { do: 'set-flow', flow: at, words: { name: flow.name, condition } }
}

const MOST_ROWS = 40

function selectedAfter(operation: Operation, { graph, selected }: Edited, before: string | undefined): string | undefined {
  if (operation.do.endsWith('-lane')) return LANES
  const known = (id: string | undefined) => graph.nodes.some((node) => node.id === id) || graph.flows.some((flow) => flow.id === id)
  return known(selected) ? selected : known(before) ? before : undefined
}
