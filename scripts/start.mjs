// npm start: sets everything up and runs the program.
import { join } from 'node:path'
import { launch } from './launch.mjs'
import { main, progressOn } from './progress.mjs'
import { project } from './project.mjs'
import { setUp } from './set-up.mjs'

await main(async () => {
  const node = await setUp('run', progressOn(process.stdout))
  process.exit(await launch(node, [join(project, 'dist/main.js')]))
})
