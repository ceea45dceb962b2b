import { words } from '#platform/language.ts'
import { classes } from '../classes.ts'
import { useWords } from '../language.ts'

const copy = words({
  vi: {
    drop: 'Kéo tệp vào đây, hoặc',
    choose: 'Chọn tệp',
    tooLarge: 'Tệp này lớn hơn mức cho phép.',
    wrongKind: 'Loại tệp này không nhận được.',
  },
  en: {
    drop: 'Drag files here, or',
    choose: 'Choose files',
    tooLarge: 'This file is larger than allowed.',
    wrongKind: 'This kind of file cannot be taken.',
  },
})

/**
 * The box that takes files: `FileSlot` puts label and hint to it; by itself (`compact`) it stands in the cell of a table. Without scripts it is the browser's own
 * control, in the browser's language; with them the words are ours, files can be dragged in, and those chosen are listed with what is wrong with them.
 */
export function FileDrop({ id, name, label, accept, maxBytes, multiple, disabled, describedBy, isWrong, compact }: FileDropProps) {
  const text = useWords(copy)
  return (
    <div
      class={classes('drop', compact && 'drop--compact')}
      data-enhance="files"
      data-max={maxBytes}
      data-too-large={text.tooLarge}
      data-wrong-kind={text.wrongKind}
    >
      <span class="drop__word" hidden>
        {!compact && <span class="drop__drag">{text.drop}</span>}
        <span class={classes('button button--secondary', compact && 'button--small')}>{text.choose}</span>
      </span>
      <input
        class="drop__input"
        type="file"
        id={id}
        name={name}
        multiple={multiple}
        disabled={disabled}
        accept={accept.map((kind) => FILE_KINDS[kind].accept).join(',')}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={isWrong || undefined}
      />
      <ul class="files drop__chosen" aria-live="polite" hidden />
    </div>
  )
}

export const FILE_KINDS = {
  pdf: { name: 'PDF', accept: '.pdf,application/pdf' },
  png: { name: 'PNG', accept: '.png,image/png' },
  jpeg: { name: 'JPEG', accept: '.jpg,.jpeg,image/jpeg' },
  docx: { name: 'DOCX', accept: '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { name: 'XLSX', accept: '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { name: 'CSV', accept: '.csv,text/csv' },
  bpmn: { name: 'BPMN', accept: '.bpmn,.xml,application/xml' },
  json: { name: 'JSON', accept: '.json,application/json' },
}

export type FileKind = keyof typeof FILE_KINDS

interface FileDropProps {
  id?: string
  name: string
  /** Read out instead of a label beside it. */
  label?: string
  accept: readonly FileKind[]
  /** Limit of one file in bytes. */
  maxBytes: number
  multiple?: boolean
  disabled?: boolean
  describedBy?: string | undefined
  isWrong?: boolean
  compact?: boolean
}
