// npm run bench: a table; npm run -s bench -- --json [NAME…]: one JSON object and nothing else on standard output.
import { join } from 'node:path'
import { launch } from './launch.mjs'
import { main, progressOn } from './progress.mjs'
import { project } from './project.mjs'
import { setUp } from './set-up.mjs'

await main(async () => {
  // The engine that ours is measured against is a package of the tests.
  const node = await setUp('test', progressOn(process.stderr))
  process.exit(await launch(node, [join(project, 'dist/bench.js'), ...process.argv.slice(2)]))
})
