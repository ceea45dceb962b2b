/** A folder: `ab/cd/abcd…`. A file appears there whole or not at all, and once it is acknowledged it survives a power cut. */
import { constants, createReadStream } from 'node:fs'
import { access, mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileDriver } from './store.ts'

export function folderDriver(folder: string): FileDriver {
  const place = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  return {
    async keep({ path, hash }) {
      const target = place(hash)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(path, target)
      // The name must be on the disk too, and so must the names of folders that are new.
      for (const each of [dirname(target), dirname(dirname(target)), folder]) await syncFolder(each)
    },
    async open(hash) {
      const path = place(hash)
      const isThere = await access(path, constants.R_OK).then(
        () => true,
        () => false,
      )
      return isThere ? createReadStream(path) : undefined
    },
    size: (hash) =>
      stat(place(hash)).then(
        ({ size }) => size,
        () => undefined,
      ),
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
