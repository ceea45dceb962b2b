import { describe, expect, test } from 'vitest'
import type { DossierAction, DossierFact, StepKind } from './facts.ts'
import { dossierState } from './state.ts'
import { nationalCodeOf } from './transitions/life-states.ts'

const received: DossierFact = {
  kind: 'received',
  code: 'H50.15-261120-0001',
  channel: 'counter',
  procedureVersionId: 1,
  procedureCaseId: 1,
  receivingUnitId: 1,
  settlingUnitId: 2,
  processId: 1,
  promise: {
    clockStartedAt: '2026-11-20T03:00:00.000Z',
    limit: { amount: 3, unit: 'working-day' },
    mode: 'carry',
    dueAt: '2026-11-26T03:00:00.000Z',
  },
}
const opened = (kind: StepKind, number = 1): DossierFact => ({
  kind: 'task-opened',
  task: { number, stepId: number, kind, stepName: kind, unitId: 2, roleId: 1, dueAt: '2026-11-21T03:00:00.000Z' },
})

const actions = (...facts: DossierFact[]): DossierAction[] =>
  facts.map((fact, index) => ({
    sequence: index + 1,
    at: new Date(Date.UTC(2026, 10, 20, 3, index)),
    actorKind: 'system',
    actorId: null,
    fact,
    hash: String(index),
  }))

describe('state from actions', () => {
  test('a dossier begins with its reception', () => {
    expect(() => dossierState([])).toThrow()
    expect(() => dossierState(actions(opened('appraisal')))).toThrow()
  })

  test.each([
    ['reception', 'RECEIVED', 2],
    ['assignment', 'AWAITING_ASSIGNMENT', 4],
    ['appraisal', 'IN_APPRAISAL', 4],
    ['review', 'IN_APPRAISAL', 4],
    ['signature', 'AWAITING_SIGNATURE', 4],
    ['issue', 'AWAITING_ISSUE', 4],
  ] as const)('an open %s step is %s, national %i', (kind, state, national) => {
    const computed = dossierState(actions(received, opened(kind)))
    expect(computed.state).toBe(state)
    expect(nationalCodeOf(computed.state)).toBe(national)
  })

  test('issuing the result stops the clock and classifies; returning ends', () => {
    const issued: DossierFact = { kind: 'result-issued', resultId: 1, number: 1, symbol: 'GP', finishedAt: '2026-11-25T03:00:00.000Z' }
    const available = dossierState(actions(received, opened('issue'), issued, opened('return', 2)))
    expect(available).toMatchObject({ state: 'RESULT_AVAILABLE', timeliness: 'early' })
    const returned = dossierState(
      actions(received, opened('issue'), issued, opened('return', 2), {
        kind: 'result-returned',
        method: 'counter',
        proof: 'receipt',
        originalsReturned: true,
      }),
    )
    expect(returned.state).toBe('RESULT_RETURNED')
    expect(returned.returnedAt).toEqual(new Date(Date.UTC(2026, 10, 20, 3, 4)))
  })

  test('a note, a hand-over or a document changes neither state nor dates', () => {
    const before = dossierState(actions(received, opened('appraisal')))
    const after = dossierState(
      actions(
        received,
        opened('appraisal'),
        { kind: 'noted', noteId: 1 },
        { kind: 'task-handed-over', number: 1, toOfficerId: 2, reason: 'nghỉ phép' },
      ),
    )
    expect({ ...after, actionCount: 0, chainHead: '' }).toEqual({ ...before, actionCount: 0, chainHead: '' })
  })
})
