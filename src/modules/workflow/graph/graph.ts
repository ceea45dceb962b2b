/**
 * The internal process (quy trình nội bộ, domain.md §2.9) as a graph: who does what in which order, with choices, parallel branches and other agencies' legs. The schema says
 * what may be kept as a draft; whether dossiers may run on it is said by `problems.ts`. Blocks are well nested: every fork has its own join, and a loop is a choice that goes
 * back within its block.
 */
import { z } from 'zod'
import type { StepKind } from '#modules/dossier/index.ts'
import { type Condition, MAX_DEPTH } from './condition.ts'
import { MAX_FLOWS, MAX_LANES, MAX_LEGS, MAX_NODES } from './most.ts'

/** Also a name in XML, where a graph goes and comes back from. */
const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, 'Mã gồm chữ cái không dấu, số, dấu “-” và “_”, bắt đầu bằng chữ cái.')
/** One line of people's words: no control characters or half characters, which XML cannot carry. */
const line = z
  .string()
  .max(300, 'Tối đa 300 ký tự.')
  .regex(/^[^\p{Cc}\p{Cs}\p{Cn}\u2028\u2029]*$/u, 'Có ký tự không viết được.')
const name = line.trim()
/** Nothing rather than an empty text. */
const nameIfAny = z.preprocess((text) => (typeof text === 'string' && text.trim() === '' ? undefined : text), name.optional())

const STEP_KINDS = ['reception', 'assignment', 'appraisal', 'review', 'signature', 'issue', 'return'] as const satisfies StepKind[]

/** Working time allowed, in halves: hours, or working days of the unit that does the work. */
export const GraphLimit = z.object({
  amount: z.number().min(0).max(10_000).multipleOf(0.5, 'Thời hạn tính chẵn nửa giờ hoặc nửa ngày.'),
  unit: z.enum(['hour', 'working-day']),
})
export type GraphLimit = z.infer<typeof GraphLimit>

/** A role within the template; a binding gives it a unit's rooms and people. */
export const Lane = z.object({ key: id, name, place: z.enum(['receiving', 'settling', 'other']), roleCode: line })
export type Lane = z.infer<typeof Lane>

/** One agency's part of a liên thông: its own due date counts from when the leg opens (NĐ 61/2018 art. 19(6)). */
export const AgencyLeg = z.object({ key: id, lane: line, name, limit: GraphLimit })
export type AgencyLeg = z.infer<typeof AgencyLeg>

/** When the branches have come together: all; the first; a number of them; or when the lead branch has come and its officer decides not to wait for the others. */
export const JoinMode = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('any') }),
  z.object({ kind: z.literal('at-least'), count: z.number().int().min(0).max(MAX_FLOWS) }),
  /** `branch` is the flow out of the fork that leads. */
  z.object({ kind: z.literal('lead'), branch: line }),
])
export type JoinMode = z.infer<typeof JoinMode>

const node = <Kind extends string>(kind: Kind) => ({ id, kind: z.literal(kind), name })

export const GraphNode = z.discriminatedUnion('kind', [
  z.object(node('start')),
  z.object(node('end')),
  z.object({
    ...node('step'),
    step: z.enum(STEP_KINDS),
    lane: line,
    limit: GraphLimit,
    /** What the step leaves behind (sản phẩm), in words. */
    output: nameIfAny,
    /** What of `STEP_ACTS` may be done at the step; everything when absent. */
    actions: z.array(id).max(40).optional(),
  }),
  z.object(node('choice')),
  z.object(node('fork')),
  z.object({ ...node('join'), mode: JoinMode }),
  /** Waits for the time to pass, for example a public notice. */
  z.object({ ...node('timer'), wait: GraphLimit }),
  z.object({
    ...node('agencies'),
    /** Electronic: to all at once. Paper: in the order given. */
    mode: z.enum(['parallel', 'in-order']),
    legs: z.array(AgencyLeg).max(MAX_LEGS),
    /** Key of the leg of the lead agency. */
    lead: line.optional(),
  }),
  /** An outside expert is asked by a link that expires. */
  z.object({ ...node('outside'), lane: line, limit: GraphLimit }),
])
export type GraphNode = z.infer<typeof GraphNode>
export type GraphNodeOf<Kind extends GraphNode['kind']> = Extract<GraphNode, { kind: Kind }>

const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, 'Tên trường không hợp lệ.')
const factValue = z.union([line, z.number(), z.boolean()])
const comparison = z.union([
  z.strictObject({ field: fieldName, operator: z.enum(['known', 'not-known']) }),
  z.strictObject({ field: fieldName, operator: z.literal('one-of'), value: z.array(line).max(100) }),
  z.strictObject({ field: fieldName, operator: z.enum(['is', 'is-not', 'less', 'at-most', 'at-least', 'more']), value: factValue }),
])

/** Built level by level, so that no text makes the parser go deeper than this. */
const conditionOfDepth = (depth: number): z.ZodType<Condition> => {
  if (depth === 0) return comparison
  const part = conditionOfDepth(depth - 1)
  const parts = z.array(part).max(40)
  return z.union([z.strictObject({ all: parts }), z.strictObject({ any: parts }), z.strictObject({ not: part }), comparison])
}
export const ConditionSchema: z.ZodType<Condition> = conditionOfDepth(MAX_DEPTH)

/** A way from one node to another. Out of a choice it has a condition, or is the one that is taken when no condition holds. */
export const Flow = z.object({
  id,
  from: line,
  to: line,
  name: nameIfAny,
  condition: ConditionSchema.optional(),
  isDefault: z.literal(true).optional(),
})
export type Flow = z.infer<typeof Flow>

/** Plain JSON. The order of flows is the order in which a choice asks and a fork opens. */
export const ProcessGraph = z.object({
  lanes: z.array(Lane).max(MAX_LANES),
  nodes: z.array(GraphNode).max(MAX_NODES),
  flows: z.array(Flow).max(MAX_FLOWS),
})
export type ProcessGraph = z.infer<typeof ProcessGraph>
