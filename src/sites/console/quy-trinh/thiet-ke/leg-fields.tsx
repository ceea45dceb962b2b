import type { GraphNodeOf } from '#modules/workflow/index.ts'
import { ButtonRow, Field, type Option, Radios, Select } from '#ui/index.ts'
import { LimitFields } from './limit-fields.tsx'
import { Act } from './part-panel.tsx'
import type { DesignerSetting } from './setting.ts'
import { copy } from './words.ts'

/** The agencies of a liên thông, each with its own due date. */
export function LegFields({ node, setting, lanes }: LegFieldsProps) {
  const { language } = setting
  const text = copy(language)
  const { legs } = node
  return (
    <>
      <Radios
        name="mode"
        label={text.sending}
        options={[
          { value: 'parallel', label: text.parallel },
          { value: 'in-order', label: text['in-order'] },
        ]}
      />
      {legs.map(({ key }, at) => (
        <fieldset class="designer__group" key={key}>
          <legend>{text.leg(at + 1)}</legend>
          <input type="hidden" name={`legs.${at}.key`} value={key} />
          <Field name={`legs.${at}.name`} label={text.legName} width="long" maxLength={300} />
          <Select name={`legs.${at}.lane`} label={text.lane} width="medium" options={lanes} />
          <LimitFields label={text.limit} language={language} prefix={`legs.${at}.`} />
          <ButtonRow>
            <Act does={`move-leg:${key}:earlier`} disabled={at === 0}>
              {text.earlierLeg(at + 1)}
            </Act>
            <Act does={`move-leg:${key}:later`} disabled={at === legs.length - 1}>
              {text.laterLeg(at + 1)}
            </Act>
            <Act does={`remove-leg:${key}`}>{text.removeLeg(at + 1)}</Act>
          </ButtonRow>
        </fieldset>
      ))}
      <ButtonRow>
        <Act does="add-leg">{text.addLeg}</Act>
      </ButtonRow>
      <Select
        name="lead"
        label={text.lead}
        blank={text.noLead}
        width="medium"
        options={legs.map(({ key, name }, at) => ({ value: key, label: name || text.leg(at + 1) }))}
      />
    </>
  )
}

interface LegFieldsProps {
  node: GraphNodeOf<'agencies'>
  setting: DesignerSetting
  lanes: Option[]
}
