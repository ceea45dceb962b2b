/** Where a dossier stands in its process: small plain JSON that is kept in a fact and resumed without any history. */
import { z } from 'zod'

const whole = z.number().int().min(0)
const key = z.string().max(60)

export const Token = z.strictObject({
  /** One for each visit to a node, never used twice in a dossier. */
  id: whole,
  node: key,
  /** At other agencies: whose leg it is. */
  leg: key.optional(),
  /** Waiting at a join: the branch it came by. */
  branch: key.optional(),
})
export type Token = z.infer<typeof Token>

export const Position = z.strictObject({
  /** Id of the next token. */
  next: whole,
  /** In the order they came. Empty when the process has ended. */
  tokens: z.array(Token),
  /** The end it came to. */
  ended: key.optional(),
})
export type Position = z.infer<typeof Position>
