import type { Delegation, Officer } from '#modules/identity/index.ts'
import type { Language } from '#platform/language.ts'
import { formatDate } from '#platform/text/dates.ts'
import { Button, Field, FieldRow, FilterBar, Form, type FormState, Panel, Select, Table, Tag } from '#ui/index.ts'
import { positionName } from '../position-name.ts'
import type { DelegationText } from './words.ts'

/** First a search for the colleague, then the days and the reason. */
export const NewDelegation = ({
  state,
  text,
  from,
  wanted,
  found,
  language,
  search,
}: {
  state: FormState
  text: DelegationText
  from: Officer | undefined
  wanted: string
  found: Officer[]
  language: Language
  search: Record<string, string | undefined>
}) => (
  <Panel id="moi" title={from ? text.newFor(from.fullName) : text.new} boxed>
    <FilterBar action="/uy-quyen" values={{ q: wanted }} hidden={search} label={text.find}>
      <Field name="q" type="search" label={text.who} width="long" />
    </FilterBar>
    {wanted !== '' && found.length === 0 && <p>{text.nobody}</p>}
    {found.length > 0 && (
      <Form
        state={state}
        action={from ? `/uy-quyen?cho=${from.id}&q=${encodeURIComponent(wanted)}` : `/uy-quyen?q=${encodeURIComponent(wanted)}`}
      >
        <Select
          name="toOfficerId"
          label={text.to}
          options={found.map((officer) => ({
            value: String(officer.id),
            label: [officer.fullName, positionName(officer, language), officer.homeUnitName].filter(Boolean).join(' – '),
          }))}
        />
        <FieldRow>
          <Field name="validFrom" type="date" label={text.validFrom} />
          <Field name="validTo" type="date" label={text.validTo} />
        </FieldRow>
        <Field name="reason" label={text.reason} hint={text.reasonHint} />
        <Button look="primary">{text.save}</Button>
      </Form>
    )}
  </Panel>
)

export const Delegations = ({
  rows,
  text,
  today,
  officerId,
  withOfficerLinks,
}: {
  rows: Delegation[]
  text: DelegationText
  today: string
  officerId: number
  withOfficerLinks?: boolean
}) => (
  <Table
    caption={text.title}
    hideCaption
    dense
    rows={rows}
    rowKey={(row) => row.id}
    columns={[
      {
        key: 'from',
        head: text.from,
        cell: (row) => (withOfficerLinks ? <a href={`/can-bo/${row.fromOfficerId}`}>{row.fromName}</a> : row.fromName),
      },
      { key: 'to', head: text.to, cell: (row) => row.toName },
      { key: 'time', head: text.time, cell: (row) => `${formatDate(row.validFrom)} – ${formatDate(row.validTo)}`, nowrap: true },
      { key: 'reason', head: text.reason, cell: (row) => row.reason },
      { key: 'state', head: text.state, cell: (row) => <State row={row} text={text} today={today} /> },
      {
        key: 'revoke',
        head: text.revoke,
        cell: (row) =>
          row.revokedAt === null &&
          row.validTo >= today &&
          (withOfficerLinks || row.fromOfficerId === officerId) && (
            <Form action="/uy-quyen/thu-hoi" hidden={{ delegationId: String(row.id), own: String(row.fromOfficerId === officerId) }}>
              <Button small>{text.revokeNow}</Button>
            </Form>
          ),
      },
    ]}
    empty={<p class="muted">{text.none}</p>}
  />
)

function State({ row, text, today }: { row: Delegation; text: DelegationText; today: string }) {
  if (row.revokedAt) return <Tag tone="paused">{text.wasRevoked}</Tag>
  if (row.validTo < today) return <Tag tone="paused">{text.over}</Tag>
  if (row.validFrom > today) return <Tag tone="info">{text.toCome}</Tag>
  return (
    <Tag tone="ok" shape="circle">
      {text.inForce}
    </Tag>
  )
}
