import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtFolder } from './project.ts'
import type { Assets } from './services.ts'

/** Addresses of the built style sheet, script and icon, as the build wrote them down. */
export const readAssets = (): Assets => JSON.parse(readFileSync(join(builtFolder, 'assets', 'manifest.json'), 'utf8')) as Assets
