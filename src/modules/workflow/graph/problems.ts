/**
 * The check list of a process: everything that keeps it from being published, and what to look at again. One function for the designer in the browser, the plain form and the
 * action that publishes; total on every graph that can be kept as a draft. Pure, and without zod.
 */
import { formatHours } from '../process-rules.ts'
import type { ConditionField, Facts } from './condition.ts'
import { checkCondition } from './condition-check.ts'
import { conditionText, operatorWords } from './condition-words.ts'
import type { Finding } from './finding.ts'
import type { Flow, GraphLimit, GraphNode, ProcessGraph } from './graph.ts'
import { longestWay } from './hours.ts'
import { overlapOf } from './overlap.ts'
import { fullWords, type PlainCode, plainWords } from './problem-words.ts'
import { isStepAct } from './step-acts.ts'
import { stepProblems } from './step-rules.ts'
import { type Structure, structureOf } from './structure.ts'

export interface ProblemContext {
  /** What conditions may ask about. */
  fields: readonly ConditionField[]
  /** Codes of the roles the installation has; not checked when absent. */
  roleCodes?: ReadonlySet<string>
  /** Working hours of the shortest legal limit (`hoursOfLimit`); not checked when absent. */
  legalHours?: number
}

export interface GraphProblem {
  code: string
  /** An error keeps the process from being published; a warning does not. */
  level: 'error' | 'warning'
  /** Where to look: a node, a flow, a lane; none of them when the process as a whole is meant. */
  nodeId?: string
  flowId?: string
  laneKey?: string
  legKey?: string
  sentence: { vi: string; en: string }
}

/** Everything found, in the order of the graph; without errors a dossier can run on it. */
export function graphProblems(graph: ProcessGraph, context: ProblemContext): GraphProblem[] {
  const structure = structureOf(graph)
  return [
    ...structure.findings.map(plain),
    ...laneProblems(graph, context),
    ...graph.nodes.flatMap((node) => nodeProblems(node, graph)),
    ...stepProblems(structure).map(plain),
    ...graph.nodes.flatMap((node) => (node.kind === 'choice' ? choiceProblems(node, structure.out(node.id), context.fields) : [])),
    ...limitProblems(structure, context.legalHours),
  ]
}

export const canBePublished = (problems: readonly GraphProblem[]): boolean => problems.every(({ level }) => level !== 'error')

type Place = Pick<GraphProblem, 'nodeId' | 'flowId' | 'laneKey' | 'legKey'>

const plain = ({ code, ...place }: Finding<PlainCode> & Place): GraphProblem => ({
  code,
  level: 'error',
  ...place,
  sentence: { vi: plainWords('vi')[code], en: plainWords('en')[code] },
})

function laneProblems({ lanes }: ProcessGraph, { roleCodes }: ProblemContext): GraphProblem[] {
  return lanes.flatMap(({ key: laneKey, name, roleCode }, at) => [
    ...(lanes.findIndex(({ key }) => key === laneKey) < at ? [plain({ code: 'same-lane', laneKey })] : []),
    ...(name === '' ? [plain({ code: 'name-missing', laneKey })] : []),
    ...(roleCode === '' ? [plain({ code: 'role-missing', laneKey })] : []),
    ...(roleCode !== '' && roleCodes && !roleCodes.has(roleCode) ? [plain({ code: 'role-unknown', laneKey })] : []),
  ])
}

