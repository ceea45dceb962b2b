/** What a page, job or command is given to work with: the wired machinery, no administrative words. */
import type { Perform } from './action.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import type { FileStore } from './files/index.ts'
import type { Log } from './log.ts'
import type { Pdf } from './pdf/index.ts'

export interface Services {
  database: Database
  clock: Clock
  perform: Perform
  files: FileStore
  pdf: Pdf
  log: Log
  /** Public address of the system, without a slash at the end; printed in QR codes. */
  baseUrl: string
  assets: Assets
}

/** Addresses of the built style sheet, script and icon, named by their content. */
export interface Assets {
  css: string
  enhance: string
  /** The designer of processes. */
  designer: string
  icon: string
}
