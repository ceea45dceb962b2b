import { words } from '#platform/language.ts'
import { useField } from '../forms/form-context.ts'
import { useWords } from '../language.ts'
import { type FieldCommon, FieldFrame } from './field-frame.tsx'
import { FILE_KINDS, FileDrop, type FileKind } from './file-drop.tsx'

const copy = words({
  vi: {
    or: 'hoặc',
    each: (kinds: string, size: string) => `${kinds}; mỗi tệp không quá ${size}.`,
    one: (kinds: string, size: string) => `Một tệp ${kinds}, không quá ${size}.`,
    remove: 'Bỏ tệp',
    attached: 'Đã đính kèm',
  },
  en: {
    or: 'or',
    each: (kinds: string, size: string) => `${kinds}; each file at most ${size}.`,
    one: (kinds: string, size: string) => `One ${kinds} file, at most ${size}.`,
    remove: 'Remove',
    attached: 'Attached',
  },
})

/**
 * A place for files. What it takes and how large is said before choosing (TT 32/2017 art. 7). Files already there can be opened and taken off.
 * Where scripts run, files can be dragged in and are checked at once; the server checks again.
 */
export function FileSlot(props: FileSlotProps) {
  const { name, accept = ['pdf', 'png', 'jpeg'], maxBytes, multiple, files = [], hint } = props
  const text = useWords(copy)
  const kinds = listed(
    accept.map((kind) => FILE_KINDS[kind].name),
    text.or,
  )
  const limits = (multiple ? text.each : text.one)(kinds, formatBytes(maxBytes))
  const wholeHint =
    hint === undefined ? (
      limits
    ) : (
      <>
        {hint} {limits}
      </>
    )
  const field = useField(name, { ...props, hint: wholeHint })
  return (
    <FieldFrame {...props} hint={wholeHint} id={field.id} error={field.error} describedBy={field.describedBy}>
      {files.length > 0 && (
        <ul class="files" aria-label={text.attached}>
          {files.map((file) => (
            <li key={file.id} class="files__item">
              <span class="files__name">{file.href ? <a href={file.href}>{file.name}</a> : file.name}</span>
              {file.bytes !== undefined && <span class="files__size">{formatBytes(file.bytes)}</span>}
              {!props.disabled && props.removeName && (
                <button class="button button--link button--small" type="submit" name={props.removeName} value={file.id} formnovalidate>
                  {text.remove}
                  <span class="visually-hidden"> {file.name}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <FileDrop
        id={field.id}
        name={name}
        accept={accept}
        maxBytes={maxBytes}
        multiple={multiple}
        disabled={props.disabled}
        describedBy={field.describedBy}
        isWrong={field.error !== undefined}
      />
    </FieldFrame>
  )
}

/** `1,5 MB`, counted in 1,024s as file managers do. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const [amount, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB']
  return `${amount.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} ${unit}`
}

const listed = (names: string[], or: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`

export interface FileSlotProps extends FieldCommon {
  accept?: FileKind[]
  /** Limit of one file in bytes. */
  maxBytes: number
  multiple?: boolean
  /** What is already there. */
  files?: { id: string; name: string; href?: string; bytes?: number }[]
  /** Name of the button that takes a file off; its value is the file's id. */
  removeName?: string
}
