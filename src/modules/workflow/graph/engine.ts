/**
 * Moves dossiers through their process. A position goes in, a new one comes out with what opened, what was cancelled and which ways were taken; nothing is remembered in
 * between, nothing depends on time or chance, and no token is ever lost: each that was opened is left, sent back or cancelled exactly once.
 */
import { type Facts, holds } from './condition.ts'
import type { GraphNode } from './graph.ts'
import { findToken } from './open-tokens.ts'
import type { Position, Token } from './position.ts'
import { nodeOf, type RunFlow, type RunJoin, type RunNode, type Runnable, waysBack } from './runnable.ts'
import { isWithin, type Scope } from './shape.ts'

export interface TokenMove {
  position: Position
  /** What now waits for somebody, or for a time to pass: tasks to open, in order. */
  entered: Token[]
  /** What no longer needs doing: open tasks to close. */
  cancelled: Token[]
  /** Ids of the flows taken, in order: for the picture of the way. */
  taken: string[]
  /** The end the process came to with this move. */
  ended?: string
}

/** What the officer of a leading branch may say when leaving: the join does not wait for the other branches. */
export type Decision = 'go-on'

/** `first`: number of the first token, where earlier ones are used. */
export const begin = (process: Runnable, facts: Facts, first = 1): TokenMove =>
  run(process, { next: first, tokens: [] }, process.start.out, facts)

/** The work of the token is done. */
export function leave(process: Runnable, position: Position, tokenId: number, facts: Facts, decision?: Decision): TokenMove {
  const token = insistOn(position, tokenId)
  const { node, out } = nodeOf(process, token.node)
  const rest: Position = { next: position.next, tokens: position.tokens.filter((each) => each !== token) }
  if (node.kind === 'agencies') {
    if (rest.tokens.some((each) => each.node === node.id)) return { position: rest, entered: [], cancelled: [], taken: [] }
    const done = node.legs.findIndex(({ key }) => key === token.leg)
    const nextLeg = node.mode === 'in-order' ? node.legs[done + 1] : undefined
    if (nextLeg) {
      const entered = [{ id: rest.next, node: node.id, leg: nextLeg.key }]
      return { position: { next: rest.next + 1, tokens: [...rest.tokens, ...entered] }, entered, cancelled: [], taken: [] }
    }
  }
  return run(process, rest, out, facts, decision)
}

/** The lead decides that the join goes on without the branches that have not come; its own branch must have come. */
export function goOn(process: Runnable, position: Position, joinId: string, facts: Facts): TokenMove {
  const { join, out } = nodeOf(process, joinId)
  if (!join || !hasLead(position.tokens, join)) throw new Error(`The lead cannot decide at ${joinId}`)
  const kept = position.tokens.filter((token) => !isInBlock(process, token, join))
  const gone = position.tokens.filter((token) => token.branch === undefined && !kept.includes(token))
  const move = run(process, { next: position.next, tokens: kept }, out, facts)
  return { ...move, cancelled: [...gone, ...move.cancelled] }
}

/** The work goes back to an earlier step (`waysBack`). What else was open since then, in its own or in parallel branches, is cancelled. */
export function goBack(process: Runnable, position: Position, tokenId: number, toNode: string): TokenMove {
  const token = insistOn(position, tokenId)
  if (!waysBack(process, token.node).includes(toNode)) throw new Error(`From ${token.node} there is no way back to ${toNode}`)
  const { scope } = nodeOf(process, toNode)
  const kept = position.tokens.filter((each) => !isWithin(scopeOf(process, each), scope))
  const cancelled = position.tokens.filter((each) => each !== token && each.branch === undefined && !kept.includes(each))
  const entered = [{ id: position.next, node: toNode }]
  return { position: { next: position.next + 1, tokens: [...kept, ...entered] }, entered, cancelled, taken: [] }
}

/** Takes the flows, and all that follows by itself, until everything waits for somebody or has ended. */
function run(process: Runnable, from: Position, out: readonly RunFlow[], facts: Facts, decision?: Decision): TokenMove {
  let { next, tokens } = { next: from.next, tokens: [...from.tokens] }
  let waiting = [...out]
  let isDecided = decision === undefined
  const cancelled: Token[] = []
  const taken: string[] = []
  const isNew = ({ id }: Token) => id >= from.next
  for (let flow = waiting.shift(); flow; flow = waiting.shift()) {
    taken.push(flow.id)
    if (taken.length > process.bound) throw new Error('The process goes round without anybody doing anything')
    const { node, out: ways, join } = flow.to
    if (node.kind === 'choice') waiting.unshift(wayOut(flow.to, facts))
    else if (node.kind === 'fork') waiting.unshift(...ways)
    else if (join) {
      tokens.push({ id: next++, node: node.id, branch: flow.branch })
      const goesOn = !isDecided && join.mode.kind === 'lead' && join.mode.branch === flow.branch
      isDecided ||= goesOn
      if (!goesOn && !isComplete(tokens, join)) continue
      const gone = tokens.filter((token) => isInBlock(process, token, join))
      tokens = tokens.filter((token) => !gone.includes(token))
      cancelled.push(...gone.filter((token) => token.branch === undefined && !isNew(token)))
      waiting = [...ways, ...waiting.filter(({ scope }) => !join.branches.has(scope[join.depth] ?? ''))]
    } else if (node.kind === 'end') {
      if (tokens.length + waiting.length > 0) throw new Error(`Something is still open at the end ${node.id}`)
      if (!isDecided) break
      return { position: { next, tokens, ended: node.id }, entered: [], cancelled, taken, ended: node.id }
    } else for (const visit of visitsTo(node)) tokens.push({ id: next++, ...visit })
  }
  if (!isDecided) throw new Error('There is nothing here for the lead to decide')
  return { position: { next, tokens }, entered: tokens.filter((token) => isNew(token) && token.branch === undefined), cancelled, taken }
}

function wayOut({ node, out }: RunNode, facts: Facts): RunFlow {
  const way = out.find(({ condition }) => !condition || holds(condition, facts))
  if (!way) throw new Error(`The choice ${node.id} has no way out`)
  return way
}

const visitsTo = (node: GraphNode): Omit<Token, 'id'>[] =>
  node.kind !== 'agencies'
    ? [{ node: node.id }]
    : (node.mode === 'parallel' ? node.legs : node.legs.slice(0, 1)).map(({ key }) => ({ node: node.id, leg: key }))

function isComplete(tokens: readonly Token[], { id, mode, branches }: RunJoin): boolean {
  const arrived = tokens.filter(({ node }) => node === id).length
  switch (mode.kind) {
    case 'any':
      return arrived >= 1
    case 'at-least':
      return arrived >= mode.count
    case 'all':
    case 'lead':
      return arrived === branches.size
  }
}

const hasLead = (tokens: readonly Token[], { id, mode }: RunJoin) =>
  mode.kind === 'lead' && tokens.some(({ node, branch }) => node === id && branch === mode.branch)

/** Whether the token runs in the join's block, or waits at the join. */
const isInBlock = (process: Runnable, { node, branch }: Token, join: RunJoin): boolean =>
  node === join.id ? branch !== undefined : join.branches.has(nodeOf(process, node).scope[join.depth] ?? '')

const scopeOf = (process: Runnable, { node, branch }: Token): Scope => {
  const { scope } = nodeOf(process, node)
  return branch === undefined ? scope : [...scope, branch]
}

function insistOn(position: Position, tokenId: number): Token {
  const token = findToken(position, tokenId)
  if (!token) throw new Error(`There is no open token ${tokenId}`)
  return token
}
