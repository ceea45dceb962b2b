/** The kinds of files people may send, told by their content and never by their name alone. */
import type { Language } from '../language.ts'

export type FileType = 'pdf' | 'png' | 'jpeg' | 'docx' | 'xlsx'

/** Media type, endings of names, and the word people know it by. */
export const fileTypes: Record<FileType, { mediaType: string; extensions: string[]; word: string }> = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], word: 'PDF' },
  png: { mediaType: 'image/png', extensions: ['png'], word: 'PNG' },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], word: 'JPEG' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'], word: 'DOCX' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'], word: 'XLSX' },
}

export const FILE_TYPES = Object.keys(fileTypes) as FileType[]

/** Bytes of one uploaded file. */
export const UPLOAD_MAX_BYTES = 20 * 1024 * 1024
/** Bytes of one request with all its files. */
export const UPLOAD_MAX_TOTAL_BYTES = 200 * 1024 * 1024

/** `PDF, PNG, JPEG, DOCX, XLSX; tối đa 20 MB mỗi tệp`: stands beside every file field. */
export function uploadHint(language: Language, types: FileType[] = FILE_TYPES, maxBytes = UPLOAD_MAX_BYTES): string {
  const size = formatMegabytes(maxBytes)
  return language === 'en' ? `${typeWords(types)}; at most ${size} a file` : `${typeWords(types)}; tối đa ${size} mỗi tệp`
}

/** For the `accept` attribute of a file field. */
export const acceptAttribute = (types: FileType[] = FILE_TYPES): string =>
  types.flatMap((type) => fileTypes[type].extensions.map((extension) => `.${extension}`)).join(',')

export const typeWords = (types: FileType[]): string => types.map((type) => fileTypes[type].word).join(', ')

/** `20 MB` */
export const formatMegabytes = (bytes: number): string =>
  `${(bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`

/** The type a file name claims; `undefined` for a name without a known ending. */
export function typeOfName(name: string): FileType | undefined {
  const extension = extensionOf(name)
  return FILE_TYPES.find((type) => fileTypes[type].extensions.includes(extension))
}

/** What follows the last dot, in small letters; empty when there is none. */
export const extensionOf = (name: string): string => /\.([^./\\]{1,20})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The type a browser or partner declares; `undefined` when it says nothing useful. */
export const typeOfMedia = (mediaType: string): FileType | undefined =>
  FILE_TYPES.find((type) => fileTypes[type].mediaType === mediaType.toLowerCase().split(';')[0]?.trim())
