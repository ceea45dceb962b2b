/** Office hours of the country or a unit: those in force and planned, and a new week from a day on, with its effect before it is saved. */
import {
  type CalendarEdit,
  calendarBook,
  calendarOf,
  formatHours,
  hoursText,
  NATIONAL,
  type OfficeWeek,
  SetHours,
  setHours,
  type Weekday,
  weekFromInput,
  weekOf,
} from '#modules/calendar/index.ts'
import { parseInput } from '#platform/action.ts'
import { attempt, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  type Column,
  DefinitionList,
  ErrorSummary,
  Field,
  Form,
  type FormState,
  hasErrors,
  PageHead,
  Panel,
  Table,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { type Effect, EffectPanel, effectOf } from '../effect.tsx'
import { formErrors } from '../form-errors.ts'
import { calendarHref, editableOwner, type Owner } from '../owner.ts'
import { dayWords } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/lich-lam-viec/gio', permission: 'calendar.edit', handle: show },
  { method: 'POST', url: '/lich-lam-viec/gio', permission: 'calendar.edit', handle: send },
]

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

async function show(request: PageRequest): Promise<Reply> {
  const owner = await editableOwner(request, request.query['don-vi'])
  const today = localDate(request.now)
  const week = weekOf(await calendarOf(request.services.database, owner.unitIds), today)
  return page(
    request,
    owner,
    blankForm({ validFrom: today, ...Object.fromEntries(DAYS.map((day, index) => [day, hoursText(week[index] ?? [])])) }),
  )
}

/** `_action`: save, or anything else to see what saving would do. */
async function send(request: PageRequest): Promise<Reply> {
  const { services, form, viewer, language } = request
  const owner = await editableOwner(request, one(form['don-vi']))
  const input = { ...form, unitId: owner.unitId }
  const done = await attempt(async () => {
    if (one(form._action) !== 'save') return effectOf(services.database, setting(input))
    await services.perform(viewer.actor, setHours, input)
    return undefined
  })
  if (!done.ok) return page(request, owner, { values: form, errors: formErrors(done.error, language) })
  if (done.value) return page(request, owner, blankForm(form), done.value)
  return redirect(calendarHref('/lich-lam-viec', owner), copy(language).saved(formatDate(one(form.validFrom))))
}

function setting(input: unknown): CalendarEdit {
  const { unitId, ...week } = parseInput(SetHours, input)
  return { kind: 'set-week', unitId, week: weekFromInput(week) }
}

async function page(request: PageRequest, owner: Owner, state: FormState, effect?: Effect): Promise<Reply> {
  const { services, language, form } = request
  const text = copy(language)
  const weeks = (await calendarBook(services.database)).layers.get(owner.unitId ?? NATIONAL)?.weeks ?? []
  const unit = owner.unitId === null ? undefined : String(owner.unitId)
  return consolePage(
    request,
    {
      title: text.title,
      hasErrors: hasErrors(state),
      status: hasErrors(state) ? 422 : 200,
      breadcrumbs: [{ label: text.calendar, href: calendarHref('/lich-lam-viec', owner) }],
    },
    <>
      <ErrorSummary state={state} />
      <PageHead title={text.title} kicker={owner.unit?.name ?? dayWords(language).national} />
      <Panel id="da-dat" title={text.known}>
        <Table
          caption={text.known}
          hideCaption
          columns={columnsIn(language)}
          rows={[...weeks]}
          rowKey={({ validFrom }) => validFrom}
          dense
          empty={<p>{text.none}</p>}
        />
      </Panel>
      {effect ? (
        <>
          {effect.edit.kind === 'set-week' && (
            <DefinitionList
              rows={[
                { term: text.from, value: formatDate(effect.edit.week.validFrom) },
                { term: text.hours, value: summary(effect.edit.week.days, language) },
                { term: text.source, value: effect.edit.week.source },
              ]}
            />
          )}
          <EffectPanel effect={effect} language={language} />
          <Form action="/lich-lam-viec/gio" hidden={{ ...flat(form), 'don-vi': unit }} label={text.save}>
            <ButtonRow>
              <Button look="primary" name="_action" value="save">
                {text.save}
              </Button>
              <Button href={calendarHref('/lich-lam-viec/gio', owner)}>{text.discard}</Button>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <Form action="/lich-lam-viec/gio" state={state} hidden={{ 'don-vi': unit }} label={text.title}>
          <Field name="validFrom" type="date" label={text.from} width="medium" />
          <p>{text.format}</p>
          {DAYS.map((day, index) => (
            <Field key={day} name={day} label={text.hoursOn(dayWords(language).weekday((index + 1) as Weekday))} width="long" code />
          ))}
          <Field name="source" label={text.source} hint={text.sourceHint} />
          <Button look="primary" name="_action" value="preview">
            {text.preview}
          </Button>
        </Form>
      )}
    </>,
  )
}

