import type { Child } from 'hono/jsx'
import type { GraphProblem } from '#modules/workflow/index.ts'
import { Button, Form, Panel } from '#ui/index.ts'
import { PANEL } from './designer.tsx'
import type { DesignerSetting, DesignerState } from './setting.ts'

/** The frame of what is selected: its heading, what is wrong with it, and one form around its fields and its operations. */
export function PartPanel({ title, setting, state, problems, children }: PartPanelProps & { title: string; children: Child }) {
  return (
    <Panel title={title} id={PANEL}>
      {problems.length > 0 && (
        <ul class="designer__wrong">
          {problems.map(({ code, legKey, laneKey, sentence }) => (
            <li key={`${code}.${legKey}.${laneKey}.${sentence.vi}`}>{sentence[setting.language]}</li>
          ))}
        </ul>
      )}
      <Form
        action={`${setting.address}#${PANEL}`}
        state={state.form}
        hidden={{ at: state.selected, revision: String(state.revision) }}
        defaultAction="save"
        label={title}
      >
        {children}
      </Form>
    </Panel>
  )
}

/** A button that does one thing to the drawing. */
export const Act = ({
  does,
  look,
  disabled,
  children,
}: {
  does: string
  look?: 'danger' | 'secondary'
  disabled?: boolean
  children: Child
}) => (
  <Button small look={look} name="_action" value={does} id={`nut-${does.replaceAll(':', '-')}`} disabled={disabled} formNoValidate>
    {children}
  </Button>
)

export interface PartPanelProps {
  setting: DesignerSetting
  state: DesignerState
  /** Those of this part. */
  problems: readonly GraphProblem[]
}
