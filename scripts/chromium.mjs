// The browser of the journeys: the machine's Chromium, else the one that ships in a package.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { SetUpError } from './progress.mjs'
import { project } from './project.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @returns {Promise<string>} path of a Chromium that runs here */
export async function findChromium(progress) {
  const given = process.env.MOTCUA_CHROMIUM
  if (given && given !== 'package') {
    if (runs(given)) return given
    throw new SetUpError(
      `MOTCUA_CHROMIUM=${given} không đúng: phải là đường dẫn một Chromium chạy được, hoặc "package" để dùng bản đi kèm.`,
    )
  }
  const found = given
    ? undefined
    : NAMES.flatMap((name) => (process.env.PATH ?? '').split(':').map((folder) => join(folder, name))).find(runs)
  return found ?? (await unpack(progress))
}

/** Ubuntu has a `chromium-browser` that only tells how to install one. */
const runs = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

async function unpack(progress) {
  const folder = join(project, '.cache', 'chromium')
  const start = join(folder, 'chromium.sh')
  if (!existsSync(start)) await progress.phase('Giải nén Chromium đi kèm', () => inflateTo(folder))
  if (runs(start)) return start
  throw new SetUpError(
    'Không có Chromium nào chạy được trên máy này. Hãy cài chromium (ví dụ: apt install chromium), hoặc đặt MOTCUA_CHROMIUM là đường dẫn của nó.',
  )
}

/** The package's own list of folders holds only paths of its usual home; without any font a page has no text and the browser ends. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
</fontconfig>
`

/** Next to the browser go the libraries it needs and a bare machine lacks, and a start script that finds them. */
async function inflateTo(folder) {
  const { inflate } = await import('@sparticuz/chromium')
  const packed = join(dirname(dirname(createRequire(join(project, 'package.json')).resolve('@sparticuz/chromium'))), 'bin')
  mkdirSync(dirname(folder), { recursive: true })
  const fresh = mkdtempSync(`${folder}-`)
  // The package unpacks into the folder for temporary files, wherever that is.
  const before = process.env.TMPDIR
  process.env.TMPDIR = fresh
  try {
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(join(packed, name))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  writeFileSync(join(fresh, 'fonts', 'fonts.conf'), FONTS)
  const script = `#!/bin/sh
here=$(dirname "$0")
export FONTCONFIG_PATH="\${FONTCONFIG_PATH:-$here/fonts}"
"$here/chromium" --version >/dev/null 2>&1 || export LD_LIBRARY_PATH="$here/al2023/lib:$here"
exec "$here/chromium" "$@"
`
  writeFileSync(join(fresh, 'chromium.sh'), script)
  chmodSync(join(fresh, 'chromium.sh'), 0o755)
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
}
