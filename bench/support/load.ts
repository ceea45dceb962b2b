/** Runs work many at a time and says how fast it went. */
export interface Load {
  /** Finished per second. */
  perSecond: number
  /** Milliseconds below which 95 of 100 finished. */
  p95: number
}

/** `times` runs of `work`, `inFlight` at once; `work` is given the number of the run, from 0. */
export async function load(times: number, inFlight: number, work: (run: number) => Promise<unknown>): Promise<Load> {
  const took: number[] = []
  let next = 0
  const began = performance.now()
  const worker = async () => {
    while (next < times) {
      const run = next++
      const start = performance.now()
      await work(run)
      took.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  const seconds = (performance.now() - began) / 1000
  took.sort((a, b) => a - b)
  return { perSecond: times / seconds, p95: took[Math.ceil(took.length * 0.95) - 1] ?? 0 }
}

/** The middle of several measurements: this machine is noisy. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