function columnsIn(language: PageRequest['language']): Column<OfficeWeek>[] {
  const text = copy(language)
  return [
    { key: 'from', head: text.from, cell: ({ validFrom }) => formatDate(validFrom), nowrap: true },
    { key: 'to', head: text.to, cell: ({ validTo }) => (validTo ? formatDate(validTo) : text.open), nowrap: true },
    { key: 'hours', head: text.hours, cell: ({ days }) => summary(days, language), width: 'wide' },
    { key: 'source', head: text.source, cell: ({ source }) => source },
  ]
}

/** Days of the same hours together: `thứ Hai, thứ Ba: 08:00–12:00`. */
const summary = (days: OfficeWeek['days'], language: PageRequest['language']): string =>
  [...Map.groupBy(days.keys(), (index) => formatHours(days[index] ?? []))]
    .map(
      ([hours, indexes]) =>
        `${indexes.map((index) => dayWords(language).short((index + 1) as Weekday)).join(', ')}: ${hours || copy(language).closed}`,
    )
    .join('; ')

const flat = (form: PageRequest['form']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, one(value)]),
  )

const copy = words({
  vi: {
    title: 'Đặt giờ làm việc',
    calendar: 'Lịch làm việc',
    known: 'Giờ làm việc đã đặt',
    none: 'Chưa đặt riêng; đang dùng giờ của cấp trên, hoặc 08:00–12:00 và 13:00–17:00 từ thứ Hai đến thứ Sáu.',
    from: 'Áp dụng từ ngày',
    to: 'Đến hết ngày',
    open: 'chưa định',
    hours: 'Giờ',
    closed: 'nghỉ',
    format: 'Ghi từng buổi, cách nhau bằng dấu phẩy. Ví dụ: 07:30-11:30, 13:30-17:00. Ngày không làm việc thì để trống.',
    hoursOn: (weekday: string) => `Giờ làm việc ${weekday}`,
    source: 'Văn bản',
    sourceHint: 'Số của quyết định về giờ làm việc. Ví dụ: 12/QĐ-UBND.',
    preview: 'Xem ảnh hưởng trước khi lưu',
    save: 'Lưu giờ làm việc',
    discard: 'Sửa lại từ đầu',
    saved: (date: string) => `Đã lưu giờ làm việc, áp dụng từ ${date}.`,
  },
  en: {
    title: 'Set office hours',
    calendar: 'Working calendar',
    known: 'Office hours that are set',
    none: 'None of its own; the hours above it apply, or 08:00–12:00 and 13:00–17:00 from Monday to Friday.',
    from: 'Applies from',
    to: 'Until',
    open: 'further notice',
    hours: 'Hours',
    closed: 'closed',
    format: 'Write each session, with a comma between. Example: 07:30-11:30, 13:30-17:00. Leave a closed day empty.',
    hoursOn: (weekday: string) => `Hours on ${weekday}`,
    source: 'Document',
    sourceHint: 'The number of the decision on office hours. Example: 12/QĐ-UBND.',
    preview: 'See the effect before saving',
    save: 'Save the office hours',
    discard: 'Start again',
    saved: (date: string) => `Office hours saved, from ${date}.`,
  },
})
