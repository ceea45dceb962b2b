/** Làm nhiều việc một lượt: what is to be done with the ticked tasks, and then what became of each. */
import { randomUUID } from 'node:crypto'
import { officersWithRole } from '#modules/identity/index.ts'
import { type BulkAnswer, type BulkTask, type BulkWish, bulkTasks, MAX_BULK, performBulk, sharesOf } from '#modules/workflow/index.ts'
import { many, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatDate } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  Panel,
  Select,
  Table,
  Tag,
} from '#ui/index.ts'
import { BULK_URL, TICK } from '../../bulk-bar.tsx'
import { consolePage } from '../../layout.tsx'
import { copy } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: BULK_URL, permission: 'signed-in', handle: () => redirect('/lam-viec') },
  { method: 'POST', url: BULK_URL, permission: 'signed-in', handle },
]

type What = BulkWish['what']

const WISHES: Record<string, What> = { nhan: 'claim', giao: 'assign', chia: 'spread' }

interface Chosen {
  what: What
  references: { dossierId: number; taskNumber: number }[]
  back: string
}

async function handle(request: PageRequest): Promise<Reply> {
  const { form, services, viewer, now } = request
  const references = many(form[TICK]).flatMap((tick) => {
    const [, dossierId, taskNumber] = /^(\d{1,15})-(\d{1,6})$/.exec(tick) ?? []
    return dossierId && taskNumber ? [{ dossierId: Number(dossierId), taskNumber: Number(taskNumber) }] : []
  })
  const back = /^\/(lam-viec|canh-bao)\b/.test(one(form.ve)) ? one(form.ve) : '/lam-viec'
  const chosen: Chosen = { what: WISHES[one(form.lam)] ?? 'claim', references, back }
  if (references.length === 0) return nothingChosen(request, chosen)
  if (chosen.what !== 'claim' && form.chac !== '1') return ask(request, chosen, blankForm())
  const reason = one(form.reason).trim()
  const toOfficerId = Number(one(form.toOfficerId))
  const errors: Record<string, string> = {}
  if (chosen.what !== 'claim' && reason.length < 5) errors.reason = 'Hãy ghi lý do, ít nhất 5 ký tự.'
  if (reason.length > 2_000) errors.reason = 'Tối đa 2.000 ký tự.'
  if (chosen.what === 'assign' && !(Number.isSafeInteger(toOfficerId) && toOfficerId > 0)) errors.toOfficerId = 'Hãy chọn người nhận việc.'
  if (Object.keys(errors).length > 0) return ask(request, chosen, failedForm(form, errors), 422)
  const wish: BulkWish =
    chosen.what === 'claim'
      ? { what: 'claim' }
      : chosen.what === 'spread'
        ? { what: 'spread', reason }
        : { what: 'assign', toOfficerId, reason }
  const bulk = { perform: services.perform, database: services.database, actor: viewer.actor, now, onceKey: one(form.khoa) || undefined }
  return answerPage(request, chosen, await performBulk(bulk, references, wish))
}

function nothingChosen(request: PageRequest, { what, back }: Chosen): Promise<Reply> {
  const text = copy(request.language)
  return consolePage(
    request,
    { title: text[what], status: 422, breadcrumbs: [{ label: text.work, href: back }, { label: text[what] }] },
    <>
      <h1>{text[what]}</h1>
      <EmptyState title={text.noneChosen}>
        <a href={back}>{text.back}</a>
      </EmptyState>
    </>,
  )
}

