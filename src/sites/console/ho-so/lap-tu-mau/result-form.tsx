import type { FieldValue } from '#modules/documents/index.ts'
import { knownFields, labelOf, type Question, type ResultTemplate } from '#modules/results/index.ts'
import type { Language } from '#platform/language.ts'
import { Button, ButtonRow, Checkbox, DefinitionList, Field, Form, type FormState, Panel } from '#ui/index.ts'
import { copy } from './words.ts'

interface ResultFormProps {
  address: string
  taskNumber: number
  template: ResultTemplate
  questions: Question[]
  facts: { name: string; value: FieldValue }[]
  state: FormState
  language: Language
}

/** Left to read: what the dossier gives. To type: what only the person who decides knows. */
export function ResultForm({ address, taskNumber, template, questions, facts, state, language }: ResultFormProps) {
  const text = copy(language)
  const label = (name: string) => {
    const known = knownFields.find((field) => field.name === name)
    return known ? labelOf(known, language) : name
  }
  return (
    <>
      <Form action={address} state={state} hidden={{ taskNumber: String(taskNumber), template: template.code }} label={text.form}>
        <Field name="name" label={text.name} />
        {questions.map((question) => (
          <Answer key={question.name} question={question} hint={text.lines} />
        ))}
        <p class="muted">{text.later}</p>
        <ButtonRow>
          <Button look="primary">{text.save}</Button>
          <Button formAction={`${address}/xem-truoc`} formTarget="_blank">
            {text.preview}
          </Button>
        </ButtonRow>
        <p class="muted">{text.previewHint}</p>
      </Form>
      <Panel title={text.facts} id="tu-ho-so">
        <p>{text.factsHint}</p>
        <DefinitionList dense rows={facts.map(({ name, value }) => ({ key: name, term: label(name), value: inWords(value, text) }))} />
      </Panel>
    </>
  )
}

function Answer({ question: { name, label, kind }, hint }: { question: Question; hint: string }) {
  const field = `answers.${name}`
  switch (kind) {
    case 'yes-no':
      return <Checkbox name={field} label={label} />
    case 'date':
      return <Field name={field} type="date" label={label} width="medium" />
    case 'text':
      return <Field name={field} label={label} />
    default:
      return <Field name={field} type="textarea" rows={kind === 'lines' ? 6 : 4} label={label} hint={kind === 'lines' ? hint : undefined} />
  }
}

function inWords(value: FieldValue, text: { yes: string; no: string }): string {
  if (typeof value === 'boolean') return value ? text.yes : text.no
  if (Array.isArray(value)) return value.map((item) => Object.values(item).filter(Boolean).join(', ')).join('; ')
  return String(value)
}
