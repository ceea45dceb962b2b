/** From the settings to the sentence a person sees when something is wrong with them. */

import type { Occupant } from '#platform/data-folder.ts'
import { createEnding } from '#platform/ending.ts'
import { AppError } from '#platform/errors.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { type Opening, takeTurn } from './turn.ts'

/** Exit code for a setting that is wrong; 1 is everything else. */
export const WRONG_SETTING = 2

export async function runProgram(overrides: Record<string, string>): Promise<void> {
  const config = readSettings(overrides)
  const ending = createEnding(say)
  try {
    const occupant: Occupant = { kind: 'server', pid: process.pid, state: 'starting' }
    const opening: Opening = { config, ending, say, introduce: () => (ending.isEnding ? { ...occupant, state: 'ending' } : occupant) }
    const turn = await takeTurn(opening)
    // Loaded late: a wrong setting or a second start is told without waiting for everything else.
    const { serve } = await import('./serve.ts')
    const address = await serve(opening, turn)
    Object.assign(occupant, { state: 'running', address })
  } catch (error) {
    // What is being closed may fail what is still starting.
    if (ending.isEnding) return
    say(explain(error))
    await ending.now(exitCodeOf(error))
  }
}

/** The settings, or the end of the process with a sentence for each wrong one. */
export function readSettings(overrides: Record<string, string> = {}): Config {
  try {
    return readConfig({ ...process.env, ...overrides })
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    complain(`${error.sentences.join('\n')}\n`)
    process.exit(WRONG_SETTING)
  }
}

/** A sentence for what was foreseen, the whole trace for what was not. */
export const explain = (error: unknown): string =>
  error instanceof AppError ? error.sentence('vi') : error instanceof Error ? (error.stack ?? error.message) : String(error)

export const exitCodeOf = (error: unknown): number => (error instanceof AppError && error.code.startsWith('database.') ? WRONG_SETTING : 1)

export const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
export const complain = (text: string): void => void process.stderr.write(text)
