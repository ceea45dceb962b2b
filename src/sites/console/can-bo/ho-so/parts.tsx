import type { Assignment, Secondment } from '#modules/identity/index.ts'
import { formatDate } from '#platform/text/dates.ts'
import { Button, Form, Panel, Table, Tag } from '#ui/index.ts'
import type { OfficerText } from '../words.ts'

interface Part<Row> {
  officerId: number
  rows: Row[]
  text: OfficerText
  today: string
  mayEnd: boolean
}

/** The roles of an officer, each with a button that ends it after today. */
export const Roles = ({ officerId, rows, text, today, mayEnd }: Part<Assignment>) => (
  <Panel id="vai-tro" title={text.roles}>
    <Table
      caption={text.roles}
      hideCaption
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'role',
          head: text.role,
          cell: (row) => (
            <>
              {row.roleName} {row.secondmentId !== null && <Tag tone="info">{text.seconded}</Tag>}
            </>
          ),
        },
        { key: 'unit', head: text.unit, cell: (row) => row.unitName, width: 'wide' },
        {
          key: 'time',
          head: text.time,
          cell: (row) =>
            row.validTo ? text.between(formatDate(row.validFrom), formatDate(row.validTo)) : text.since(formatDate(row.validFrom)),
        },
        {
          key: 'end',
          head: text.end,
          cell: (row) =>
            mayEnd &&
            (row.validTo === null || row.validTo > today) && (
              <Form action={`/can-bo/${officerId}/vai-tro/thu-hoi`} hidden={{ assignmentId: String(row.id), lastDay: today }}>
                <Button small>{text.endToday}</Button>
              </Form>
            ),
        },
      ]}
      empty={<p class="muted">{text.noRole}</p>}
    />
  </Panel>
)

export const Secondments = ({ officerId, rows, text, today, mayEnd }: Part<Secondment>) =>
  rows.length > 0 ? (
    <Panel id="biet-phai" title={text.secondments}>
      <Table
        caption={text.secondments}
        hideCaption
        dense
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'to', head: text.toUnit, cell: (row) => row.toUnitName },
          { key: 'from', head: text.fromUnit, cell: (row) => row.fromUnitName },
          {
            key: 'time',
            head: text.time,
            cell: (row) =>
              `${text.between(formatDate(row.startsOn), formatDate(row.endsOn))}${row.endedOn ? `, ${text.endedOn(formatDate(row.endedOn))}` : ''}`,
          },
          { key: 'decision', head: text.decision, cell: (row) => row.decision },
          {
            key: 'end',
            head: text.end,
            cell: (row) =>
              mayEnd &&
              row.endedOn === null &&
              row.startsOn <= today &&
              row.endsOn > today && (
                <Form action={`/can-bo/${officerId}/biet-phai/ket-thuc`} hidden={{ secondmentId: String(row.id), lastDay: today }}>
                  <Button small>{text.endSecondment}</Button>
                </Form>
              ),
          },
        ]}
      />
    </Panel>
  ) : null