/** To whom, and why, before it is done. */
async function ask(request: PageRequest, chosen: Chosen, state: FormState, status = 200): Promise<Reply> {
  const { services, viewer, now, language, form } = request
  const { what, references, back } = chosen
  const text = copy(language)
  const tasks = await bulkTasks(services.database, viewer.actor, references.slice(0, MAX_BULK), now)
  return consolePage(
    request,
    {
      title: text[what],
      hasErrors: hasErrors(state),
      status,
      breadcrumbs: [{ label: text.work, href: back }, { label: text[what] }],
    },
    <>
      <ErrorSummary state={state} />
      <h1>{text[what]}</h1>
      <p>{text.chosen(tasks.length)}</p>
      {references.length > MAX_BULK && <p>{text.tooMany(MAX_BULK)}</p>}
      <Form
        action={BULK_URL}
        state={state}
        hidden={{ lam: what === 'assign' ? 'giao' : 'chia', chac: '1', ve: back, khoa: one(form.khoa) || randomUUID() }}
        label={text[what]}
      >
        {tasks.map((task) => (
          <input key={`${task.dossierId}-${task.taskNumber}`} type="hidden" name={TICK} value={`${task.dossierId}-${task.taskNumber}`} />
        ))}
        {what === 'assign' && (
          <Select name="toOfficerId" label={text.to} hint={text.toHint} width="long" options={await colleagues(request, tasks)} />
        )}
        {what === 'spread' && <Shares request={request} tasks={tasks} shares={await sharesOf(services.database, tasks, now)} />}
        <Field name="reason" type="textarea" rows={2} label={text.reason} hint={text.reasonHint} />
        <Button look="primary">{what === 'assign' ? text.giveAll : text.spreadAll}</Button>
      </Form>
      <Panel id="viec" title={text.chosen(tasks.length)}>
        <Table<BulkTask>
          caption={text.chosen(tasks.length)}
          hideCaption
          dense
          rows={tasks}
          rowKey={({ dossierId, taskNumber }) => `${dossierId}-${taskNumber}`}
          columns={[
            { key: 'code', head: text.code, nowrap: true, cell: ({ code }) => <a href={`/ho-so/${code}`}>{code}</a> },
            { key: 'step', head: text.step, cell: ({ stepName }) => stepName },
          ]}
        />
      </Panel>
    </>,
  )
}

/** Everybody who holds the role of one of the tasks, those who fit most of them first. */
async function colleagues({ services, now, language }: PageRequest, tasks: readonly BulkTask[]) {
  const text = copy(language)
  const places = new Map(tasks.map((task) => [`${task.roleId} ${task.unitId}`, task]))
  const found = new Map<number, { label: string; fits: number }>()
  for (const { roleId, unitId } of places.values())
    for (const { id, fullName, unitName, absence } of await officersWithRole(services.database, roleId, unitId, now)) {
      const away = absence ? ` (${text.away(formatDate(absence.lastDay), absence.substituteName)})` : ''
      found.set(id, { label: `${fullName}, ${unitName}${away}`, fits: (found.get(id)?.fits ?? 0) + 1 })
    }
  return [...found]
    .sort(([, one], [, other]) => other.fits - one.fits || one.label.localeCompare(other.label, 'vi'))
    .map(([id, { label }]) => ({ value: String(id), label }))
}

function Shares({
  request,
  tasks,
  shares,
}: {
  request: PageRequest
  tasks: readonly BulkTask[]
  shares: Awaited<ReturnType<typeof sharesOf>>
}) {
  const text = copy(request.language)
  if (shares.size === 0 && tasks.length > 0) return <p>{text.nobody}</p>
  const rows = [...Map.groupBy(shares.values(), ({ id }) => id).values()]
  return (
    <>
      <p class="muted">{text.sharingHint}</p>
      <Table
        caption={text.sharing}
        dense
        rows={rows}
        rowKey={([first]) => first?.id ?? 0}
        columns={[
          { key: 'officer', head: text.officer, cell: ([first]) => first?.fullName },
          { key: 'now', head: text.now, align: 'end', cell: ([first]) => first?.openTasks },
          { key: 'gets', head: text.gets, align: 'end', cell: (tasksOf) => tasksOf.length },
        ]}
      />
    </>
  )
}

function answerPage(request: PageRequest, { what, back }: Chosen, answers: BulkAnswer[]): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const done = answers.filter(({ refusal }) => !refusal).length
  return consolePage(
    request,
    { title: text[what], breadcrumbs: [{ label: text.work, href: back }, { label: text[what] }] },
    <>
      <h1>{text[what]}</h1>
      <p role="status">{text.summary(done, answers.length)}</p>
      <Table<BulkAnswer>
        caption={text.outcome}
        hideCaption
        dense
        rows={answers}
        rowKey={({ dossierId, taskNumber }) => `${dossierId}-${taskNumber}`}
        columns={[
          { key: 'code', head: text.code, nowrap: true, cell: ({ code }) => (code ? <a href={`/ho-so/${code}`}>{code}</a> : '–') },
          { key: 'step', head: text.step, cell: ({ stepName }) => stepName ?? '–' },
          {
            key: 'outcome',
            head: text.outcome,
            width: 'wide',
            cell: ({ code, refusal, officerName }) =>
              refusal ? (
                <>
                  <Tag tone="late" shape="cross">
                    {text.refused}
                  </Tag>{' '}
                  {code ? refusal.sentence(language) : text.unknown}
                </>
              ) : (
                <Tag tone="ok" shape="tick">
                  {officerName ? text.given(officerName) : text.claimed}
                </Tag>
              ),
          },
        ]}
      />
      <p>
        <a href={back}>{text.back}</a>
      </p>
    </>,
  )
}
