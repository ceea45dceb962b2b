import { stepKindWords } from '#modules/dossier/index.ts'
import { type GraphNode, type GraphNodeOf, NEW_KINDS, type ProcessGraph } from '#modules/workflow/index.ts'
import { ButtonRow, Checkboxes, Field, FieldRow, type Option, Radios, Select } from '#ui/index.ts'
import { outlineOf } from '../../../process-picture.ts'
import { kindWords, nodeName } from '../../../process-words.ts'
import { hrefOf } from './designer.tsx'
import { STEP_KINDS } from './element-form.ts'
import { LegFields } from './leg-fields.tsx'
import { LimitFields } from './limit-fields.tsx'
import { Act, PartPanel, type PartPanelProps } from './part-panel.tsx'
import { copy, newKindWords, removeWords } from './words.ts'

/** A step, a choice, a fork …: what it says, and everything that can be done with it. */
export function NodePanel({ node, ...panel }: PartPanelProps & { node: GraphNode }) {
  const { setting, state } = panel
  const { language } = setting
  const text = copy(language)
  const kind = kindWords(language)[node.kind]
  const name = nodeName(node, language)
  return (
    <PartPanel {...panel} title={name === kind ? kind : `${kind}: ${name}`}>
      <Field
        name="name"
        label={text.name}
        hint={node.kind === 'choice' ? text.choiceHint : node.kind === 'step' ? text.nameHint : undefined}
        width="long"
        maxLength={300}
      />
      <NodeFields node={node} setting={setting} state={state} />
      <ButtonRow>
        <Act does="save">{text.save}</Act>
      </ButtonRow>
      <Ways node={node} setting={setting} state={state} />
      <Operations node={node} setting={setting} state={state} />
    </PartPanel>
  )
}

type NodeProps<Node = GraphNode> = Pick<PartPanelProps, 'setting' | 'state'> & { node: Node }

function NodeFields({ node, setting, state }: NodeProps) {
  const { language } = setting
  const text = copy(language)
  switch (node.kind) {
    case 'step':
      return (
        <>
          <FieldRow>
            <Select name="step" label={text.step} blank={false} width="medium" options={stepOptions(setting)} />
            <Select name="lane" label={text.lane} width="medium" options={laneOptions(state.graph)} />
          </FieldRow>
          <LimitFields label={text.limit} language={language} />
          <Field name="output" label={text.output} hint={text.outputHint} width="long" optional maxLength={300} />
          <Radios
            name="acts"
            label={text.acts}
            options={[
              { value: 'all', label: text.actsAll },
              { value: 'some', label: text.actsSome },
            ]}
          />
          {node.actions && <Checkboxes name="actions" label={text.actions} options={setting.acts} optional />}
        </>
      )
    case 'outside':
      return (
        <>
          <Select name="lane" label={text.lane} width="medium" options={laneOptions(state.graph)} />
          <LimitFields label={text.limit} language={language} />
        </>
      )
    case 'timer':
      return <LimitFields label={text.wait} language={language} />
    case 'join':
      return <JoinFields node={node} setting={setting} state={state} />
    case 'agencies':
      return <LegFields node={node} setting={setting} lanes={laneOptions(state.graph)} />
    default:
      return null
  }
}

function JoinFields({ node, setting, state }: NodeProps<GraphNodeOf<'join'>>) {
  const text = copy(setting.language)
  const { graph } = state
  const branches = branchesOf(graph, node.id).map(({ id, to }) => ({ value: id, label: to }))
  return (
    <>
      <Radios
        name="mode"
        label={text.mode}
        options={[
          { value: 'all', label: text.all },
          { value: 'any', label: text.any },
          { value: 'at-least', label: text['at-least'] },
          { value: 'lead', label: text.leadDecides },
        ]}
      />
      {node.mode.kind === 'at-least' && <Field name="count" type="number" label={text.count} width="short" />}
      {node.mode.kind === 'lead' && <Select name="branch" label={text.leadBranch} width="medium" options={branches} />}
    </>
  )

  /** The branches of the fork whose branches come together here. */
  function branchesOf({ nodes, flows }: ProcessGraph, joinId: string) {
    const back = new Set([joinId])
    for (const id of back)
      for (const flow of flows) if (flow.to === id && nodes.find((each) => each.id === id)?.kind !== 'fork') back.add(flow.from)
    return flows
      .filter(({ from, to }) => back.has(to) && nodes.some(({ id, kind }) => id === from && kind === 'fork'))
      .map(({ id, to }) => {
        const first = nodes.find((each) => each.id === to)
        return { id, to: first ? nodeName(first, setting.language) : to }
      })
  }
}

