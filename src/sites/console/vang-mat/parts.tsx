import type { Absence, Officer } from '#modules/identity/index.ts'
import { formatDate } from '#platform/text/dates.ts'
import { Button, Field, FieldRow, FilterBar, Form, type FormState, Panel, Select, Table, Tag } from '#ui/index.ts'
import type { AbsenceText } from './words.ts'

interface NewAbsenceProps {
  state: FormState
  text: AbsenceText
  absent: Officer | undefined
  wanted: string
  found: { id: number; fullName: string; unitName: string }[]
}

/** The colleagues of the same role stand ready to be chosen; anybody else is found by name. */
export function NewAbsence({ state, text, absent, wanted, found }: NewAbsenceProps) {
  const query = new URLSearchParams([...(absent ? [['cho', String(absent.id)]] : []), ...(wanted ? [['q', wanted]] : [])])
  return (
    <Panel id="moi" title={absent ? text.newFor(absent.fullName) : text.new} boxed>
      {found.length === 0 && <p>{wanted === '' ? text.noColleague : text.nobody}</p>}
      {found.length > 0 && (
        <Form state={state} action={query.size > 0 ? `/vang-mat?${query}` : '/vang-mat'}>
          <FieldRow>
            <Field name="firstDay" type="date" label={text.firstDay} />
            <Field name="lastDay" type="date" label={text.lastDay} />
          </FieldRow>
          <Select
            name="substituteId"
            label={text.substitute}
            width="long"
            options={found.map(({ id, fullName, unitName }) => ({ value: String(id), label: `${fullName}, ${unitName}` }))}
          />
          <Field name="reason" label={text.reason} hint={text.reasonHint} />
          <Button look="primary">{text.save}</Button>
        </Form>
      )}
      <FilterBar
        action="/vang-mat"
        values={{ q: wanted }}
        hidden={{ cho: absent && String(absent.id) }}
        label={text.find}
        apply={text.search}
      >
        <Field name="q" type="search" label={text.find} width="long" placeholder={text.who} />
      </FilterBar>
    </Panel>
  )
}

export const ChooseOfficer = ({ text, wanted, found }: { text: AbsenceText; wanted: string; found: Officer[] }) => (
  <>
    <FilterBar action="/vang-mat" values={{ tim: wanted }} label={text.forOther} apply={text.search}>
      <Field name="tim" type="search" label={text.findOfficer} width="long" />
    </FilterBar>
    {wanted !== '' && found.length === 0 && <p>{text.nobody}</p>}
    {found.length > 0 && (
      <ul>
        {found.map(({ id, fullName, homeUnitName }) => (
          <li key={id}>
            <a href={`/vang-mat?cho=${id}#moi`}>{fullName}</a>, {homeUnitName}
          </li>
        ))}
      </ul>
    )}
  </>
)

interface AbsencesProps {
  rows: Absence[]
  text: AbsenceText
  today: string
  /** Who looks. */
  officerId: number
  isManager?: boolean
  mayHandOver?: boolean
}

export const Absences = ({ rows, text, today, officerId, isManager, mayHandOver }: AbsencesProps) => (
  <Table
    caption={text.title}
    hideCaption
    dense
    rows={rows}
    rowKey={(row) => row.id}
    columns={[
      { key: 'officer', head: text.officer, cell: (row) => row.officerName },
      { key: 'substitute', head: text.substitute, cell: (row) => row.substituteName },
      { key: 'time', head: text.time, cell: (row) => `${formatDate(row.firstDay)} – ${formatDate(row.lastDay)}`, nowrap: true },
      { key: 'reason', head: text.reason, cell: (row) => row.reason },
      { key: 'state', head: text.state, cell: (row) => <State row={row} text={text} today={today} /> },
      {
        key: 'end',
        head: text.end,
        cell: (row) =>
          isOpen(row, today) &&
          (isManager || row.officerId === officerId) && (
            <>
              <Form action="/vang-mat/ket-thuc" hidden={{ absenceId: String(row.id), own: String(row.officerId === officerId) }}>
                <Button small>{row.firstDay > today ? text.cancelNow : text.endNow}</Button>
              </Form>
              {mayHandOver && <a href={`/ban-giao?can-bo=${row.officerId}`}>{text.handOver}</a>}
            </>
          ),
      },
    ]}
    empty={<p class="muted">{text.none}</p>}
  />
)

const isOpen = (row: Absence, today: string): boolean => row.cancelledAt === null && row.lastDay >= today

function State({ row, text, today }: { row: Absence; text: AbsenceText; today: string }) {
  if (row.cancelledAt) return <Tag tone="paused">{text.wasCancelled}</Tag>
  if (row.lastDay < today) return <Tag tone="paused">{text.over}</Tag>
  if (row.firstDay > today) return <Tag tone="info">{text.toCome}</Tag>
  return (
    <Tag tone="near" shape="bars">
      {text.inForce}
    </Tag>
  )
}
