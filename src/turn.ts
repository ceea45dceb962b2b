/** Who may use the data folder now. Kept apart from everything heavy, so that a second `npm start` is told within a moment. */
import { setTimeout as sleep } from 'node:timers/promises'
import { claimDataFolder, type Occupant } from '#platform/data-folder.ts'
import { findRunningPostgres } from '#platform/embedded-postgres/index.ts'
import type { Ending } from '#platform/ending.ts'
import { defineErrors } from '#platform/errors.ts'
import type { Config } from './config.ts'

const turnErrors = defineErrors({
  'turn.running': {
    status: 409,
    vi: 'Một Cửa đang chạy với dữ liệu ở {folder}: {address} (tiến trình {pid}).',
    en: 'Một Cửa is running with the data in {folder}: {address} (process {pid}).',
  },
})

export interface Opening {
  config: Config
  ending: Ending
  say(sentence: string): void
  /** Who we are, for those who find the data folder taken. */
  introduce(): Occupant
}

/**
 * Waits until the data folder of the embedded database is ours. A command that finds the server running does not wait: it is given the
 * address of the server's database. Nothing to do with an external database, which many may use at once.
 * @throws AppError `turn.running` for a second server
 */
export async function takeTurn({ config, ending, say, introduce }: Opening): Promise<{ runningUrl?: string }> {
  if (config.databaseUrl) return {}
  const folder = config.dataFolder
  let hasSaid = false
  for (;;) {
    const claim = await claimDataFolder(folder, introduce)
    if (claim.isHeld) {
      ending.onEnd(claim.release)
      return {}
    }
    const { kind, state, address, pid } = claim.occupant
    if (kind === 'server' && state !== 'ending') {
      if (introduce().kind === 'server')
        turnErrors.fail('turn.running', { parameters: { folder, address: address ?? 'đang khởi động', pid } })
      const runningUrl = state === 'running' ? await findRunningPostgres(folder) : undefined
      if (runningUrl) return { runningUrl }
    }
    if (!hasSaid)
      say(kind === 'command' ? `Đang đợi lệnh "${address}" (tiến trình ${pid}) xong…` : 'Đang đợi Một Cửa dừng hoặc khởi động xong…')
    hasSaid = true
    await sleep(100)
  }
}
