import { type ConditionField, conditionText, type Flow, OPERATORS_OF, type Operator, operatorWords } from '#modules/workflow/index.ts'
import { ButtonRow, Checkboxes, Field, FieldRow, Radios, Select } from '#ui/index.ts'
import { nodeName } from '../../../process-words.ts'
import { type ConditionGroup, type ConditionRow, conditionRows } from './condition-rows.ts'
import { kindOptions } from './node-panel.tsx'
import { Act, PartPanel, type PartPanelProps } from './part-panel.tsx'
import { copy } from './words.ts'

/** A way between two parts; out of a choice, when it is taken. */
export function WayPanel({ flow, ...panel }: PartPanelProps & { flow: Flow }) {
  const { setting, state } = panel
  const { language } = setting
  const text = copy(language)
  const { nodes } = state.graph
  const nameOf = (id: string) => {
    const node = nodes.find((each) => each.id === id)
    return node ? nodeName(node, language) : id
  }
  const isOfChoice = nodes.some(({ id, kind }) => id === flow.from && kind === 'choice')
  const targets = nodes.filter(({ id, kind }) => id !== flow.from && id !== flow.to && kind !== 'start')
  return (
    <PartPanel {...panel} title={text.wayTitle(nameOf(flow.from), nameOf(flow.to))}>
      {isOfChoice && <ChoiceFields flow={flow} setting={setting} state={state} />}
      <fieldset class="designer__group">
        <legend>{text.add}</legend>
        <Select name="kind" label={text.kind} blank={false} width="medium" value="step" options={kindOptions(setting)} />
        <ButtonRow>
          <Act does="insert-on">{text.onWay}</Act>
        </ButtonRow>
      </fieldset>
      {targets.length > 0 && (
        <fieldset class="designer__group">
          <legend>{text.redirect}</legend>
          <Select
            name="target"
            label={text.target}
            width="medium"
            value=""
            options={targets.map(({ id }) => ({ value: id, label: nameOf(id) }))}
          />
          <ButtonRow>
            <Act does="redirect">{text.redirectDo}</Act>
          </ButtonRow>
        </fieldset>
      )}
      <ButtonRow>
        {isOfChoice && <Act does="order-flow::earlier">{text.wayEarlier}</Act>}
        {isOfChoice && <Act does="order-flow::later">{text.wayLater}</Act>}
        <Act does="remove-flow" look="danger">
          {text.removeWay}
        </Act>
      </ButtonRow>
    </PartPanel>
  )
}

function ChoiceFields({ flow, setting, state: _ }: Pick<PartPanelProps, 'setting' | 'state'> & { flow: Flow }) {
  const { language, fields } = setting
  const text = copy(language)
  const known = conditionRows(flow.condition)
  return (
    <>
      <Field name="name" label={text.wayName} hint={text.wayNameHint} width="medium" optional maxLength={300} />
      <Radios
        name="when"
        label={text.when}
        options={[
          { value: 'condition', label: text.condition },
          { value: 'default', label: text.default },
        ]}
      />
      {!flow.isDefault && known && (
        <>
          {known.groups.length > 1 && <JoinedField name="joined" label={text.joinedGroups} language={language} />}
          {known.groups.map((group, at) => (
            <GroupFields key={at} group={group} at={at} isOnly={known.groups.length === 1} fields={fields} language={language} />
          ))}
        </>
      )}
      {!flow.isDefault && !known && flow.condition && (
        <p>
          {text.deep} <strong>{conditionText(flow.condition, fields, language)}</strong>
        </p>
      )}
      <ButtonRow>
        <Act does="save">{text.save}</Act>
        {!flow.isDefault && known?.groups.length === 0 && <Act does="add-group">{text.addPart}</Act>}
        {!flow.isDefault && known && known.groups.length > 0 && <Act does="add-group">{text.addGroup}</Act>}
        {!flow.isDefault && !known && <Act does="rewrite">{text.rewrite}</Act>}
      </ButtonRow>
    </>
  )
}

