/** The program: web and background jobs in one process, or one of the two as `MOTCUA_ROLE` says. */
import { runProgram } from './program.ts'

await runProgram({})
