import { runCreateToken } from '#modules/identity/index.ts'
import type { Command } from './context.ts'

export const createTokenCommand: Command = async (args, context) => runCreateToken(args, (await context.openServices()).services, context)
