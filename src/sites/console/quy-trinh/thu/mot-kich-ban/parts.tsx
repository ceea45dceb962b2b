/** The parts of a trial's page. */
import { addWorkingMinutes, nextWorkingMoment } from '#modules/calendar/index.ts'
import { type HeldDossier, LIFE_STATE_NAMES, LIFE_STATES, NATIONAL_CODES, type NationalCode } from '#modules/dossier/index.ts'
import {
  assertionsOf,
  type Observation,
  type ProcessGraph,
  type Replay,
  type StepResult,
  sayAct,
  sayAssertion,
  sayFound,
  type Trial,
  type TrialSetting,
  type TrialStep,
} from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import { formatMoment, formatMomentLong, formatStamp, instantAt, localDate, localTime } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  Checkboxes,
  DefinitionList,
  Details,
  Field,
  FieldRow,
  Form,
  type FormState,
  Panel,
  Select,
  Tag,
} from '#ui/index.ts'
import { marksOf, ProcessPanel } from '../../../ho-so/process-panel.tsx'
import { copy } from '../words.ts'

export interface Shared {
  graph: ProcessGraph
  hidden: Record<string, string>
  state: FormState
  language: Language
}

const NEAR_HOURS = 8
const HOUR_MS = 3_600_000

export function DossierPanel({ request, setting, done, now }: { request: PageRequest; setting: TrialSetting; done: Replay; now: Date }) {
  const { language } = request
  const text = copy(language)
  const { dossier } = done
  const seen = done.steps.findLast((step) => step.seen)?.seen
  if (!dossier || !seen) return <p>{text.notBegun}</p>
  const calendar = setting.calendars(setting.units.settlingUnitId)
  const near = new Date(now.getTime() + NEAR_HOURS * HOUR_MS)
  const marks = marksOf(setting.process, dossier.actions, { calendar, now, near, language })
  return (
    <>
      <Panel title={text.dossierNow} id="ho-so">
        <DefinitionList
          rows={[
            { term: text.clock, value: formatMomentLong(now, language) },
            { term: text.state, value: LIFE_STATES[seen.state][language] },
            { term: text.national, value: `${seen.national}. ${NATIONAL_CODES[seen.national as NationalCode][language]}` },
            { term: text.due, value: seen.dueAt ? formatMoment(seen.dueAt) : text.noDue },
            {
              term: text.open,
              value:
                seen.open.length === 0 ? (
                  text.noneOpen
                ) : (
                  <ul>
                    {seen.open.map(({ key, name, dueAt }) => (
                      <li key={key}>{text.openUntil(name, formatMoment(dueAt))}</li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </Panel>
      <ProcessPanel view={{ process: setting.process, marks }} language={language} />
    </>
  )
}

export function ClockPanel({
  setting,
  dossier,
  now,
  hidden,
  state,
  language,
}: Omit<Shared, 'graph'> & { setting: TrialSetting; dossier: HeldDossier; now: Date }) {
  const text = copy(language)
  const shown = { ...state, values: { goDate: localDate(now), goTime: localTime(now), ...state.values } }
  return (
    <Panel title={text.moveClock} id="dong-ho">
      <Form state={shown} hidden={hidden} label={text.moveClock} defaultAction="go">
        <ButtonRow>
          {movesOf(setting, dossier, now).map(({ word, at }) => (
            <Button key={word} small name="_action" value={`to:${at.toISOString()}`}>
              {text.moveTo(text[word], formatMoment(at))}
            </Button>
          ))}
        </ButtonRow>
        <FieldRow>
          <Field name="goDate" type="date" label={text.goDate} width="medium" />
          <Field name="goTime" label={text.goTime} hint={text.timeHint} width="short" />
        </FieldRow>
        <Button name="_action" value="go">
          {text.go}
        </Button>
      </Form>
    </Panel>
  )
}

/** Where the clock is usually moved to; only forwards. */
function movesOf({ calendars, units }: TrialSetting, { state, actions }: HeldDossier, now: Date) {
  const calendar = calendars(units.settlingUnitId)
  const nextDay = nextWorkingMoment(calendar, instantAt(localDate(new Date(now.getTime() + 24 * HOUR_MS))))
  const stepDues = actions.flatMap(({ fact }) =>
    fact.kind === 'task-opened' && state.open.some(({ number }) => number === fact.task.number) ? [new Date(fact.task.dueAt)] : [],
  )
  const moves: { word: 'oneHour' | 'nextMorning' | 'nextAfternoon' | 'stepDue' | 'dossierDue'; at: Date | undefined }[] = [
    { word: 'oneHour', at: addWorkingMinutes(calendar, now, 60) },
    { word: 'nextMorning', at: nextDay },
    { word: 'nextAfternoon', at: instantAt(localDate(nextDay), '15:00') },
    { word: 'stepDue', at: stepDues.toSorted((one, other) => one.getTime() - other.getTime())[0] },
    { word: 'dossierDue', at: state.clock?.dueAt },
  ]
  return moves.flatMap(({ word, at }) => (at && at > now ? [{ word, at }] : []))
}

export function AssertPanel({ step, seen, graph, hidden, state, language }: Shared & { step: TrialStep; seen: Observation }) {
  const text = copy(language)
  const known = new Set(step.assertions.map((each) => JSON.stringify(each)))
  const open = assertionsOf(seen).filter((each) => !known.has(JSON.stringify(each)))
  const shown = {
    ...state,
    values: {
      state: seen.state,
      dueDate: seen.dueAt ? localDate(seen.dueAt) : '',
      dueTime: seen.dueAt ? localTime(seen.dueAt) : '',
      ...state.values,
    },
  }
  return (
    <Panel title={text.assertTitle(sayAct(step.act, graph, language))} id="khang-dinh">
      {open.length > 0 && (
        <Form state={state} hidden={hidden} label={text.assertSeen}>
          <Checkboxes
            name="assert"
            label={text.assertSeen}
            hint={text.assertHint}
            options={open.map((each) => ({ value: JSON.stringify(each), label: sayAssertion(each, graph, language) }))}
          />
          <Button name="_action" value="assert">
            {text.assert}
          </Button>
        </Form>
      )}
      <Details summary={text.expectOther} open={Boolean(state.errors.dueDate ?? state.errors.dueTime)}>
        <Form state={shown} hidden={hidden} label={text.otherState}>
          <Select
            name="state"
            label={text.expectState}
            blank={false}
            width="long"
            options={LIFE_STATE_NAMES.map((name) => ({ value: name, label: LIFE_STATES[name][language] }))}
          />
          <Button small name="_action" value="expect-state">
            {text.assert}
          </Button>
        </Form>
        <Form state={shown} hidden={hidden} label={text.otherDue}>
          <Select
            name="dueOf"
            label={text.expectDue}
            blank={text.ofDossier}
            width="long"
            options={seen.open.map(({ key, name }) => ({ value: key, label: text.ofStep(name) }))}
          />
          <FieldRow>
            <Field name="dueDate" type="date" label={text.goDate} width="medium" />
            <Field name="dueTime" label={text.goTime} hint={text.timeHint} width="short" />
          </FieldRow>
          <Button small name="_action" value="expect-due">
            {text.assert}
          </Button>
        </Form>
      </Details>
    </Panel>
  )
}

export function CoursePanel({
  trial,
  results,
  graph,
  hidden,
  language,
}: Omit<Shared, 'state'> & { trial: Trial; results: StepResult[] | undefined }) {
  const text = copy(language)
  return (
    <Panel title={text.course} id="dien-bien">
      <Form state={blankForm({})} hidden={hidden} label={text.course}>
        <ol class="flow">
          {trial.steps.map((step, at) => {
            const result = results?.[at]
            return (
              <li key={at}>
                <p>
                  <strong>
                    {at + 1}. {sayAct(step.act, graph, language)}
                  </strong>
                  , <time dateTime={formatStamp(new Date(step.at))}>{formatMoment(new Date(step.at))}</time>
                </p>
                {result?.refusal && (
                  <p>
                    <Tag tone="late" shape="square">
                      {text.refused}
                    </Tag>{' '}
                    {result.refusal.sentence(language)}
                  </p>
                )}
                {step.assertions.length > 0 && (
                  <ul>
                    {step.assertions.map((assertion, index) => (
                      <li key={index}>
                        <CheckTag isGreen={result?.checks[index]?.isGreen} language={language} /> {sayAssertion(assertion, graph, language)}
                        {result?.checks[index]?.isGreen === false && (
                          <>
                            {'. '}
                            {text.found(sayFound(assertion, result.seen, graph, language))}
                          </>
                        )}{' '}
                        <Button small look="link" name="_action" value={`drop:${at}.${index}`}>
                          {text.drop}
                          <span class="visually-hidden"> {sayAssertion(assertion, graph, language)}</span>
                        </Button>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            )
          })}
        </ol>
        {trial.steps.length > 1 && (
          <Button name="_action" value="undo">
            {text.undo}
          </Button>
        )}
      </Form>
    </Panel>
  )
}

function CheckTag({ isGreen, language }: { isGreen: boolean | undefined; language: Language }) {
  const text = copy(language)
  if (isGreen === undefined) return <Tag>{text.notRun}</Tag>
  return isGreen ? (
    <Tag tone="ok" shape="tick">
      {text.green}
    </Tag>
  ) : (
    <Tag tone="late" shape="square">
      {text.red}
    </Tag>
  )
}
