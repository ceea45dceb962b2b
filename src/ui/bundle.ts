/**
 * Bundles styles and enhancements into files named by their content, so that they can be cached for ever. The start script and the tests
 * call it; nothing of it runs while serving.
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const HERE = import.meta.dirname

/** Browsers of about 2022 and later, the oldest that know cascade layers. */
const TARGET = ['chrome100', 'firefox100', 'safari15.4']

/** Writes the files into `folder` and returns their addresses under `base`: for the `assets` of the layouts. */
export async function bundleUi(folder: string, base = '/tai-nguyen/'): Promise<UiAssets> {
  await mkdir(folder, { recursive: true })
  const designer = await bundleIsland(folder, ISLANDS.designer)
  const result = await build({
    entryPoints: { 'mot-cua': join(HERE, 'styles/index.css'), enhance: join(HERE, 'enhance/index.ts') },
    outdir: folder,
    bundle: true,
    minify: true,
    write: true,
    metafile: true,
    format: 'esm',
    target: TARGET,
    loader: { '.woff2': 'file' },
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    absWorkingDir: folder,
    logLevel: 'error',
  })
  const outputs = Object.entries(result.metafile.outputs)
  const address = (entry: string): string => {
    const found = outputs.find(([, output]) => output.entryPoint?.endsWith(entry))
    if (!found) throw new Error(`esbuild made nothing of ${entry}`)
    return base + found[0]
  }
  const icon = `icon-${createHash('sha256').update(ICON).digest('hex').slice(0, 8)}.svg`
  await writeFile(join(folder, icon), ICON)
  return { css: address('styles/index.css'), enhance: address('enhance/index.ts'), designer: base + designer, icon: base + icon }
}

/** Pages that hold state in the browser; each is loaded by its own page only. */
const ISLANDS = { designer: join(HERE, '../sites/console/quy-trinh/thiet-ke/island.tsx') }

/** Returns the name of the file. The page's own components, drawn in the browser: what is not used is left out, so that nothing of the server comes along. */
async function bundleIsland(folder: string, entry: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: [entry],
    outdir: folder,
    bundle: true,
    minify: true,
    write: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx/dom',
    target: TARGET,
    entryNames: '[dir]-[hash]',
    outbase: dirname(dirname(entry)),
    plugins: [inBrowser],
    absWorkingDir: folder,
    logLevel: 'error',
  })
  const [[file, output] = []] = Object.entries(metafile.outputs)
  if (!file || !output) throw new Error(`esbuild made nothing of ${entry}`)
  const [more] = output.imports
  if (more) throw new Error(`${entry} would need ${more.path} in the browser`)
  return file
}

/** Components take the browser's half of the renderer. Our own files do nothing when they are only imported, and no other package may come along. */
const inBrowser: Plugin = {
  name: 'in-browser',
  setup(island) {
    island.onResolve({ filter: /^hono\/jsx(\/jsx-runtime)?$/ }, ({ path, resolveDir, kind }) =>
      island.resolve(path.replace('hono/jsx', 'hono/jsx/dom'), { resolveDir, kind }),
    )
    island.onResolve({ filter: /./ }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === OWN || kind === 'entry-point' || path.startsWith('hono/jsx/dom') || resolveDir.includes('node_modules'))
        return undefined
      if (!/^[#./]/.test(path)) return { path, external: true, sideEffects: false }
      const { errors, path: found } = await island.resolve(path, { resolveDir, kind, pluginData: OWN })
      return errors.length > 0 ? { errors } : { path: found, sideEffects: false }
    })
  },
}
const OWN = 'own'

/** The mark for the tab of the browser. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="6" fill="#9f1d20"/><path d="m20 6.5 3.1 9.4h9.9l-8 5.8 3 9.4-8-5.8-8 5.8 3-9.4-8-5.8h9.9z" fill="#ffcd00"/></svg>`

export interface UiAssets {
  css: string
  /** Put it in `assets.scripts` of pages that have something to enhance; console pages always. */
  enhance: string
  /** The designer of processes, for its page only. */
  designer: string
  icon: string
}
