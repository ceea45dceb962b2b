/**
 * Bundles styles and enhancements into files named by their content, so that they can be cached for ever. The start script and the tests
 * call it; nothing of it runs while serving.
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const HERE = import.meta.dirname

/** Browsers of about 2022 and later, the oldest that know cascade layers. */
const TARGET = ['chrome100', 'firefox100', 'safari15.4']

/** Writes the files into `folder` and returns their addresses under `base`: for the `assets` of the layouts. */
export async function bundleUi(folder: string, base = '/tai-nguyen/'): Promise<UiAssets> {
  await mkdir(folder, { recursive: true })
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
  return { css: address('styles/index.css'), enhance: address('enhance/index.ts'), icon: base + icon }
}

/** The mark for the tab of the browser. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="6" fill="#9f1d20"/><path d="m20 6.5 3.1 9.4h9.9l-8 5.8 3 9.4-8-5.8-8 5.8 3-9.4-8-5.8h9.9z" fill="#ffcd00"/></svg>`

export interface UiAssets {
  css: string
  /** Put it in `assets.scripts` of pages that have something to enhance; console pages always. */
  enhance: string
  icon: string
}
