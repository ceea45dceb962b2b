import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('what the designer takes into the browser is small, and brings no package and nothing of the server', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'in-browser.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    minify: true,
    metafile: true,
    write: false,
  })
  expect(
    Object.keys(metafile.inputs).filter((file) => !/workflow\/graph\/|workflow\/process-rules\.ts$|platform\/language\.ts$/.test(file)),
  ).toEqual([])
  expect(outputFiles[0]?.contents.length).toBeLessThan(48_000)
})
