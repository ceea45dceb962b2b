/** Where the project lies, both when run from source (tests) and from the bundle in `dist/`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of package.json; migrations, fonts, templates and other files that are read at run time are found from here. */
export const projectFolder = folderWithPackage(import.meta.dirname)

/** Built files: `main.js`, `cli.js`, …, and `assets/` with its `manifest.json`. */
export const builtFolder = join(projectFolder, 'dist')

function folderWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('package.json was not found above the program')
  return folderWithPackage(above)
}
