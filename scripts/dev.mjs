// npm run dev: like npm start, and again whenever a source changes.
import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from './build.mjs'
import { startChild } from './launch.mjs'
import { main, progressOn, SetUpError } from './progress.mjs'
import { project } from './project.mjs'
import { setUp } from './set-up.mjs'

const progress = progressOn(process.stdout)
/** Milliseconds of quiet after a change: an editor saves several files at once. */
const QUIET = 150

await main(async () => {
  const node = await setUp('run', progress)
  const changes = watchSources()
  for (;;) {
    const child = startChild(node, [join(project, 'dist/main.js')])
    const isChanged = await Promise.race([changes.next().then(() => true), child.ended.then(() => false)])
    // It ended by itself (Ctrl-C, or a wrong setting): so do we.
    if (!isChanged) process.exit(await child.ended)
    while (!(await rebuild(node))) await changes.next()
    child.end()
    await child.ended
  }
})

/** A slip in the source leaves the running program as it is. */
async function rebuild(node) {
  try {
    await build(node, progress)
    return true
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    progress.say(error.message)
    return false
  }
}

function watchSources() {
  let isPending = false
  let wake = () => {}
  for (const folder of ['src', 'db'])
    watch(join(project, folder), { recursive: true }, (_event, name) => {
      if (name && /\.(tsx?|css|sql|typ|json)$/.test(name) && !/\.test\./.test(name)) {
        isPending = true
        wake()
      }
    })
  return {
    async next() {
      if (!isPending)
        await new Promise((resolve) => {
          wake = resolve
        })
      do {
        isPending = false
        await sleep(QUIET)
      } while (isPending)
    },
  }
}
