/** Background jobs only; the web processes run elsewhere on the same external database. */
import { runProgram } from './program.ts'

await runProgram({ MOTCUA_ROLE: 'worker' })
