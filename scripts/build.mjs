// The build: src/ into dist/, packages left outside, only when a source has changed. Files that are not code (migrations, fonts, templates)
// are read from the source tree at run time.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetUpError } from './progress.mjs'
import { project } from './project.mjs'

const dist = join(project, 'dist')
const stamp = join(dist, '.sources')

/** Name in dist/ → source; those that exist are built. */
const PROGRAMS = {
  main: 'src/main.ts',
  worker: 'src/worker.ts',
  cli: 'src/cli/main.ts',
  'pdf-worker': 'src/platform/pdf/worker.ts',
  bench: 'bench/main.ts',
}

/** Keeps dist/ up to date. The build itself runs under the program's own Node, which reads TypeScript. */
export async function build(node, progress) {
  const sources = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  await progress.phase('Dựng chương trình', async () => {
    const { code, told } = await run(node, [fileURLToPath(import.meta.url)])
    if (code !== 0) throw new SetUpError(`Mã nguồn không dựng được:\n${told}`)
    write(stamp, sources)
  })
}

function run(command, args) {
  const child = spawn(command, args, { cwd: project, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, told }))
  })
}

async function buildAll() {
  const esbuild = await import('esbuild')
  try {
    const [programs] = await Promise.all([buildPrograms(esbuild), buildAssets()])
    for (const { path, contents } of programs) write(path, contents)
    removeOld(new Set(programs.map(({ path }) => path)))
  } catch (error) {
    process.stderr.write(error.errors ? formatErrors(error.errors) : `${error.stack}`)
    process.exitCode = 1
  }
}

async function buildPrograms(esbuild) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: project,
    entryPoints: Object.fromEntries(Object.entries(PROGRAMS).filter(([, source]) => existsSync(join(project, source)))),
    outdir: dist,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    alias: { '#platform': './src/platform', '#modules': './src/modules', '#ui': './src/ui', '#sites': './src/sites' },
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    sourcesContent: false,
    chunkNames: '[name]-[hash]',
    plugins: [readFilesBesideSource],
    logLevel: 'silent',
  })
  return outputFiles
}

/** Code that reads a file beside itself finds it in the source tree: every program lies directly in dist/. */
const readFilesBesideSource = {
  name: 'read-files-beside-source',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.dirname')) return undefined
      const folder = JSON.stringify(`/../${relative(project, dirname(path))}`)
      return {
        contents: text.replaceAll('import.meta.dirname', `(import.meta.dirname + ${folder})`),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      }
    })
  },
}

/** Style sheet, script and icon for browsers, named by their content; `manifest.json` says how. */
async function buildAssets() {
  const folder = join(dist, 'assets')
  const { bundleUi } = await import(join(project, 'src/ui/bundle.ts'))
  write(join(folder, 'manifest.json'), `${JSON.stringify(await bundleUi(folder))}\n`)
}

const formatErrors = (errors) =>
  errors.map(({ text, location }) => `${location ? `${location.file}:${location.line}: ` : ''}${text}`).join('\n')

/** Whole or not at all: a running program may load the file at this moment. */
function write(path, contents) {
  if (existsSync(path) && Buffer.compare(readFileSync(path), Buffer.from(contents)) === 0) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}

const DAY = 24 * 3600 * 1000

/** Programs of earlier builds stay for a day, for one that still runs from them. */
function removeOld(current) {
  for (const path of walk(dist))
    if (/\.js(\.map)?$/.test(path) && !current.has(path) && Date.now() - statSync(path).mtimeMs > DAY) rmSync(path, { force: true })
}

/** One number for everything that the build reads. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = ['src', 'bench', 'db/seeds'].flatMap((folder) => walk(join(project, folder))).sort()
  for (const path of [...files, join(project, 'package-lock.json'), join(project, 'scripts/build.mjs')]) {
    if (/\.test\.tsx?$/.test(path)) continue
    hash
      .update(`${relative(project, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

function walk(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : []
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