/** Where it goes on; out of a choice each way has a panel of its own. */
function Ways({ node, setting, state }: NodeProps) {
  const text = copy(setting.language)
  const row = outlineOf(state.graph, { language: setting.language, fields: setting.fields }).find(({ id }) => id === node.id)
  if (!row || row.ways.length === 0) return null
  return (
    <div>
      <p class="field__label">{node.kind === 'choice' ? text.ways : text.waysOfOther}</p>
      <ul class="designer__ways">
        {row.ways.map((way) => (
          <li key={way.id}>
            <a href={hrefOf(setting)(way.id)}>{way.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Operations({ node, setting, state }: NodeProps) {
  const { graph } = state
  const text = copy(setting.language)
  const canMove = node.kind === 'step' || node.kind === 'timer' || node.kind === 'agencies' || node.kind === 'outside'
  const others = graph.nodes.filter(({ id, kind }) => id !== node.id && kind !== 'start')
  return (
    <>
      <div class="designer__groups">
        <fieldset class="designer__group">
          <legend>{text.add}</legend>
          <Select name="kind" label={text.kind} blank={false} width="medium" value="step" options={kindOptions(setting)} />
          <ButtonRow>
            {node.kind !== 'end' && (
              <Act does="insert-after">{node.kind === 'choice' ? text.addWay : node.kind === 'fork' ? text.addBranch : text.after}</Act>
            )}
            {node.kind !== 'start' && node.kind !== 'join' && <Act does="insert-before">{text.before}</Act>}
          </ButtonRow>
        </fieldset>
        {node.kind !== 'end' && others.length > 0 && (
          <fieldset class="designer__group">
            <legend>{text.connect}</legend>
            <Select
              name="target"
              label={text.target}
              width="medium"
              value=""
              options={others.map((each) => ({ value: each.id, label: nodeName(each, setting.language) }))}
            />
            <ButtonRow>
              <Act does="connect">{node.kind === 'choice' || node.kind === 'fork' ? text.connectMore : text.connectTo}</Act>
            </ButtonRow>
          </fieldset>
        )}
        {canMove && (
          <fieldset class="designer__group">
            <legend>{text.move}</legend>
            <ButtonRow>
              <Act does="move-node::earlier">{text.earlier}</Act>
              <Act does="move-node::later">{text.later}</Act>
            </ButtonRow>
            <Select name="way" label={text.way} width="medium" value="" options={wayOptions(graph, node.id, setting)} />
            <ButtonRow>
              <Act does="move-on">{text.moveOn}</Act>
            </ButtonRow>
          </fieldset>
        )}
      </div>
      {node.kind !== 'start' && (
        <ButtonRow>
          <Act does="remove-node" look="danger">
            {removeWords(setting.language)[node.kind]}
          </Act>
        </ButtonRow>
      )}
    </>
  )
}

const stepOptions = ({ language }: PartPanelProps['setting']): Option[] => {
  const kinds = stepKindWords(language)
  return STEP_KINDS.map((value) => ({ value, label: kinds[value] }))
}

export const kindOptions = ({ language }: PartPanelProps['setting']): Option[] =>
  NEW_KINDS.map((value) => ({ value, label: newKindWords(language)[value] }))

const laneOptions = ({ lanes }: ProcessGraph): Option[] =>
  lanes.map(({ key, name, roleCode }) => ({ value: key, label: name || roleCode || key }))

/** Ways that the node is not an end of. */
function wayOptions({ flows, nodes }: ProcessGraph, nodeId: string, { language }: PartPanelProps['setting']): Option[] {
  const nameOf = (id: string) => {
    const node = nodes.find((each) => each.id === id)
    return node ? nodeName(node, language) : id
  }
  return flows
    .filter(({ from, to }) => from !== nodeId && to !== nodeId)
    .map(({ id, from, to }) => ({ value: id, label: copy(language).between(nameOf(from), nameOf(to)) }))
}
