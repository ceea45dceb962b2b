/** The words to a decision, and how a paper says its reason. */
import type { Actor } from '#platform/actor.ts'
import { longText } from './fields.ts'

export const ReasonText = longText('Hãy ghi rõ nội dung.')

/** As a paper says it: the reason of the list, then the words of who decides. */
export const inOneSentence = ({ vi }: { vi: string }, text: string | undefined): string => [vi, text].filter(Boolean).join('. ')

export const officerOf = (actor: Actor): number | null => (actor.kind === 'officer' ? actor.id : null)
