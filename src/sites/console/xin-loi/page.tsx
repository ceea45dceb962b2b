/** Hồ sơ quá hạn chưa xin lỗi: they stand here until form 04 has gone to the applicant; one apology for many, with an answer for each. */
import { randomUUID } from 'node:crypto'
import { reasonsOf } from '#modules/dossier/index.ts'
import { type ApologyAnswer, apologiseMany, MAX_APOLOGIES, type OwingApology, owingApology } from '#modules/settlement/index.ts'
import { many, one } from '#platform/http/forms.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  EmptyState,
  ErrorSummary,
  Field,
  FieldRow,
  FilterBar,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  ListPager,
  Select,
  Table,
  Tag,
} from '#ui/index.ts'
import { leftWords } from '../due.tsx'
import { reasonOptions } from '../ho-so/viec/reason-options.ts'
import { consolePage } from '../layout.tsx'
import { copy } from './words.ts'

const RIGHT = 'settlement.extend'
const PAGE_SIZE = 50

export const routes: Route[] = [
  { method: 'GET', url: '/xin-loi', permission: RIGHT, handle: (request) => listPage(request) },
  { method: 'POST', url: '/xin-loi', permission: RIGHT, handle: apologise },
]

async function listPage(request: PageRequest, state: FormState = blankForm(), status?: number): Promise<Reply> {
  const { services, viewer, now, language, query } = request
  const { database } = services
  const text = copy(language)
  const unitId = Number(query['don-vi']) || undefined
  const number = Math.max(1, Number(query.trang) || 1)
  const [{ rows, total, units }, reasons, left] = await Promise.all([
    owingApology(database, { actor: viewer.actor, now }, { unitId }, { size: PAGE_SIZE, number }),
    reasonsOf(database, 'extension'),
    leftWords(database, now, language),
  ])
  const pageHref = (to: number) => `/xin-loi?${new URLSearchParams({ ...(unitId ? { 'don-vi': String(unitId) } : {}), trang: String(to) })}`
  return consolePage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <p>{text.what}</p>
      {units.length > 1 && (
        <FilterBar action="/xin-loi" values={{ 'don-vi': unitId ? String(unitId) : '' }}>
          <Select
            name="don-vi"
            label={text.unit}
            options={units.map(({ id, name, count }) => ({ value: String(id), label: `${name} (${count})` }))}
            blank={text.allUnits}
          />
        </FilterBar>
      )}
      {rows.length === 0 ? (
        <EmptyState title={text.none}>{text.noneHint}</EmptyState>
      ) : (
        <Form action="/xin-loi" state={state} hidden={{ khoa: one(state.values.khoa) || randomUUID() }} label={text.title}>
          <Table<OwingApology>
            caption={text.caption(total)}
            dense
            rows={rows}
            rowKey={({ id }) => id}
            selection={{ name: 'ho-so', value: ({ id }) => String(id), label: ({ code }) => code }}
            columns={[
              { key: 'code', head: text.code, isRowHead: true, nowrap: true, cell: ({ code }) => <a href={`/ho-so/${code}`}>{code}</a> },
              { key: 'procedure', head: text.procedure, width: 'wide', cell: ({ procedureName }) => procedureName },
              { key: 'owner', head: text.owner, cell: ({ ownerName }) => ownerName },
              { key: 'unit', head: text.settles, cell: ({ settlingUnitName }) => settlingUnitName },
              {
                key: 'due',
                head: text.due,
                cell: ({ dueAt, finishedAt, settlingUnitPath }) => (
                  <>
                    {formatMoment(dueAt)}
                    <br />
                    <span class="muted">{finishedAt ? text.finished(formatMoment(finishedAt)) : left(settlingUnitPath, dueAt)}</span>
                  </>
                ),
              },
            ]}
          />
          <Select name="reasonCode" label={text.reason} options={reasonOptions(reasons, language)} />
          <Field name="text" type="textarea" rows={2} label={text.words} hint={text.wordsHint} />
          <FieldRow>
            <Field name="newDueOn" type="date" label={text.newDate} hint={text.newDateHint} width="medium" optional />
          </FieldRow>
          <Button look="primary">{text.apologise}</Button>
        </Form>
      )}
      {total > PAGE_SIZE && (
        <ListPager page={number} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.dossiers} hrefOf={pageHref} />
      )}
    </>,
  )
}

async function apologise(request: PageRequest): Promise<Reply> {
  const { services, viewer, now, form, language } = request
  const ids = many(form['ho-so']).flatMap((value) => (/^\d{1,15}$/.test(value) ? [Number(value)] : []))
  const wish = { reasonCode: one(form.reasonCode), text: one(form.text).trim(), newDueOn: one(form.newDueOn) || undefined }
  const errors: Record<string, string> = {}
  if (ids.length === 0) errors._ = 'Hãy chọn ít nhất một hồ sơ.'
  if (ids.length > MAX_APOLOGIES) errors._ = `Mỗi lần chọn nhiều nhất ${MAX_APOLOGIES} hồ sơ.`
  if (!wish.reasonCode) errors.reasonCode = 'Hãy chọn một lý do trong danh mục.'
  if (wish.text.length < 5) errors.text = 'Hãy ghi rõ nội dung, ít nhất 5 ký tự.'
  if (Object.keys(errors).length > 0) return listPage(request, failedForm(form, errors), 422)
  // The codes are read before, for what has been apologised for leaves the list.
  const { rows } = await owingApology(services.database, { actor: viewer.actor, now }, {}, { size: 10_000, number: 1 })
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  const answers = await apologiseMany({ perform: services.perform, actor: viewer.actor, onceKey: one(form.khoa) || undefined }, ids, wish)
  const text = copy(language)
  return consolePage(
    request,
    { title: text.title, breadcrumbs: [{ label: text.title, href: '/xin-loi' }, { label: text.answers }] },
    <>
      <h1>{text.answers}</h1>
      <p role="status">{text.summary(answers.filter(({ refusal }) => !refusal).length, answers.length)}</p>
      <Table<ApologyAnswer>
        caption={text.answers}
        hideCaption
        dense
        rows={answers}
        rowKey={({ dossierId }) => dossierId}
        columns={[
          {
            key: 'code',
            head: text.code,
            nowrap: true,
            cell: ({ dossierId }) => (codes.has(dossierId) ? <a href={`/ho-so/${codes.get(dossierId)}`}>{codes.get(dossierId)}</a> : '–'),
          },
          {
            key: 'outcome',
            head: text.outcome,
            width: 'wide',
            cell: ({ refusal }) =>
              refusal ? (
                <>
                  <Tag tone="late" shape="cross">
                    {text.refused}
                  </Tag>{' '}
                  {Object.values(refusal.fields)[0] ?? refusal.sentence(language)}
                </>
              ) : (
                <Tag tone="ok" shape="tick">
                  {text.laid}
                </Tag>
              ),
          },
        ]}
      />
      <p>
        <a href="/xin-loi">{text.back}</a>
      </p>
    </>,
  )
}
