/** What a press on the page of a trial makes of its acts. Pure. */
import { Assertion, MAX_TRIAL_LEGS, type StepResult, TrialAct, type TrialStep } from '#modules/workflow/index.ts'
import { type FormValues, many, one } from '#platform/http/forms.ts'
import { instantAt } from '#platform/text/dates.ts'

export type Pressed =
  | { kind: 'steps'; steps: TrialStep[] }
  /** At the field, a key of the page's words. */
  | { kind: 'wrong'; field: string; word: 'wrongDate' | 'wrongTime' | 'nothingChosen' | 'wrongAgencies' | 'wrongDays' }

/** `results`: what came of the acts so far, for the moments of the clock. */
export function press(form: FormValues, steps: readonly TrialStep[], results: readonly StepResult[]): Pressed {
  const [name, rest = ''] = splitOnce(one(form._action))
  const now = results.at(-1)?.step.at ?? ''
  switch (name) {
    case 'act': {
      const act = parsed(TrialAct, rest)
      if (!act) return same(steps)
      const asking = withAgencies(withDate(act, one(form.newDue)), form)
      return 'field' in asking ? asking : { kind: 'steps', steps: [...steps, { at: now, act: asking, assertions: [] }] }
    }
    case 'to':
      return { kind: 'steps', steps: waited(steps, rest) }
    case 'go':
      return goTo(form, steps)
    case 'undo':
      return { kind: 'steps', steps: steps.length > 1 ? steps.slice(0, -1) : [...steps] }
    case 'assert': {
      const chosen = many(form.assert).flatMap((text) => parsed(Assertion, text) ?? [])
      return chosen.length === 0
        ? { kind: 'wrong', field: 'assert', word: 'nothingChosen' }
        : { kind: 'steps', steps: asserted(steps, chosen) }
    }
    case 'expect-state':
      return { kind: 'steps', steps: asserted(steps, [parsed(Assertion, JSON.stringify({ kind: 'state', state: one(form.state) }))]) }
    case 'expect-due':
      return expectDue(form, steps)
    case 'drop': {
      const [at, index] = rest.split('.').map(Number)
      return {
        kind: 'steps',
        steps: steps.map((step, stepAt) =>
          stepAt === at ? { ...step, assertions: step.assertions.filter((_, each) => each !== index) } : step,
        ),
      }
    }
    default:
      return same(steps)
  }
}

const same = (steps: readonly TrialStep[]): Pressed => ({ kind: 'steps', steps: [...steps] })

function splitOnce(text: string): [string, string?] {
  const at = text.indexOf(':')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function parsed<Value>(
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
  text: string,
): Value | undefined {
  try {
    const result = schema.safeParse(JSON.parse(text))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}

/** An extension to the day that was typed, at the hour of the one proposed. */
function withDate(act: TrialAct, date: string): TrialAct {
  if (act.kind !== 'transition' || !act.newDueAt || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return act
  const moved = new Date(`${date}${new Date(Date.parse(act.newDueAt) + 7 * 3_600_000).toISOString().slice(10, 19)}+07:00`)
  return Number.isNaN(moved.getTime()) ? act : { ...act, newDueAt: moved.toISOString() }
}

/** Asks as many agencies as was typed, each to answer within as many working days. */
function withAgencies(act: TrialAct, form: FormValues): TrialAct | Extract<Pressed, { kind: 'wrong' }> {
  const asks = act.kind === 'transition' ? act.legs !== undefined : act.kind === 'answer' && act.next !== undefined
  if (!asks) return act
  // The tax agency is one, and so is the next of those who are asked one after the other.
  const isMany = act.kind === 'transition' && act.id !== 'ask-tax'
  const count = isMany ? wholeIn(one(form.agencies), MAX_TRIAL_LEGS) : 1
  const workingDays = wholeIn(one(form.answerDays), MAX_DAYS)
  if (count === undefined) return { kind: 'wrong', field: 'agencies', word: 'wrongAgencies' }
  if (workingDays === undefined) return { kind: 'wrong', field: 'answerDays', word: 'wrongDays' }
  const leg = { workingDays }
  if (act.kind === 'transition') return { ...act, legs: Array.from({ length: count }, () => leg) }
  return act.kind === 'answer' ? { ...act, next: leg } : act
}

const MAX_DAYS = 60

/** From 1 to `most`, typed as a whole number. */
function wholeIn(text: string, most: number): number | undefined {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined
  return number !== undefined && number >= 1 && number <= most ? number : undefined
}

/** Two waits in a row of which nothing is asserted are one. */
function waited(steps: readonly TrialStep[], at: string): TrialStep[] {
  const last = steps.at(-1)
  const kept = last?.act.kind === 'wait' && last.assertions.length === 0 ? steps.slice(0, -1) : steps
  return [...kept, { at, act: { kind: 'wait' }, assertions: [] }]
}

function momentOf(form: FormValues, prefix: string): Date | 'wrongDate' | 'wrongTime' {
  const [date, time] = [one(form[`${prefix}Date`]), one(form[`${prefix}Time`])]
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return 'wrongDate'
  if (!/^([01]?\d|2[0-3]):[0-5]\d$/.test(time)) return 'wrongTime'
  const at = instantAt(date, time.padStart(5, '0'))
  return Number.isNaN(at.getTime()) ? 'wrongDate' : at
}

function goTo(form: FormValues, steps: readonly TrialStep[]): Pressed {
  const at = momentOf(form, 'go')
  if (!(at instanceof Date)) return { kind: 'wrong', field: at === 'wrongDate' ? 'goDate' : 'goTime', word: at }
  return { kind: 'steps', steps: waited(steps, at.toISOString()) }
}

function expectDue(form: FormValues, steps: readonly TrialStep[]): Pressed {
  const at = momentOf(form, 'due')
  if (!(at instanceof Date)) return { kind: 'wrong', field: at === 'wrongDate' ? 'dueDate' : 'dueTime', word: at }
  const of = one(form.dueOf)
  const assertion: Assertion = of === '' ? { kind: 'due', at: at.toISOString() } : { kind: 'step-due', node: of, at: at.toISOString() }
  return { kind: 'steps', steps: asserted(steps, [assertion]) }
}

/** Of the last act; what was asserted of the same thing before is replaced. */
function asserted(steps: readonly TrialStep[], added: readonly (Assertion | undefined)[]): TrialStep[] {
  const fresh = added.flatMap((each) => each ?? [])
  const about = new Set(fresh.map(aboutOf))
  return steps.map((step, at) =>
    at === steps.length - 1 ? { ...step, assertions: [...step.assertions.filter((each) => !about.has(aboutOf(each))), ...fresh] } : step,
  )
}

function aboutOf(assertion: Assertion): string {
  if ('node' in assertion) return `${assertion.kind} ${assertion.node}`
  if (assertion.kind === 'paper') return `paper ${assertion.form}`
  return assertion.kind === 'message' ? `message ${assertion.message}` : assertion.kind
}
