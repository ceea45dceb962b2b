// What a person who waits sees: a line for each long phase, how far it is, and how long it took.

const EVERY = 5_000

/** @param {NodeJS.WriteStream} stream where the lines go; commands whose output is read by others use standard error */
export function progressOn(stream) {
  return {
    /** @param {string} text */
    say(text) {
      stream.write(`${text}\n`)
    },
    /**
     * Runs a phase. `step(done, total)` tells how far it is: in place on a terminal, else as a line every five seconds.
     * @template Result
     * @param {string} title
     * @param {(step: (done: number, total: number) => void) => Promise<Result>} work
     */
    async phase(title, work) {
      const start = performance.now()
      const seconds = () => `${((performance.now() - start) / 1000).toFixed(1).replace('.', ',')} giây`
      let saidAt = start
      stream.write(`${title}…${stream.isTTY ? '' : '\n'}`)
      const step = (done, total) => {
        if (stream.isTTY) stream.write(`\r\x1b[K${title}… ${bar(done / total)} ${done}/${total}`)
        else if (performance.now() - saidAt > EVERY) {
          saidAt = performance.now()
          stream.write(`  ${done}/${total} (${seconds()})\n`)
        }
      }
      try {
        const result = await work(step)
        stream.write(stream.isTTY ? `\r\x1b[K${title}: xong, ${seconds()}\n` : `  xong, ${seconds()}\n`)
        return result
      } catch (error) {
        stream.write(stream.isTTY ? `\r\x1b[K${title}: không được\n` : '  không được\n')
        throw error
      }
    },
  }
}

const WIDTH = 24
const bar = (share) => '█'.repeat(Math.round(Math.min(1, share) * WIDTH)).padEnd(WIDTH, '░')

/** Something a person can act on; shown without a stack. */
export class SetUpError extends Error {}

/** Runs a script's main function and turns what goes wrong into a sentence and an exit code. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(error instanceof SetUpError ? `${error.message}\n` : `${error?.stack ?? error}\n`)
    process.exit(1)
  }
}
