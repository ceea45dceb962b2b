import { type DayPlan, formatHours } from '#modules/calendar/index.ts'
import type { Language } from '#platform/language.ts'
import { Button, Checkbox, DefinitionList, Field, Form, type FormState, Panel, Radios } from '#ui/index.ts'
import { dayName, dayWords } from '../words.ts'
import { copy } from './words.ts'

/** What the day is, or will be. */
export function DayIs({ term, plan: { kind, sessions, exception }, isOwn, language }: DayIsProps) {
  const text = copy(language)
  const names = dayWords(language)
  const what = [names[kind], exception && dayName(exception, language), isOwn ? text.own : text.inherited].filter(Boolean).join(', ')
  return (
    <DefinitionList
      rows={[
        { term, value: what },
        { term: text.hours, value: formatHours(sessions) || text.closed },
        { term: text.source, value: exception && `${exception.source} (${exception.isConfirmed ? names.confirmed : names.unconfirmed})` },
      ]}
    />
  )
}

export function DayFields({ isSet, language }: { isSet: boolean; language: Language }) {
  const text = copy(language)
  return (
    <>
      <Radios
        name="kind"
        label={text.kind}
        options={[
          { value: 'off', label: text.off },
          { value: 'working', label: text.working, hint: text.workingHint },
          { value: 'half-day', label: text.half },
          ...(isSet ? [{ value: 'usual', label: text.usual, hint: text.usualHint }] : []),
        ]}
      />
      <Field name="hours" label={text.ownHours} hint={text.ownHoursHint} width="long" code optional />
      <Field name="name" label={text.name} hint={text.nameHint} width="long" />
      <Field name="nameEn" label={text.nameEn} width="long" optional />
      <Field name="source" label={text.source} hint={text.sourceHint} />
      <Checkbox name="isConfirmed" label={text.confirmed} />
    </>
  )
}

export function ConfirmForm({ state, source, hidden, language }: ConfirmFormProps) {
  const text = copy(language)
  const filled = state.values.confirmSource === undefined ? { ...state, values: { ...state.values, confirmSource: source } } : state
  return (
    <Panel id="xac-nhan" title={text.confirmTitle} tone="near" boxed>
      <Form action="/lich-lam-viec/ngay" state={filled} hidden={hidden} label={text.confirm}>
        <Field name="confirmSource" label={text.confirmSource} hint={text.sourceHint} />
        <Button name="_action" value="confirm">
          {text.confirm}
        </Button>
      </Form>
    </Panel>
  )
}

interface DayIsProps {
  term: string
  plan: DayPlan
  isOwn: boolean
  language: Language
}

interface ConfirmFormProps {
  state: FormState
  source: string
  hidden: Record<string, string | undefined>
  language: Language
}
