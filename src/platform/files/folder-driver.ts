/** A folder: `ab/cd/abcd…`, and `aside/abcd…`. A file appears there whole or not at all, and once it is acknowledged it survives a power cut. */
import { constants, createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Area, FileDriver, Listed } from './store.ts'

export function folderDriver(folder: string): FileDriver {
  const place = (hash: string, area: Area) =>
    area === 'aside' ? join(folder, 'aside', hash) : join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)

  async function bring(from: string, to: string): Promise<void> {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await rename(from, to)
    // The name must be on the disk too, and so must the names of folders that are new.
    for (const each of [dirname(to), dirname(dirname(to)), folder]) await syncFolder(each)
  }

  return {
    keep: ({ path, hash }) => bring(path, place(hash, 'kept')),
    async open(hash, area) {
      const path = place(hash, area)
      const isThere = await access(path, constants.R_OK).then(
        () => true,
        () => false,
      )
      return isThere ? createReadStream(path) : undefined
    },
    size: (hash, area) =>
      stat(place(hash, area)).then(
        ({ size }) => size,
        () => undefined,
      ),
    async *list(area) {
      if (area === 'aside') return yield* filesOf(join(folder, 'aside'))
      for (const outer of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(outer)) continue
        for (const inner of await namesIn(join(folder, outer))) yield* filesOf(join(folder, outer, inner))
      }
    },
    move: (hash, to) => bring(place(hash, to === 'aside' ? 'kept' : 'aside'), place(hash, to)).catch(unlessMissing),
    remove: (hash, area) => rm(place(hash, area), { force: true }),
  }
}

/** A folder of the store appears with its first file. */
const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(unlessMissing)) ?? []

async function* filesOf(folder: string): AsyncGenerator<Listed> {
  for (const hash of await namesIn(folder)) {
    // The change time: a move sets it, and nobody can set it back.
    const found = await stat(join(folder, hash)).catch(unlessMissing)
    if (found) yield { hash, changedAt: found.ctime }
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
