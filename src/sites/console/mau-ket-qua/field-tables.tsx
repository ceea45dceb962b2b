import { type KnownField, knownFields, labelOf, type ResultTemplate } from '#modules/results/index.ts'
import type { Language } from '#platform/language.ts'
import { Table } from '#ui/index.ts'
import { copy } from './words.ts'

/** The fields found in the Word file, with where each gets its words from. */
export function UsedFields({ template, language }: { template: ResultTemplate; language: Language }) {
  const text = copy(language)
  const used = [...new Set(template.fields.flatMap((field) => field.split('.')))]
  const rows = used.flatMap((name) => {
    const known = knownFields.find((field) => field.name === name)
    const question = template.questions.find((each) => each.name === name)
    if (question) return [{ name, meaning: question.label, from: text.typed }]
    return known ? [{ name, meaning: labelOf(known, language), from: known.moment === 'issue' ? text.atIssue : text.filled }] : []
  })
  return (
    <Table
      caption={text.used}
      hideCaption
      dense
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', head: text.field, nowrap: true, cell: ({ name }) => `{${name}}` },
        { key: 'meaning', head: text.meaning, width: 'wide', cell: ({ meaning }) => meaning },
        { key: 'from', head: text.filledBy, cell: ({ from }) => from },
      ]}
    />
  )
}

/** Everything an administrator may write between braces, and how lists and conditions are written. */
export function KnownFields({ language }: { language: Language }) {
  const text = copy(language)
  return (
    <>
      <ul>
        {[text.howList, text.howFact, text.howPlain].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Table
        caption={text.known}
        hideCaption
        dense
        rows={[...knownFields]}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'name',
            head: text.field,
            nowrap: true,
            cell: ({ name, items = [] }: KnownField) => [`{${name}}`, ...items.map((item) => `{${item}}`)].join(' '),
          },
          { key: 'meaning', head: text.meaning, width: 'wide', cell: (known: KnownField) => labelOf(known, language) },
        ]}
      />
    </>
  )
}
