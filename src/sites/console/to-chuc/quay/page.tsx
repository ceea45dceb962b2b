/** Thêm, sửa, đóng quầy of a unit; `so` is the counter's id. */
import { getCounter, getUnit, saveCounter } from '#modules/organization/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, blankForm, ErrorSummary, Field, FieldRow, Form, type FormState, failedForm, hasErrors } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom } from '../../unit-choices.ts'
import { crumbsOf } from '../crumbs.ts'
import { unitWords } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/to-chuc/:id/quay', permission: 'organization.edit-counter', handle: show },
  { method: 'POST', url: '/to-chuc/:id/quay', permission: 'organization.edit-counter', handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  const { services, query, now } = request
  if (!query.so) return page(request, blankForm({ validFrom: localDate(now) }))
  const { number, name, validFrom, validTo } = await getCounter(services.database, idFrom(query.so))
  return page(request, blankForm({ number: String(number), name, validFrom, validTo: validTo ?? '' }))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, query, language } = request
  const unitId = idFrom(params.id)
  const saved = await attempt(() => services.perform(viewer.actor, saveCounter, { ...form, unitId, counterId: query.so }))
  if (saved.ok) return redirect(`/to-chuc/${unitId}#quay`, unitWords(language).counterSaved)
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = unitWords(request.language)
  const unit = await getUnit(request.services.database, idFrom(request.params.id))
  const title = request.query.so ? text.editCounter : text.addCounter
  return consolePage(
    request,
    { title, hasErrors: hasErrors(state), status, breadcrumbs: await crumbsOf(request, unit, title) },
    <>
      <ErrorSummary state={state} />
      <h1>{title}</h1>
      <Form state={state}>
        <FieldRow>
          <Field name="number" type="number" label={text.counter} width="short" />
          <Field name="name" label={text.counterName} width="long" />
        </FieldRow>
        <FieldRow>
          <Field name="validFrom" type="date" label={text.validFrom} />
          <Field name="validTo" type="date" label={text.counterValidTo} optional />
        </FieldRow>
        <Button look="primary">{text.saveCounter}</Button>
      </Form>
    </>,
  )
}
