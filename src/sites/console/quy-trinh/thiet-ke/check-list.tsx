import type { GraphProblem, ProcessGraph } from '#modules/workflow/index.ts'
import { nodeName } from '../../../process-words.ts'
import { hrefOf } from './designer.tsx'
import { LANES } from './element-form.ts'
import type { DesignerSetting } from './setting.ts'
import { copy } from './words.ts'

/** Everything that keeps the process from being published, each with the way to its place. */
export function CheckList({ problems, isSound, graph, setting }: CheckListProps) {
  const { language } = setting
  const text = copy(language)
  const errors = problems.filter(({ level }) => level === 'error').length
  const warnings = problems.length - errors
  return (
    <>
      <p>
        <strong>{[isSound ? text.sound : text.errors(errors), warnings > 0 && text.warnings(warnings)].filter(Boolean).join(' ')}</strong>
      </p>
      {problems.length > 0 && (
        <ul class="check-list">
          {problems.map((problem) => {
            const place = placeOf(problem, graph, setting)
            return (
              <li key={`${problem.code}.${problem.nodeId}.${problem.flowId}.${problem.laneKey}.${problem.legKey}.${problem.sentence.vi}`}>
                <span class={problem.level === 'error' ? 'tag tag--late' : 'tag tag--near'}>{text[problem.level]}</span>{' '}
                {place && <a href={place.href}>{place.label}</a>}
                {place && ': '}
                {problem.sentence[language]}
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

function placeOf({ nodeId, flowId, laneKey }: GraphProblem, graph: ProcessGraph, setting: DesignerSetting) {
  const { language } = setting
  const href = hrefOf(setting)
  const nameOf = (id: string) => {
    const node = graph.nodes.find((each) => each.id === id)
    return node ? nodeName(node, language) : id
  }
  const flow = graph.flows.find(({ id }) => id === flowId)
  if (flow) return { href: href(flow.id), label: copy(language).between(nameOf(flow.from), nameOf(flow.to)) }
  if (laneKey !== undefined)
    return { href: href(LANES), label: graph.lanes.find(({ key }) => key === laneKey)?.name || copy(language).lanes }
  return nodeId === undefined ? undefined : { href: href(nodeId), label: nameOf(nodeId) }
}

interface CheckListProps {
  problems: readonly GraphProblem[]
  isSound: boolean
  graph: ProcessGraph
  setting: DesignerSetting
}
