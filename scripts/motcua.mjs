// npm run -s motcua -- <command>: standard output holds only what the command prints.
import { join } from 'node:path'
import { launch } from './launch.mjs'
import { main, progressOn } from './progress.mjs'
import { project } from './project.mjs'
import { setUp } from './set-up.mjs'

await main(async () => {
  const node = await setUp('run', progressOn(process.stderr))
  process.exit(await launch(node, [join(project, 'dist/cli.js'), ...process.argv.slice(2)]))
})
