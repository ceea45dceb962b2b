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
import { type ConditionGroup, type ConditionRow, conditionOfRows } from './condition-rows.ts'
import { LANES, readForm, rowsOf } from './element-form.ts'

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
  const [verb = '', target = '', last = ''] = one(form._action).split(':')
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
    last,
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
  /** The third part of the button: earlier or later, or the number of a row. */
  last: string
  at: string
  form: FormValues
  setting: PressSetting
}

/** The operation of a button; nothing for a button that is not there. */
function operationOf(graph: ProcessGraph, asked: Asked): Operation | undefined {
  const { verb, target, last, at, form } = asked
  const direction: Direction = last === 'earlier' ? 'earlier' : 'later'
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
    case 'add-group':
    case 'remove-part':
    case 'rewrite':
      return changedParts(asked, graph)
    default:
      return undefined
  }
}

const kindOf = (asked: string): NewKind => NEW_KINDS.find((kind) => kind === asked) ?? 'step'

/** One comparison or one group more or less in the condition of the way; `rewrite` begins anew. A group without comparisons is gone. */
function changedParts({ verb, target, last, at, form, setting }: Asked, graph: ProcessGraph): Operation | undefined {
  const flow = graph.flows.find(({ id }) => id === at)
  const [first] = setting.fields
  if (!flow || !first) return undefined
  const { joined, groups } = verb === 'rewrite' ? { joined: 'all' as const, groups: [] } : rowsOf(form)
  if (groups.reduce((sum, { rows }) => sum + rows.length, 0) >= MOST_ROWS && verb.startsWith('add-')) return undefined
  const blank: ConditionRow = { field: first.name, operator: 'is', values: [] }
  const asks = Number(target || 0)
  const changed: ConditionGroup[] =
    verb === 'remove-part'
      ? groups.map((group, index) => (index === asks ? { ...group, rows: group.rows.toSpliced(Number(last), 1) } : group))
      : verb === 'add-part' && groups[asks]
        ? groups.map((group, index) => (index === asks ? { ...group, rows: [...group.rows, blank] } : group))
        : [...groups, { joined: 'all', rows: [blank] }]
  const condition = conditionOfRows({ joined, groups: changed.filter(({ rows }) => rows.length > 0) }, setting.fields)
  return { do: 'set-flow', flow: at, words: { name: flow.name, condition } }
}

const MOST_ROWS = 40

function selectedAfter(operation: Operation, { graph, selected }: Edited, before: string | undefined): string | undefined {
  if (operation.do.endsWith('-lane')) return LANES
  const known = (id: string | undefined) => graph.nodes.some((node) => node.id === id) || graph.flows.some((flow) => flow.id === id)
  return known(selected) ? selected : known(before) ? before : undefined
}
