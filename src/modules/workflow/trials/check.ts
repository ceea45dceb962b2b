/** Whether an assertion is true of what was observed. Pure. */
import type { Observation } from './observe.ts'
import type { Assertion } from './trial.ts'

export function isTrue(assertion: Assertion, seen: Observation): boolean {
  switch (assertion.kind) {
    case 'state':
      return seen.state === assertion.state
    case 'national':
      return seen.national === assertion.code
    case 'open':
      return sameKeys(
        assertion.nodes,
        seen.open.map(({ key }) => key),
      )
    case 'who': {
      const step = stepOf(seen, assertion.node)
      return step !== undefined && step.role === assertion.role && step.place === assertion.place && step.holder === assertion.holder
    }
    case 'step-due': {
      const step = stepOf(seen, assertion.node)
      return step !== undefined && step.dueAt.getTime() === Date.parse(assertion.at)
    }
    case 'due':
      return assertion.at === null ? seen.dueAt === null : seen.dueAt?.getTime() === Date.parse(assertion.at)
    case 'paper':
      return (seen.papers as string[]).includes(assertion.form)
    case 'message':
      return seen.messages.includes(assertion.message)
  }
}

export const stepOf = (seen: Observation, key: string) => seen.open.find((step) => step.key === key)

const sameKeys = (one: readonly string[], other: readonly string[]): boolean => one.toSorted().join(' ') === other.toSorted().join(' ')

/** Everything that is true now, as assertions: what an administrator may choose from. */
export function assertionsOf(seen: Observation): Assertion[] {
  return [
    { kind: 'state', state: seen.state },
    { kind: 'national', code: seen.national },
    { kind: 'due', at: seen.dueAt?.toISOString() ?? null },
    { kind: 'open', nodes: seen.open.map(({ key }) => key) },
    ...seen.open.flatMap(({ key, role, place, holder, dueAt }): Assertion[] => [
      { kind: 'who', node: key, ...(role === undefined ? {} : { role }), place, holder },
      { kind: 'step-due', node: key, at: dueAt.toISOString() },
    ]),
    ...seen.papers.map((form): Assertion => ({ kind: 'paper', form })),
    ...seen.messages.map((message): Assertion => ({ kind: 'message', message })),
  ]
}
