import type { HeldWork, HolderToRelieve, MovedTask } from '#modules/workflow/index.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Button, EmptyState, Field, FilterBar, Form, type FormState, type Option, Panel, Radios, Select, Table, Tag } from '#ui/index.ts'
import type { HandOverText } from './words.ts'

export const Holders = ({ rows, text }: { rows: HolderToRelieve[]; text: HandOverText }) => (
  <Table
    caption={text.holders}
    dense
    rows={rows}
    rowKey={({ officerId }) => officerId}
    rowHref={({ officerId }) => `/ban-giao?can-bo=${officerId}`}
    columns={[
      { key: 'name', head: text.holder, cell: ({ fullName }) => fullName },
      { key: 'unit', head: text.unit, cell: ({ homeUnitName }) => homeUnitName, width: 'wide' },
      { key: 'open', head: text.openTasks, align: 'end', cell: ({ openTasks }) => openTasks },
      {
        key: 'why',
        head: text.why,
        cell: ({ why }) =>
          why && (
            <Tag tone={why === 'away' ? 'paused' : 'near'} shape={why === 'away' ? 'bars' : 'triangle'}>
              {text[why]}
            </Tag>
          ),
      },
    ]}
    empty={<EmptyState title={text.noHolders} />}
  />
)

interface HandOverFormProps {
  state: FormState
  text: HandOverText
  officerId: number
  successors: Option[]
  wanted: string
  /** Those that could end with it. */
  secondments: Option[]
  onceKey: string
}

export const HandOverForm = ({ state, text, officerId, successors, wanted, secondments, onceKey }: HandOverFormProps) => (
  <>
    <FilterBar action="/ban-giao" values={{ q: wanted }} hidden={{ 'can-bo': String(officerId) }} label={text.find} apply={text.search}>
      <Field name="q" type="search" label={text.who} width="long" />
    </FilterBar>
    <Form
      state={state}
      action={`/ban-giao?can-bo=${officerId}${wanted ? `&q=${encodeURIComponent(wanted)}` : ''}`}
      hidden={{ officerId: String(officerId), khoa: onceKey }}
      label={text.title}
    >
      <Select name="toOfficerId" label={text.to} hint={text.toHint} width="long" blank={text.toRole} options={successors} optional />
      {secondments.length > 0 && (
        <>
          <Radios
            name="secondmentId"
            label={text.secondment}
            hint={text.secondmentHint}
            options={[{ value: '', label: text.only }, ...secondments]}
          />
          <Field name="lastDay" type="date" label={text.lastDay} />
        </>
      )}
      <Field name="reason" type="textarea" rows={2} label={text.reason} hint={text.reasonHint} />
      <Button look="primary">{text.submit}</Button>
    </Form>
  </>
)

export const Preview = ({ rows, text, name }: { rows: HeldWork[]; text: HandOverText; name: string }) =>
  rows.length > 0 ? (
    <Panel id="viec" title={text.preview(rows.length)}>
      <Table
        caption={text.preview(rows.length)}
        hideCaption
        dense
        rows={rows}
        rowKey={({ dossierId, taskNumber }) => `${dossierId}-${taskNumber}`}
        columns={[
          { key: 'code', head: text.code, cell: ({ code }) => code, nowrap: true },
          { key: 'procedure', head: text.procedure, cell: ({ procedureName }) => procedureName, oneLine: true },
          { key: 'step', head: text.step, cell: ({ stepName }) => stepName },
          { key: 'unit', head: text.unit, cell: ({ unitName }) => unitName },
          { key: 'due', head: text.stepDue, cell: ({ dueAt }) => formatMoment(dueAt), nowrap: true },
        ]}
        empty={<p class="muted">{text.noWork(name)}</p>}
      />
    </Panel>
  ) : null

interface MovedProps {
  moved: MovedTask[]
  text: HandOverText
  successorName: string
  hasEndedSecondment: boolean
}

/** What became of each task. */
export function Moved({ moved, text, successorName, hasEndedSecondment }: MovedProps) {
  const count = moved.filter(({ outcome }) => outcome !== 'kept' && outcome !== 'gone').length
  return (
    <>
      <h1>{text.result}</h1>
      <p role="status">
        {text.summary(count, moved.length)} {hasEndedSecondment && text.secondmentOver}
      </p>
      <Table
        caption={text.result}
        hideCaption
        dense
        rows={moved}
        rowKey={({ dossierId, taskNumber }) => `${dossierId}-${taskNumber}`}
        columns={[
          { key: 'code', head: text.code, cell: ({ code }) => code, nowrap: true },
          { key: 'step', head: text.step, cell: ({ stepName }) => stepName },
          {
            key: 'outcome',
            head: text.outcome,
            cell: ({ outcome }) => <Outcome outcome={outcome} text={text} name={successorName} />,
            width: 'wide',
          },
        ]}
      />
      <p>
        <a href="/ban-giao">{text.again}</a>
      </p>
    </>
  )
}

function Outcome({ outcome, text, name }: { outcome: MovedTask['outcome']; text: HandOverText; name: string }) {
  const words = outcome === 'given' ? text.given(name) : text[outcome]
  const look = (
    {
      given: ['ok', 'tick'],
      released: ['info', 'ring'],
      unfit: ['near', 'triangle'],
      kept: ['late', 'cross'],
      gone: ['paused', 'ring'],
    } as const
  )[outcome]
  return (
    <Tag tone={look[0]} shape={look[1]}>
      {words}
    </Tag>
  )
}