interface GroupFieldsProps {
  group: ConditionGroup
  at: number
  /** Then nothing needs to be said of groups. */
  isOnly: boolean
  fields: readonly ConditionField[]
  language: 'vi' | 'en'
}

/** Comparisons of which all, or any, must hold. */
function GroupFields({ group, at, isOnly, fields, language }: GroupFieldsProps) {
  const text = copy(language)
  const inside = (
    <>
      {group.rows.length > 1 && <JoinedField name={`groups.${at}.joined`} label={text.joined} language={language} />}
      {group.rows.map((row, part) => (
        <PartFields key={part} row={row} group={at} at={part} isOnly={isOnly} fields={fields} language={language} />
      ))}
      <ButtonRow>
        <Act does={`add-part:${at}`}>{isOnly ? text.addPart : text.addPartTo(at + 1)}</Act>
      </ButtonRow>
    </>
  )
  if (isOnly) return inside
  return (
    <fieldset class="designer__group">
      <legend>{text.group(at + 1)}</legend>
      {inside}
    </fieldset>
  )
}

function JoinedField({ name, label, language }: { name: string; label: string; language: 'vi' | 'en' }) {
  const text = copy(language)
  return (
    <Select
      name={name}
      label={label}
      blank={false}
      width="medium"
      options={[
        { value: 'all', label: text.joinedAll },
        { value: 'any', label: text.joinedAny },
      ]}
    />
  )
}

interface PartFieldsProps {
  row: ConditionRow
  group: number
  at: number
  isOnly: boolean
  fields: readonly ConditionField[]
  language: 'vi' | 'en'
}

/** One comparison: about what, how, with what. */
function PartFields({ row, group, at, isOnly, fields, language }: PartFieldsProps) {
  const text = copy(language)
  const field = fields.find(({ name }) => name === row.field)
  const operators: readonly Operator[] = field ? OPERATORS_OF[field.type] : [row.operator]
  const verbs = operatorWords(language)
  return (
    <fieldset class="designer__group">
      <legend>{isOnly ? text.part(at + 1) : text.partOf(at + 1, group + 1)}</legend>
      <FieldRow>
        <Select
          name={`groups.${group}.parts.${at}.field`}
          label={text.field}
          width="medium"
          options={fields.map(({ name, label }) => ({ value: name, label: label[language] }))}
        />
        <Select
          name={`groups.${group}.parts.${at}.operator`}
          label={text.operator}
          blank={false}
          width="medium"
          options={operators.map((operator) => ({ value: operator, label: verbs[operator] }))}
        />
      </FieldRow>
      {row.operator !== 'known' && row.operator !== 'not-known' && (
        <ValueField name={`groups.${group}.parts.${at}.values`} field={field} operator={row.operator} language={language} />
      )}
      <ButtonRow>
        <Act does={`remove-part:${group}:${at}`}>{isOnly ? text.removePart(at + 1) : text.removePartOf(at + 1, group + 1)}</Act>
      </ButtonRow>
    </fieldset>
  )
}

function ValueField({
  name,
  field,
  operator,
  language,
}: {
  name: string
  field?: ConditionField
  operator: Operator
  language: 'vi' | 'en'
}) {
  const text = copy(language)
  switch (field?.type) {
    case 'choice': {
      const options = field.choices.map(({ value, label }) => ({ value, label: label[language] }))
      return operator === 'one-of' ? (
        <Checkboxes name={name} label={text.value} options={options} />
      ) : (
        <Select name={name} label={text.value} width="medium" options={options} />
      )
    }
    case 'yes-no':
      return (
        <Select
          name={name}
          label={text.value}
          width="medium"
          options={[
            { value: 'true', label: text.yes },
            { value: 'false', label: text.no },
          ]}
        />
      )
    case 'date':
      return <Field name={name} type="date" label={text.value} width="medium" />
    default:
      return (
        <Field name={name} label={text.value} width="medium" inputMode={field?.type === 'number' ? 'decimal' : undefined} maxLength={300} />
      )
  }
}
