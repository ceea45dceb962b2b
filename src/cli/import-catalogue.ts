import { resolve } from 'node:path'
import { IMPORT_CATALOGUE_USAGE, runImportCatalogue } from '#modules/catalogue/index.ts'
import type { Command } from './context.ts'

export const importCatalogueCommand: Command = async (args, context) => {
  if (args.length === 0 || args.includes('--help')) {
    const isAsked = args.includes('--help')
    const say = isAsked ? context.out : context.error
    say(`Cách dùng: ${IMPORT_CATALOGUE_USAGE}`)
    return isAsked ? 0 : 2
  }
  const { services } = await context.openServices()
  // npm changes into the project's folder; the file is named from where the person stands.
  const from = process.env.INIT_CWD ?? process.cwd()
  const named = args.map((arg) => (arg.startsWith('--') ? arg : resolve(from, arg)))
  return runImportCatalogue(named, services, { write: context.out, writeError: context.error, progress: context.progress })
}
