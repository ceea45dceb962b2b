/** The pieces of the scripts, which are plain JavaScript because they run before anything is installed. */
import { execFile, execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from '#platform/project.ts'

const scripts = join(projectFolder, 'scripts')
const { countPlaywright, countTool, countVitest, sum } = await import(join(scripts, 'count-tests.mjs'))

describe('counting', () => {
  it('adds what the tools say', () => {
    const vitest = countVitest(
      { numPassedTests: 7, numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }] },
      1,
    )
    const playwright = countPlaywright({ stats: { expected: 3, flaky: 1, unexpected: 2 }, errors: [] }, 1)
    expect(sum([countTool(0), countTool(1), vitest, playwright])).toEqual({ passed: 12, failed: 4 })
  })

  it('never counts something broken as passed', () => {
    expect(countVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 })
    expect(countPlaywright(undefined, 0)).toEqual({ passed: 0, failed: 1 })
    // A file that does not load, and an error outside of every test.
    expect(countVitest({ numPassedTests: 2, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] }, 1)).toEqual({
      passed: 2,
      failed: 1,
    })
    expect(countVitest({ numPassedTests: 2, numFailedTests: 0, testResults: [] }, 1)).toEqual({ passed: 2, failed: 1 })
    expect(countPlaywright({ stats: { expected: 0, flaky: 0, unexpected: 0 }, errors: [{}, {}] }, 1)).toEqual({ passed: 0, failed: 2 })
  })
})

describe('installation', () => {
  let folder = ''
  beforeAll(async () => {
    // A project with one package to run and one to test, both on this disk.
    folder = await mkdtemp(join(tmpdir(), 'motcua-install-'))
    await cp(scripts, join(folder, 'scripts'), { recursive: true })
    for (const name of ['runs', 'tests']) {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }))
      execFileSync('npm', ['pack', '--silent'], { cwd: join(folder, name), stdio: 'ignore' })
    }
    const dependencies = { dependencies: { runs: 'file:runs/runs-1.0.0.tgz' }, devDependencies: { tests: 'file:tests/tests-1.0.0.tgz' } }
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'project', version: '1.0.0', private: true, ...dependencies }))
    execFileSync('npm', ['install', '--package-lock-only', '--silent', '--offline'], { cwd: folder, stdio: 'ignore' })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** What it says while it makes the packages fit; nothing when they do. */
  async function install(level: 'run' | 'test'): Promise<string> {
    const program = `
      const { install } = await import('./scripts/install.mjs'); const { progressOn } = await import('./scripts/progress.mjs')
      await install('${level}', progressOn(process.stdout))`
    return (await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: folder })).stdout
  }
  const has = (name: string) =>
    readFile(join(folder, 'node_modules', name, 'package.json')).then(
      () => true,
      () => false,
    )

  it('installs what running needs, adds what testing needs, and then has nothing to do', async () => {
    expect(await install('run')).toContain('Tải và cài 1 gói')
    expect([await has('runs'), await has('tests')]).toEqual([true, false])
    expect(await install('run')).toBe('')
    expect(await install('test')).toContain('Tải và cài 1 gói')
    expect([await has('runs'), await has('tests')]).toEqual([true, true])
    expect(await install('test')).toBe('')
    expect(await install('run')).toBe('')
  })

  it('begins again after an installation that was cut off', async () => {
    await rm(join(folder, 'node_modules/.package-lock.json'))
    await rm(join(folder, 'node_modules/runs'), { recursive: true })
    expect(await install('run')).toContain('Tải và cài 1 gói')
    expect(await has('runs')).toBe(true)
  })

  it('tells in a sentence when the packages cannot be had', async () => {
    await rm(join(folder, 'node_modules'), { recursive: true })
    // package.json asks for something that package-lock.json does not pin.
    const file = join(folder, 'package.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"dependencies":{', '"dependencies":{"nowhere":"1.0.0",'))
    await expect(install('run')).rejects.toThrow('Không cài được các gói')
  })
})
