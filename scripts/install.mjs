// The pinned packages: installed when node_modules is not what package-lock.json says.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { SetUpError } from './progress.mjs'
import { project } from './project.mjs'

/**
 * @param {'run' | 'test'} level what is needed: to run the program, or also to test it
 */
export async function install(level, progress) {
  const { missing, isFresh } = compare(level)
  if (missing.length === 0) return
  await progress.phase(`Tải và cài ${missing.length} gói`, (step) =>
    runNpm(level, isFresh, (done) => step(Math.min(done, missing.length), missing.length)),
  )
  const left = compare(level).missing
  if (left.length > 0)
    throw new SetUpError(
      `Các gói sau không cài được: ${left.map(({ path }) => path).join(', ')}. Hãy xóa thư mục node_modules rồi chạy lại.`,
    )
}

/**
 * npm writes what it has installed to node_modules/.package-lock.json as its last act, so an interrupted installation has none, and one
 * made by hand with `npm ci` counts too.
 */
function compare(level) {
  const installed = readLock(join(project, 'node_modules', '.package-lock.json'))
  const missing = needed(level).filter(({ path, version, optional }) => {
    const found = installed?.[path]
    return found ? found.version !== version : !(installed && optional)
  })
  return { missing, isFresh: !installed }
}

function needed(level) {
  const lock = readLock(join(project, 'package-lock.json'))
  if (!lock) throw new SetUpError('Không đọc được package-lock.json: hãy lấy lại mã nguồn đầy đủ.')
  return Object.entries(lock)
    .filter(([path, entry]) => path !== '' && (level === 'test' || !(entry.dev || entry.devOptional)) && fits(entry))
    .map(([path, entry]) => ({ path, version: entry.version, optional: entry.optional }))
}

const fits = ({ os, cpu, libc }) =>
  (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && (!libc || libc.includes('glibc'))

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * Install scripts are not run: nothing here needs one. `npm ci` empties node_modules first; over an existing installation the difference is
 * added instead, because a program may be running from it.
 */
async function runNpm(level, isFresh, onPackage) {
  const kinds = level === 'test' ? ['--include=dev'] : ['--omit=dev']
  const how = isFresh ? ['ci'] : ['install', '--no-save']
  const args = [...how, ...kinds, '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http', '--color=false']
  const [command, ...before] = npm()
  const child = spawn(command, [...before, ...args], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  let count = 0
  const read = (chunk) => {
    told = (told + chunk).slice(-20_000)
    count += String(chunk).match(/\.tgz\b/g)?.length ?? 0
    onPackage(count)
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const code = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new SetUpError(`Không chạy được npm (${error.message}). Máy cần có npm cùng với Node.`)))
    child.once('close', resolve)
  })
  if (code !== 0) {
    const reasons = told.split('\n').filter((line) => /^npm (error|ERR)/.test(line))
    throw new SetUpError(
      `Không cài được các gói (npm dừng với mã ${code}). Kiểm tra kết nối đến kho gói npm và dung lượng đĩa.\n${reasons.join('\n')}`,
    )
  }
}

/** The npm that called us, else the one on the path. */
function npm() {
  const caller = process.env.npm_execpath
  return caller && /^npm(-cli)?\.[cm]?js$/.test(basename(caller)) && existsSync(caller) ? [process.execPath, caller] : ['npm']
}
