/** `npm run bench [-- --json] [NAME…]`: the rows, measured; standard output is the table or one JSON object, everything else goes to standard error. */

import { stopwatch } from '#platform/clock.ts'
import { createEnding } from '#platform/ending.ts'
import { explain } from '../src/program.ts'
import { isRowName, loadRow, ROW_NAMES } from './rows.ts'
import { closeConnections } from './support/ask.ts'
import { openBench } from './support/bench.ts'
import { type Figure, figureOf, jsonOf, tableOf } from './support/figures.ts'

const WRONG_USE = 2

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const given = process.argv.slice(2)
const wishes = given.filter((each) => each.startsWith('-'))
const names = given.filter((each) => !each.startsWith('-'))
const unknown = [...names.filter((name) => !isRowName(name)), ...wishes.filter((wish) => wish !== '--json')]

if (unknown.length > 0) {
  say(`The bench does not know “${unknown[0]}”. It measures: ${ROW_NAMES.join(', ')}; --json prints one JSON object.`)
  process.exitCode = WRONG_USE
} else {
  const ending = createEnding(say)
  try {
    await measure()
    await ending.now(0)
  } catch (error) {
    if (!ending.isEnding) say(explain(error))
    await ending.now(1)
  }

  async function measure(): Promise<void> {
    const bench = await openBench(ending, (line) => say(`  ${line}`))
    ending.onEnd(closeConnections)
    const figures: Record<string, Figure> = {}
    for (const name of ROW_NAMES.filter((each) => names.length === 0 || names.includes(each))) {
      const row = await loadRow(name)
      say(name)
      const began = stopwatch()
      figures[name] = figureOf(row, await row.run(bench))
      say(
        `  ${figures[name].value} ${row.unit}, reference ${figures[name].reference}, ratio ${figures[name].ratio} (${Math.round((stopwatch() - began) / 1000)} s)`,
      )
    }
    process.stdout.write(wishes.includes('--json') ? `${jsonOf(figures)}\n` : tableOf(figures))
  }
}
