import { runCreateUser } from '#modules/identity/index.ts'
import type { Command } from './context.ts'

export const createUserCommand: Command = (args, context) =>
  runCreateUser(args, async () => (await context.openServices()).services, context)
