import { isLaneUsed } from '#modules/workflow/index.ts'
import { ButtonRow, Field, FieldRow, Select } from '#ui/index.ts'
import { PLACES } from './element-form.ts'
import { roleOptions } from './limit-fields.tsx'
import { Act, PartPanel, type PartPanelProps } from './part-panel.tsx'
import { copy } from './words.ts'

/** The roles of the process: the rows of the picture. */
export function LanesPanel(panel: PartPanelProps) {
  const { setting, state } = panel
  const text = copy(setting.language)
  const { graph } = state
  return (
    <PartPanel {...panel} title={text.lanes}>
      <p>{text.lanesHint}</p>
      {graph.lanes.map(({ key }, at) => (
        <fieldset class="designer__group" key={key}>
          <legend>{text.laneNumber(at + 1)}</legend>
          <input type="hidden" name={`lanes.${at}.key`} value={key} />
          <Field name={`lanes.${at}.name`} label={text.laneName} width="long" maxLength={300} />
          <FieldRow>
            <Select name={`lanes.${at}.roleCode`} label={text.role} width="medium" options={roleOptions(setting)} />
            <Select
              name={`lanes.${at}.place`}
              label={text.place}
              blank={false}
              width="medium"
              options={PLACES.map((place) => ({ value: place, label: text[place] }))}
            />
          </FieldRow>
          <ButtonRow>
            <Act does={`move-lane:${key}:earlier`} disabled={at === 0}>
              {text.earlierLane(at + 1)}
            </Act>
            <Act does={`move-lane:${key}:later`} disabled={at === graph.lanes.length - 1}>
              {text.laterLane(at + 1)}
            </Act>
            {isLaneUsed(graph, key) ? (
              <span class="muted">{text.laneUsed}</span>
            ) : (
              <Act does={`remove-lane:${key}`}>{text.removeLane(at + 1)}</Act>
            )}
          </ButtonRow>
        </fieldset>
      ))}
      <ButtonRow>
        <Act does="add-lane">{text.addLane}</Act>
        <Act does="save">{text.save}</Act>
      </ButtonRow>
    </PartPanel>
  )
}
