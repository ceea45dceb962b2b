/** What the kinds of steps require of their order (NĐ 61/2018 art. 17–20): received first, returned last, the result returned where it was issued. Pure. */
import type { Finding } from './finding.ts'
import type { GraphNode } from './graph.ts'
import type { PlainCode } from './problem-words.ts'
import type { Structure } from './structure.ts'

type StepNode = Extract<GraphNode, { kind: 'step' }>

export function stepProblems(structure: Structure): Finding<PlainCode>[] {
  const steps = [...structure.nodes.values()].filter((node): node is StepNode => node.kind === 'step')
  const next = (id: string) => structure.out(id).map(({ to }) => structure.nodes.get(to))
  const [first] = structure.start === undefined ? [] : next(structure.start)
  const found = (code: PlainCode, nodes: readonly StepNode[]) => nodes.map(({ id: nodeId }): Finding<PlainCode> => ({ code, nodeId }))
  const of = (kind: StepNode['step']) => steps.filter(({ step }) => step === kind)
  const isReception = first?.kind === 'step' && first.step === 'reception'
  return [
    ...(first && !isReception ? [{ code: 'first-not-reception' as const, nodeId: first.id }] : []),
    ...found(
      'reception-later',
      of('reception').filter(({ id }) => id !== first?.id),
    ),
    ...found(
      'return-not-last',
      of('return').filter(({ id }) => next(id).some((node) => node?.kind !== 'end')),
    ),
    ...found(
      'issue-not-before-return',
      of('issue').filter(({ id }) => next(id).some((node) => node?.kind !== 'step' || node.step !== 'return')),
    ),
    ...(of('appraisal').length === 0 ? [{ code: 'no-appraisal' as const }] : []),
    ...(of('signature').length === 0 ? [{ code: 'no-signature' as const }] : []),
  ]
}
