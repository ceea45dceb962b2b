/** The whole designer as HTML: a form whose buttons are the operations. The server renders it, and the browser renders the same again at each press. */
import { canBePublished, formatHours, type GraphProblem, graphProblems, longestWay, structureOf } from '#modules/workflow/index.ts'
import { Button, ButtonRow, Details, Panel, ProcessDiagram, ProcessOutline } from '#ui/index.ts'
import { outlineOf, pictureOf } from '../../../process-picture.ts'
import { CheckList } from './check-list.tsx'
import { LANES } from './element-form.ts'
import { LanesPanel } from './lanes-panel.tsx'
import { NodePanel } from './node-panel.tsx'
import { Palette } from './palette.tsx'
import type { DesignerSetting, DesignerState } from './setting.ts'
import { WayPanel } from './way-panel.tsx'
import { copy } from './words.ts'

export const PANEL = 'bang'

export interface DesignerProps {
  setting: DesignerSetting
  state: DesignerState
  /** In the browser: what the pointer can do is there too. */
  isLive?: boolean
}

export function Designer({ setting, state, isLive }: DesignerProps) {
  const { language, fields } = setting
  const { graph, selected } = state
  const text = copy(language)
  const problems = problemsOf(setting, state)
  const longest = longestWay(structureOf(graph))
  const picture = {
    language,
    fields,
    selected,
    hasDots: isLive,
    hrefOf: hrefOf(setting),
    wrong: new Set(problems.flatMap(({ level, nodeId, flowId }) => (level === 'error' ? [flowId ?? nodeId ?? ''] : []))),
  }
  return (
    <div class="designer">
      <form class="designer__tools" method="post" action={setting.address} aria-label={text.tools}>
        <input type="hidden" name="revision" value={String(state.revision)} />
        <input type="hidden" name="at" value={selected ?? ''} />
        <ButtonRow>
          <Button small name="_action" value="undo" id="hoan-tac" disabled={!state.canUndo}>
            {text.undo}
          </Button>
          <Button small name="_action" value="redo" id="lam-lai" disabled={!state.canRedo}>
            {text.redo}
          </Button>
          <Button small href={hrefOf(setting)(LANES)}>
            {text.lanes}
          </Button>
        </ButtonRow>
        <p class="designer__told" role="status">
          {[state.told, state.kept].filter(Boolean).join(' ')}
        </p>
      </form>
      <Trouble setting={setting} state={state} />
      {isLive && <Palette at={selected ?? ''} language={language} />}
      <ProcessDiagram
        id="so-do"
        title={text.diagram}
        description={text.describes(graph.nodes.length)}
        picture={pictureOf(graph, picture)}
      />
      <dl class="designer__sum">
        <div>
          <dt>{text.longest}</dt>
          <dd>{longest ? text.hours(formatHours(longest.hours)) : text.longestUnknown}</dd>
        </div>
        <div>
          <dt>{text.legal}</dt>
          <dd>{setting.legal?.text ?? text.legalNone}</dd>
        </div>
      </dl>
      <div class="designer__desk">
        <Selected setting={setting} state={state} problems={problems} />
        <Panel title={text.checks} id="kiem-tra">
          <CheckList problems={problems} isSound={canBePublished(problems)} graph={graph} setting={setting} />
        </Panel>
      </div>
      <Details summary={text.inWords} id="bang-chu">
        <ProcessOutline label={text.inWords} rows={outlineOf(graph, picture)} />
      </Details>
    </div>
  )
}

/** Why the draft is not kept, and what to do; only where scripts run. */
function Trouble({ setting, state: { trouble } }: DesignerProps) {
  const text = copy(setting.language)
  if (!trouble) return null
  return (
    <form class="flash flash--failed" role="alert">
      <div class="flow">
        <p class="flash__title">{trouble.sentence}</p>
        {trouble.isSignedOut && (
          <a href="/dang-nhap" target="_blank" rel="noopener">
            {text.signIn}
          </a>
        )}
        {trouble.revision !== undefined && (
          <>
            <p>{text.keepMineHint}</p>
            <ButtonRow>
              <Button small name="_action" value="keep-mine">
                {text.keepMine}
              </Button>
              <Button small href={setting.address}>
                {text.takeTheirs}
              </Button>
            </ButtonRow>
          </>
        )}
      </div>
    </form>
  )
}

/** Selecting is going to a page of its own, so that it works without a script. */
export const hrefOf =
  ({ address }: Pick<DesignerSetting, 'address'>) =>
  (id: string): string =>
    `${address}?chon=${encodeURIComponent(id)}#${PANEL}`

const problemsOf = ({ fields, roles, legal }: DesignerSetting, { graph }: Pick<DesignerState, 'graph'>): GraphProblem[] =>
  graphProblems(graph, { fields, roleCodes: new Set(roles.map(({ code }) => code)), legalHours: legal?.hours })

function Selected({ setting, state, problems }: DesignerProps & { problems: readonly GraphProblem[] }) {
  const { graph, selected } = state
  const text = copy(setting.language)
  const node = graph.nodes.find(({ id }) => id === selected)
  const flow = graph.flows.find(({ id }) => id === selected)
  if (node) {
    const own = problems.filter(({ nodeId, flowId }) => nodeId === node.id && flowId === undefined)
    return <NodePanel key={node.id} node={node} setting={setting} state={state} problems={own} />
  }
  if (flow)
    return (
      <WayPanel key={flow.id} flow={flow} setting={setting} state={state} problems={problems.filter(({ flowId }) => flowId === flow.id)} />
    )
  if (selected === LANES)
    return <LanesPanel key={LANES} setting={setting} state={state} problems={problems.filter(({ laneKey }) => laneKey !== undefined)} />
  return (
    <Panel title={text.panel} id={PANEL}>
      <p>{text.nothing}</p>
    </Panel>
  )
}
