// npm run check: lint and types, nothing else.
import { main, progressOn } from './progress.mjs'
import { runTool } from './run.mjs'
import { setUp } from './set-up.mjs'

await main(async () => {
  const node = await setUp('test', progressOn(process.stdout))
  const codes = [await runTool(node, 'biome', ['check']), await runTool(node, 'tsc', ['-p', '.'])]
  process.exit(codes.some((code) => code !== 0) ? 1 : 0)
})
