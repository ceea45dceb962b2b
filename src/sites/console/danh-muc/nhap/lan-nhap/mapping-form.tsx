import { COLUMN_TARGETS, type ImportSummary, stagedRows } from '#modules/catalogue/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import { Button, ErrorSummary, Form, type FormState, PageHead, Radios, Select } from '#ui/index.ts'
import { copy } from './words.ts'

const SAMPLES = 3

/** Some cells of each column, so that people see what a column holds. */
export async function samplesOf(db: Queryable, importId: number): Promise<Record<string, string>[]> {
  return (await stagedRows(db, importId, SAMPLES)) as Record<string, string>[]
}

/** Columns of the table → facts; guesses stand there already. */
export function MappingForm({
  summary,
  samples,
  state,
  language,
}: {
  summary: ImportSummary
  samples: Record<string, string>[]
  state: FormState
  language: Language
}) {
  const text = copy(language)
  const guessed = Object.fromEntries(summary.columns.map((column, index) => [`column.${index}`, summary.mapping.columns[column] ?? '']))
  return (
    <>
      <ErrorSummary state={state} />
      <PageHead title={text.title(summary.fileName)} facts={text.rows(summary.rowCount)} />
      <p>{text.mappingHelp}</p>
      <Form
        action={`/danh-muc/nhap/${summary.id}/cot`}
        state={{ ...state, values: { standing: 'unknown', ...guessed, ...state.values } }}
        label={text.mapping}
      >
        {summary.columns.map((column, index) => (
          <Select
            key={column}
            name={`column.${index}`}
            label={text.column(column)}
            hint={samples
              .map((row) => row[column])
              .filter(Boolean)
              .map((cell) => `“${(cell ?? '').slice(0, 60)}”`)
              .join(' · ')}
            blank={text.notRead}
            options={COLUMN_TARGETS.map((value) => ({ value, label: text[value] }))}
          />
        ))}
        <Radios
          name="standing"
          label={text.standing}
          options={[
            { value: 'in_force', label: text.allInForce },
            { value: 'unknown', label: text.notKnown, hint: text.notKnownHint },
          ]}
        />
        <Button look="primary">{text.judge}</Button>
      </Form>
    </>
  )
}
