import { transitionsDocument } from '#modules/dossier/transitions/document.ts'
import type { Command } from './context.ts'

/** Prints the states of a dossier and the transitions between them (docs/transitions.md). */
export const transitionsCommand: Command = async (args, context) => {
  if (args.length > 0) {
    context.error('Cách dùng: transitions (không có tham số)')
    return args.includes('--help') ? 0 : 2
  }
  context.out(transitionsDocument().trimEnd())
  return 0
}
