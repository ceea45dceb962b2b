/** One day of the working calendar: what it is now, what it shall be, what that would move, and only then saving. */
import {
  applyEdit,
  type CalendarEdit,
  calendarBook,
  calendarFrom,
  calendarOf,
  confirmDay,
  dayNumber,
  ownDay,
  RemoveDay,
  removeDay,
  SetDay,
  setDay,
  weekdayOf,
} from '#modules/calendar/index.ts'
import { parseInput } from '#platform/action.ts'
import { type AppError, commonErrors } from '#platform/errors.ts'
import { attempt, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatDate } from '#platform/text/dates.ts'
import { Button, ButtonRow, blankForm, ErrorSummary, Form, type FormState, hasErrors, PageHead } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { type Effect, EffectPanel, effectOf } from '../effect.tsx'
import { formErrors } from '../form-errors.ts'
import { calendarHref, editableOwner, type Owner } from '../owner.ts'
import { dayWords } from '../words.ts'
import { ConfirmForm, DayFields, DayIs } from './parts.tsx'
import { copy, valuesOf } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/lich-lam-viec/ngay', permission: 'calendar.edit', handle: show },
  { method: 'POST', url: '/lich-lam-viec/ngay', permission: 'calendar.edit', handle: send },
]

async function show(request: PageRequest): Promise<Reply> {
  const { services, query } = request
  const owner = await editableOwner(request, query['don-vi'])
  const date = dateFrom(query.ngay)
  const own = ownDay(await calendarBook(services.database), owner.unitId, date)
  return page(request, owner, date, blankForm(valuesOf(own)))
}

/** `_action`: confirm · save · anything else shows what saving would do. */
async function send(request: PageRequest): Promise<Reply> {
  const { services, form, viewer, language } = request
  const owner = await editableOwner(request, one(form['don-vi']))
  const date = dateFrom(one(form.date))
  const back = calendarHref('/lich-lam-viec', owner, { nam: date.slice(0, 4) })
  const input = { ...form, unitId: owner.unitId, date }
  const isRemoval = one(form.kind) === 'usual'
  const action = one(form._action)
  const done = await attempt(async () => {
    if (action === 'confirm') await services.perform(viewer.actor, confirmDay, { ...input, source: one(form.confirmSource) })
    else if (action === 'save')
      await (isRemoval ? services.perform(viewer.actor, removeDay, input) : services.perform(viewer.actor, setDay, input))
    else return effectOf(services.database, isRemoval ? removal(input) : setting(input))
    return undefined
  })
  if (!done.ok) return page(request, owner, date, formState(request, done.error))
  if (done.value) return page(request, owner, date, blankForm(form), done.value)
  return redirect(back, copy(language).saved(formatDate(date)))
}

const removal = (input: unknown): CalendarEdit => ({ kind: 'remove-day', ...parseInput(RemoveDay, input) })

function setting(input: unknown): CalendarEdit {
  const { unitId, ...day } = parseInput(SetDay, input)
  return { kind: 'set-day', unitId, day }
}

async function page(request: PageRequest, owner: Owner, date: string, state: FormState, effect?: Effect): Promise<Reply> {
  const { services, language } = request
  const text = copy(language)
  const weekday = dayWords(language).weekday(weekdayOf(dayNumber(date)))
  const title = text.title(weekday, formatDate(date))
  const book = await calendarBook(services.database)
  const plan = (await calendarOf(services.database, owner.unitIds)).planOf(dayNumber(date))
  const own = ownDay(book, owner.unitId, date)
  return consolePage(
    request,
    {
      title,
      hasErrors: hasErrors(state),
      status: hasErrors(state) ? 422 : 200,
      breadcrumbs: [{ label: text.year(date.slice(0, 4)), href: calendarHref('/lich-lam-viec', owner, { nam: date.slice(0, 4) }) }],
    },
    <>
      <ErrorSummary state={state} />
      <PageHead title={title} kicker={owner.unit?.name ?? dayWords(language).national} />
      <DayIs term={text.now} plan={plan} isOwn={own !== undefined} language={language} />
      {effect ? (
        <>
          <DayIs
            term={text.after}
            plan={calendarFrom(applyEdit(book, effect.edit), owner.unitIds).planOf(dayNumber(date))}
            isOwn={effect.edit.kind === 'set-day'}
            language={language}
          />
          <EffectPanel effect={effect} language={language} />
          <Form action="/lich-lam-viec/ngay" state={state} hidden={kept(request.form, owner, date)} label={text.saveDay}>
            <ButtonRow>
              <Button look="primary" name="_action" value="save">
                {text.saveDay}
              </Button>
              <Button href={calendarHref('/lich-lam-viec/ngay', owner, { ngay: date })}>{text.discard}</Button>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <>
          {own && !own.isConfirmed && <ConfirmForm state={state} source={own.source} hidden={kept({}, owner, date)} language={language} />}
          <Form action="/lich-lam-viec/ngay" state={state} hidden={kept({}, owner, date)} label={text.edit}>
            <DayFields isSet={own !== undefined} language={language} />
            <Button look="primary" name="_action" value="preview">
              {text.preview}
            </Button>
          </Form>
        </>
      )}
    </>,
  )
}

/** The fields that travel hidden: where the form belongs, and on the preview what was filled in. */
function kept(form: PageRequest['form'], owner: Owner, date: string): Record<string, string | undefined> {
  const filled = Object.entries(form).filter(([name]) => !name.startsWith('_'))
  return {
    ...Object.fromEntries(filled.map(([name, value]) => [name, one(value)])),
    date,
    'don-vi': owner.unitId === null ? undefined : String(owner.unitId),
  }
}

/** The confirming document and the day's own have the same name in the actions; the page asks for them apart. */
function formState({ form, language }: PageRequest, error: AppError): FormState {
  const { source, ...others } = formErrors(error, language)
  if (!source) return { values: form, errors: others }
  return { values: form, errors: { ...others, [one(form._action) === 'confirm' ? 'confirmSource' : 'source']: source } }
}

const dateFrom = (text: string | undefined): string => {
  const parsed = SetDay.shape.date.safeParse(text)
  return parsed.success ? parsed.data : commonErrors.fail('record.not-found')
}
