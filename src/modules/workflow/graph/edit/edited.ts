/** What an edit gives back. Edits are pure: the graph that went in is never changed. */
import type { GraphNode, ProcessGraph } from '../graph.ts'

export interface Edited {
  graph: ProcessGraph
  /** Id of the node or flow to look at next. */
  selected?: string
}

/** Kinds that have one way in and one way out, so that they can stand anywhere on a way. */
export const isWork = ({ kind }: GraphNode): boolean => kind === 'step' || kind === 'timer' || kind === 'agencies' || kind === 'outside'
