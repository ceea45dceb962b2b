import { runCreateToken } from '#modules/identity/index.ts'
import type { Command } from './context.ts'

export const createTokenCommand: Command = (args, context) =>
  runCreateToken(args, async () => (await context.openServices()).services, context)
