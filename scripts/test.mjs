// npm test: everything, each phase with its own output, and at the very end `N passed, N failed` alone on a line.
// npm test -- <filter>: only the Vitest files whose path holds the filter.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { countPlaywright, countTool, countVitest, sum } from './count-tests.mjs'
import { main, progressOn, SetUpError } from './progress.mjs'
import { project } from './project.mjs'
import { runTool } from './run.mjs'
import { setUp } from './set-up.mjs'

const reports = join(project, '.cache', 'reports')
const progress = progressOn(process.stdout)

await main(async () => {
  const filters = process.argv.slice(2)
  const node = await setUp('test', progress).catch(endWithoutTests)
  mkdirSync(reports, { recursive: true })
  const counts = filters.length > 0 ? [await vitest(node, filters)] : await everything(node)
  const { passed, failed } = sum(counts)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exit(failed > 0 ? 1 : 0)
})

async function everything(node) {
  return [
    await phase('Quy tắc viết mã (biome)', async () => countTool(await runTool(node, 'biome', ['check']))),
    await phase('Kiểu dữ liệu (tsc)', async () => countTool(await runTool(node, 'tsc', ['-p', '.']))),
    await phase('Đơn vị và tích hợp (vitest)', () => vitest(node, [])),
    await phase('Hành trình trên trình duyệt (playwright)', () => playwright(node)),
  ]
}

async function phase(title, work) {
  progress.say(`\n── ${title}`)
  const start = performance.now()
  const counts = await work()
  progress.say(`── ${title}: ${counts.passed} đạt, ${counts.failed} không đạt, ${Math.round((performance.now() - start) / 1000)} giây`)
  return counts
}

async function vitest(node, filters) {
  const file = join(reports, 'vitest.json')
  rmSync(file, { force: true })
  const code = await runTool(node, 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters])
  return countVitest(read(file), code)
}

async function playwright(node) {
  const file = join(reports, 'playwright.json')
  rmSync(file, { force: true })
  let chromium
  try {
    chromium = await findChromium(progress)
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    progress.say(error.message)
    return { passed: 0, failed: 1 }
  }
  const environment = { MOTCUA_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_HTML_OPEN: 'never' }
  const code = await runTool(node, 'playwright', ['test', '--reporter=list,json'], environment)
  return countPlaywright(read(file), code)
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Even then the last line is the one that is looked for. */
function endWithoutTests(error) {
  process.stdout.write(`${error instanceof SetUpError ? error.message : error.stack}\n\n0 passed, 1 failed\n`)
  process.exit(1)
}
