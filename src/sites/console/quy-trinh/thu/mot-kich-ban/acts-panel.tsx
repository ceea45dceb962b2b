/** What can be done with the trial dossier now, and why the rest cannot. */
import { MAX_TRIAL_LEGS, type PossibleAct, sayAct } from '#modules/workflow/index.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, ButtonRow, Details, Field, FieldRow, Form, Panel } from '#ui/index.ts'
import { copy } from '../words.ts'
import type { Shared } from './parts.tsx'

export function ActsPanel({ acts, graph, hidden, state, language }: Shared & { acts: PossibleAct[] }) {
  const text = copy(language)
  const able = acts.filter(({ refusal }) => !refusal)
  const refused = acts.filter(({ refusal }) => refusal)
  const extension = able.find(({ act }) => act.kind === 'transition' && act.id === 'extend')?.act
  const asksOne = able.some(({ act }) => (act.kind === 'transition' && act.legs) || (act.kind === 'answer' && act.next))
  // The tax agency is one, and so is the next of those who are asked one after the other.
  const asksMany = able.some(({ act }) => act.kind === 'transition' && act.legs && act.id !== 'ask-tax')
  const first = able.find(({ act }) => act.kind !== 'transition')
  const newDue = extension?.kind === 'transition' ? extension.newDueAt : undefined
  const proposed = { newDue: newDue ? localDate(new Date(newDue)) : '', agencies: '1', answerDays: '5' }
  return (
    <Panel title={text.actsNow} id="viec">
      <Form state={{ ...state, values: { ...proposed, ...state.values } }} hidden={hidden} label={text.actsNow}>
        {able.length === 0 && <p>{text.noActs}</p>}
        <ButtonRow>
          {able.map((possible) => (
            <Button
              key={JSON.stringify(possible.act)}
              small
              look={possible === first ? 'primary' : 'secondary'}
              name="_action"
              value={`act:${JSON.stringify(possible.act)}`}
            >
              {sayAct(withoutFields(possible.act), graph, language)}
            </Button>
          ))}
        </ButtonRow>
        {newDue && <Field name="newDue" type="date" label={text.newDue} width="medium" />}
        {asksOne && (
          <FieldRow>
            {asksMany && (
              <Field name="agencies" label={text.agencies} hint={text.agenciesHint(MAX_TRIAL_LEGS)} width="short" inputMode="numeric" />
            )}
            <Field name="answerDays" label={text.answerDays} hint={text.answerDaysHint} width="short" inputMode="numeric" />
          </FieldRow>
        )}
      </Form>
      {refused.length > 0 && (
        <Details summary={text.refusedNow(refused.length)}>
          <ul>
            {refused.map(({ act, refusal }) => (
              <li key={JSON.stringify(act)}>
                {sayAct(withoutFields(act), graph, language)}: {refusal?.sentence(language)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Panel>
  )
}

/** The day of an extension, the agencies that are asked: these stand in fields of their own. */
const withoutFields = (act: PossibleAct['act']): PossibleAct['act'] =>
  act.kind === 'transition' ? { ...act, newDueAt: undefined, legs: undefined } : act
