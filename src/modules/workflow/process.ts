/** The internal process (quy trình nội bộ): an ordered line of steps, each with who, where and how long. A version never changes once dossiers run on it. */
import type { StepKind } from '#modules/dossier/index.ts'

export interface ProcessStep {
  id: number
  position: number
  kind: StepKind
  name: string
  roleId: number
  /** The dossier's unit that does the step: where it was received, or where it is settled. */
  place: 'receiving' | 'settling'
  /** Working hours allowed for the step. */
  limitHours: number
}

export interface Process {
  id: number
  procedureId: number | null
  version: number
  name: string
  /** In order of position. */
  steps: ProcessStep[]
}

export const stepAfter = (process: Process, step: ProcessStep): ProcessStep | undefined =>
  process.steps.find((each) => each.position > step.position)

/** The steps a dossier at `step` may be sent back to: all before it except the reception, which has been acknowledged to the applicant. */
export const stepsBefore = (process: Process, step: ProcessStep): ProcessStep[] =>
  process.steps.filter((each) => each.position < step.position && each.kind !== 'reception')

export const stepById = (process: Process, id: number): ProcessStep => {
  const step = process.steps.find((each) => each.id === id)
  if (!step) throw new Error(`Process ${process.id} has no step ${id}`)
  return step
}
