import type { StepKind } from '#modules/dossier/index.ts'
import type { Language } from '#platform/language.ts'
import { Button, Field, type Option, Select, Table } from '#ui/index.ts'
import { copy } from '../words.ts'

interface StepRowsProps {
  count: number
  roles: Option[]
  kinds: Record<StepKind, string>
  /** What is wrong with the line as a whole. */
  error?: string
  language: Language
}

/** The steps, a row each, with the buttons that move, add and remove. Values and errors come from the form around. */
export function StepRows({ count, roles, kinds, error, language }: StepRowsProps) {
  const text = copy(language)
  const name = (row: number, field: string) => `steps.${row}.${field}`
  const kindOptions = Object.entries(kinds).map(([value, label]) => ({ value, label }))
  const places = [
    { value: 'receiving', label: text.receiving },
    { value: 'settling', label: text.settling },
  ]
  return (
    <div id="f-steps" tabIndex={-1}>
      {error && <p class="field__error">{error}</p>}
      <Table
        caption={text.rows}
        hideCaption
        rows={Array.from({ length: count }, (_, row) => row)}
        rowKey={(row) => row}
        columns={[
          { key: 'number', head: '#', label: text.step, align: 'end', width: 'narrow', cell: (row) => row + 1 },
          {
            key: 'name',
            head: text.stepName,
            width: 'wide',
            cell: (row) => <Field name={name(row, 'name')} label={`${text.stepName} ${row + 1}`} hideLabel />,
          },
          {
            key: 'kind',
            head: text.kind,
            cell: (row) => <Select name={name(row, 'kind')} label={`${text.kind} ${row + 1}`} hideLabel options={kindOptions} />,
          },
          {
            key: 'role',
            head: text.role,
            cell: (row) => <Select name={name(row, 'roleId')} label={`${text.role} ${row + 1}`} hideLabel options={roles} />,
          },
          {
            key: 'place',
            head: text.place,
            cell: (row) => <Select name={name(row, 'place')} label={`${text.place} ${row + 1}`} hideLabel blank={false} options={places} />,
          },
          {
            key: 'limit',
            head: text.limit,
            cell: (row) => (
              <Field name={name(row, 'limitHours')} label={`${text.limit} ${row + 1}`} hideLabel inputMode="decimal" width="short" />
            ),
          },
          {
            key: 'buttons',
            head: '',
            nowrap: true,
            cell: (row) => (
              <>
                <RowButton name="_up" row={row} disabled={row === 0} word={text.up} label={text.upOf(row + 1)} />
                <RowButton name="_down" row={row} disabled={row === count - 1} word={text.down} label={text.downOf(row + 1)} />
                <RowButton name="_after" row={row} word={text.after} label={text.afterOf(row + 1)} />
                <RowButton name="_remove" row={row} disabled={count === 1} word={text.remove} label={text.removeOf(row + 1)} />
              </>
            ),
          },
        ]}
      />
    </div>
  )
}

/** The short word is seen, the whole sentence is read out. */
function RowButton({ name, row, word, label, disabled }: { name: string; row: number; word: string; label: string; disabled?: boolean }) {
  return (
    <Button look="link" small name={name} value={String(row)} disabled={disabled} formNoValidate>
      <span aria-hidden="true">{word}</span>
      <span class="visually-hidden">{label}</span>
    </Button>
  )
}
