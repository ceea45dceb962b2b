/** What the check of a graph finds, before it is put into words (`problem-words.ts`). */

/** Structural: the engine does not run a graph with one of these. */
export type StructureCode =
  | 'no-start'
  | 'extra-start'
  | 'no-end'
  | 'same-id'
  | 'flow-nowhere'
  | 'same-flow'
  | 'into-start'
  | 'out-of-end'
  | 'unreachable'
  | 'dead-end'
  | 'endless'
  | 'several-ways'
  | 'choice-one-way'
  | 'choice-no-default'
  | 'choice-two-defaults'
  | 'condition-missing'
  | 'condition-unexpected'
  | 'fork-one-branch'
  | 'fork-without-join'
  | 'join-without-fork'
  | 'empty-branch'
  | 'join-impossible'
  | 'join-lead-unknown'
  | 'block-crossed'
  | 'end-in-block'
  | 'tangled-loop'
  | 'instant-loop'
  | 'no-legs'
  | 'same-leg'

export interface Finding<Code extends string = StructureCode> {
  code: Code
  nodeId?: string
  flowId?: string
}
