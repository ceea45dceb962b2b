import { runCreateUser } from '#modules/identity/index.ts'
import type { Command } from './context.ts'

export const createUserCommand: Command = async (args, context) => runCreateUser(args, (await context.openServices()).services, context)
