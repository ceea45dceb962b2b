/** Uploaded and made files: streamed in, checked by content, kept by hash in a folder or in S3. */
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { folderDriver } from './folder-driver.ts'
import { type S3Options, s3Driver } from './s3-driver.ts'
import { createStore, type FileStore } from './store.ts'

export { fileErrors } from './errors.ts'
export {
  acceptAttribute,
  FILE_TYPES,
  type FileType,
  fileTypes,
  formatMegabytes,
  UPLOAD_MAX_BYTES,
  UPLOAD_MAX_TOTAL_BYTES,
  uploadHint,
} from './file-type.ts'
export type { StoredFile, UploadLimits } from './receive.ts'
export type { S3Options } from './s3-driver.ts'
export type { Area, FileStore, Listed, StagedFile } from './store.ts'
export { cleanName, type ReceiveOptions, receiveUpload, type Upload, type UploadedFile } from './upload.ts'

export type FileStoreSettings = { kind: 'folder'; folder: string } | ({ kind: 's3' } & S3Options)

/** The store the settings ask for. With S3, files wait in `tempFolder` until they are checked. */
export function createFileStore(settings: FileStoreSettings, tempFolder = ownTempFolder()): Promise<FileStore> {
  if (settings.kind === 'folder') return createStore(folderDriver(settings.folder), join(settings.folder, 'temp'))
  return createStore(s3Driver(settings), tempFolder)
}

const ownTempFolder = () => join(tmpdir(), `motcua-upload-${userInfo().uid}`)
