import { runDue } from '#modules/calendar/index.ts'
import type { Command } from './context.ts'

export const dueCommand: Command = (args, context) =>
  runDue(args, {
    out: context.out,
    error: context.error,
    withDatabase: async (work) => work((await context.openDatabase()).database),
  })
