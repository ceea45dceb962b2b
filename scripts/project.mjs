import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, whatever folder the command was given in. */
export const project = dirname(dirname(fileURLToPath(import.meta.url)))