/** Who, how long and what it is called. */
function nodeProblems(node: GraphNode, { lanes }: ProcessGraph): GraphProblem[] {
  const nodeId = node.id
  const work = ({ lane, limit }: { lane: string; limit: GraphLimit }, legKey?: string) => [
    ...(lanes.some(({ key }) => key === lane) ? [] : [plain({ code: 'lane-missing', nodeId, legKey })]),
    ...(limit.amount > 0 ? [] : [plain({ code: 'limit-missing', nodeId, legKey })]),
  ]
  const name = node.name === '' && node.kind !== 'fork' && node.kind !== 'join' ? [plain({ code: 'name-missing', nodeId })] : []
  switch (node.kind) {
    case 'step':
      return [...name, ...work(node), ...(node.actions?.every(isStepAct) === false ? [plain({ code: 'act-unknown', nodeId })] : [])]
    case 'outside':
      return [...name, ...work(node)]
    case 'timer':
      return [...name, ...(node.wait.amount > 0 ? [] : [plain({ code: 'limit-missing', nodeId })])]
    case 'agencies': {
      const isLeadKnown = node.lead === undefined || node.legs.some(({ key }) => key === node.lead)
      const legs = node.legs.flatMap((leg) => [
        ...(leg.name === '' ? [plain({ code: 'name-missing', nodeId, legKey: leg.key })] : []),
        ...work(leg, leg.key),
      ])
      return [...name, ...legs, ...(isLeadKnown ? [] : [plain({ code: 'lead-leg-unknown', nodeId })])]
    }
    default:
      return name
  }
}

/** Conditions that cannot be evaluated, are said twice, or can hold together. */
function choiceProblems({ id: nodeId }: GraphNode, out: readonly Flow[], fields: readonly ConditionField[]): GraphProblem[] {
  const sound: Flow[] = []
  return out.flatMap((flow): GraphProblem[] => {
    const { condition, id: flowId } = flow
    if (!condition || flow.isDefault) return []
    const wrong = checkCondition(condition, fields)
    if (wrong.length > 0)
      return wrong.map((problem) => ({
        code: problem.code,
        level: 'error',
        nodeId,
        flowId,
        sentence: inBoth((language) => conditionSentence(problem, fields, language)),
      }))
    const before = [...sound]
    sound.push(flow)
    const text = JSON.stringify(condition)
    if (before.some((other) => JSON.stringify(other.condition) === text)) return [plain({ code: 'same-condition', nodeId, flowId })]
    for (const other of before) {
      const example = other.condition && overlapOf(other.condition, condition, fields)
      if (!other.condition || !example) continue
      const sentence = inBoth((language) =>
        fullWords(language).overlap(
          other.name || conditionText(other.condition ?? { all: [] }, fields, language),
          exampleText(example, fields, language),
        ),
      )
      return [{ code: 'overlap', level: 'warning', nodeId, flowId, sentence }]
    }
    return []
  })
}

function conditionSentence(
  problem: ReturnType<typeof checkCondition>[number],
  fields: readonly ConditionField[],
  language: 'vi' | 'en',
): string {
  const full = fullWords(language)
  if (problem.code === 'empty-group') return full['empty-group']
  const field = fields.find(({ name }) => name === problem.field)?.label[language] ?? problem.field
  switch (problem.code) {
    case 'unknown-choice':
      return full['unknown-choice'](field, problem.choice)
    case 'operator-unfit':
      return full['operator-unfit'](field, operatorWords(language)[problem.operator])
    default:
      return full[problem.code](field)
  }
}

const exampleText = (facts: Facts, fields: readonly ConditionField[], language: 'vi' | 'en'): string =>
  fields
    .map((field) => {
      const value = facts[field.name]
      const asked = Object.hasOwn(facts, field.name) && value !== undefined
      return asked ? conditionText({ field: field.name, operator: 'is', value }, fields, language) : ''
    })
    .filter((text) => text !== '')
    .join('; ') || conditionText({ all: [] }, fields, language)

function limitProblems(structure: Structure, legalHours: number | undefined): GraphProblem[] {
  const longest = legalHours === undefined ? undefined : longestWay(structure)
  if (legalHours === undefined || longest === undefined || longest.hours <= legalHours) return []
  const sentence = inBoth((language) => fullWords(language)['over-limit'](formatHours(longest.hours), formatHours(legalHours)))
  // The last node with work on the longest way is where a plan that is too long shows.
  return [{ code: 'over-limit', level: 'error', nodeId: longest.nodes.findLast((id) => structure.nodes.get(id)?.kind !== 'end'), sentence }]
}

const inBoth = (say: (language: 'vi' | 'en') => string) => ({ vi: say('vi'), en: say('en') })
