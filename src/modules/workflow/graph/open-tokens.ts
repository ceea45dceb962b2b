/** What of a position waits. Pure, and without zod. */
import type { Position, Token } from './position.ts'

/** The token if it still waits for somebody; a token that has left, was cancelled or stands at a join is no one's to move. */
export const findToken = (position: Position, id: number): Token | undefined =>
  position.tokens.find((token) => token.id === id && token.branch === undefined)

/** What waits for somebody or for a time: the open tasks. */
export const openTokens = (position: Position): Token[] => position.tokens.filter(({ branch }) => branch === undefined)
