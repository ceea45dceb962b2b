/** Bàn giao hồ sơ: what a unit passed on to each other unit during a day, and the list that goes along with the papers (NĐ 61/2018/NĐ-CP art. 18). */
import {
  type HandedDossier,
  type HandedTo,
  type HandoverListLine,
  handedDossiers,
  handoverListsOf,
  handoverUnits,
  printHandoverList,
} from '#modules/papers/index.ts'
import type { AppError } from '#platform/errors.ts'
import { attempt, fieldErrors, many, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatDate, formatMoment, localDate, localTime } from '#platform/text/dates.ts'
import { Button, EmptyState, ErrorSummary, Field, FilterBar, failedForm, Panel, Select, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { copy } from './words.ts'

const permission = 'papers.hand-over'
const ADDRESS = '/danh-sach-ban-giao'

export const routes: Route[] = [
  { method: 'GET', url: ADDRESS, permission, handle: (request) => page(request, request.query) },
  { method: 'POST', url: ADDRESS, permission, handle: print },
]

/** The day's list is issued and printed; what is not ticked stays out, and with nothing ticked all go on it. */
async function print(request: PageRequest): Promise<Reply> {
  const { services, viewer, form } = request
  const asked = { unitId: one(form['don-vi']), toUnitId: one(form.nhan), on: one(form.ngay), codes: many(form['ho-so']) }
  const made = await attempt(() => services.perform(viewer.actor, printHandoverList, asked))
  if (made.ok) return redirect(`/giay-to/${made.value.paperId}`)
  if (made.error.code === 'access.denied') throw made.error
  return page(request, { 'don-vi': asked.unitId, ngay: asked.on }, made.error)
}

async function page(request: PageRequest, asked: Record<string, string | undefined>, refused?: AppError): Promise<Reply> {
  const { services, viewer, language, now } = request
  const { database } = services
  const text = copy(language)
  const reading = { actor: viewer.actor, now }
  const units = await handoverUnits(database, reading)
  const unit = units.find(({ id }) => String(id) === asked['don-vi']) ?? units[0]
  const on = isDay(asked.ngay) ? asked.ngay : localDate(now)
  const [handed, lists] = unit
    ? await Promise.all([handedDossiers(database, { unitId: unit.id, on }, reading), handoverListsOf(database, { unitId: unit.id, on })])
    : [[], []]
  return consolePage(
    request,
    { title: text.title, status: refused?.status, hasErrors: refused !== undefined },
    <>
      {refused && <ErrorSummary state={failedForm({}, { _: Object.values(fieldErrors(refused, language)).join(' ') })} />}
      <h1>{text.title}</h1>
      <FilterBar action={ADDRESS} values={{ 'don-vi': unit ? String(unit.id) : '', ngay: on }}>
        <Select
          name="don-vi"
          label={text.giver}
          options={units.map(({ id, name }) => ({ value: String(id), label: name }))}
          blank={false}
        />
        <Field name="ngay" type="date" label={text.day} width="medium" />
      </FilterBar>
      {handed.length === 0 && <EmptyState title={text.nothing}>{text.nothingHint}</EmptyState>}
      {unit && handed.map((to) => <Handed key={to.unitId} to={to} unitId={unit.id} on={on} text={text} />)}
      {lists.length > 0 && <Lists lists={lists} on={on} text={text} />}
    </>,
  )
}

const isDay = (value: string | undefined): value is string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value ?? '') && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))

type Words = ReturnType<typeof copy>

function Handed({ to, unitId, on, text }: { to: HandedTo; unitId: number; on: string; text: Words }) {
  return (
    <Panel title={text.to(to.unitName, to.dossiers.length)} id={`nhan-${to.unitId}`}>
      <form method="post" action={ADDRESS} class="flow">
        <input type="hidden" name="don-vi" value={unitId} />
        <input type="hidden" name="nhan" value={to.unitId} />
        <input type="hidden" name="ngay" value={on} />
        <Table
          caption={text.caption(formatDate(on))}
          hideCaption
          dense
          rows={to.dossiers}
          rowKey={({ code }) => code}
          rowHref={({ code }) => `/ho-so/${code}`}
          selection={{ name: 'ho-so', value: ({ code }) => code, label: ({ code }) => text.tick(code) }}
          columns={[
            { key: 'code', head: text.code, nowrap: true, isRowHead: true, cell: ({ code }: HandedDossier) => code },
            { key: 'owner', head: text.owner, cell: ({ ownerName }: HandedDossier) => ownerName },
            { key: 'procedure', head: text.procedure, oneLine: true, cell: ({ procedureName }: HandedDossier) => procedureName },
            { key: 'papers', head: text.papers, cell: ({ originals, copies }: HandedDossier) => text.counts(originals, copies) },
            { key: 'at', head: text.at, nowrap: true, cell: ({ handedAt }: HandedDossier) => localTime(handedAt) },
            { key: 'due', head: text.due, nowrap: true, cell: ({ dueAt }: HandedDossier) => dueAt && formatMoment(dueAt) },
          ]}
        />
        <p class="muted">{text.tickHint}</p>
        <Button formTarget="_blank">
          {text.print}
          <span class="visually-hidden">, {to.unitName}</span>
        </Button>
      </form>
    </Panel>
  )
}

function Lists({ lists, on, text }: { lists: HandoverListLine[]; on: string; text: Words }) {
  return (
    <Panel title={text.made(formatDate(on))} id="da-lap">
      <Table
        caption={text.made(formatDate(on))}
        hideCaption
        dense
        rows={lists}
        rowKey={({ paperId }) => paperId}
        columns={[
          {
            key: 'number',
            head: text.number,
            nowrap: true,
            cell: ({ paperId, fullNumber }: HandoverListLine) => (
              <a href={`/giay-to/${paperId}`} target="_blank" rel="noopener">
                {fullNumber}
              </a>
            ),
          },
          { key: 'to', head: text.receiver, cell: ({ toUnit }: HandoverListLine) => toUnit },
          { key: 'count', head: text.dossiers, align: 'end', cell: ({ count }: HandoverListLine) => count },
          { key: 'issuedAt', head: text.issuedAt, nowrap: true, cell: ({ issuedAt }: HandoverListLine) => formatMoment(issuedAt) },
          {
            key: 'again',
            head: text.prints,
            cell: ({ paperId, fullNumber, printCount }: HandoverListLine) => (
              <form method="post" action={`/giay-to/${paperId}`} target="_blank" rel="noopener">
                {text.printed(printCount)}{' '}
                <Button small>
                  {text.again}
                  <span class="visually-hidden"> {fullNumber}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
    </Panel>
  )
}
