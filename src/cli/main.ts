/** `motcua <command>`: finds the command, gives it what it needs, and hands its exit code to the shell. Each command is loaded only when it is called. */
import { createEnding } from '#platform/ending.ts'
import { complain, exitCodeOf, explain, readSettings } from '../program.ts'
import { commands } from './commands.ts'
import { createContext } from './context.ts'
import { usage } from './usage.ts'

const WRONG_USE = 2

const [name, ...args] = process.argv.slice(2)
const command = name ? commands[name] : undefined

if (!name || ['help', '--help', '-h'].includes(name)) {
  process.stdout.write(`${usage()}\n`)
} else if (!command) {
  complain(`Không có lệnh "${name}".\n\n${usage()}\n`)
  process.exitCode = WRONG_USE
} else {
  const ending = createEnding(() => {})
  try {
    const run = await command.load()
    await ending.now(await run(args, createContext(name, readSettings, ending)))
  } catch (error) {
    complain(`${explain(error)}\n`)
    await ending.now(exitCodeOf(error))
  }
}
