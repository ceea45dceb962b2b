/** Thêm đơn vị below another. */
import { addUnit, getUnit, unitKinds, unitKindWords } from '#modules/organization/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, blankForm, ErrorSummary, Field, FieldRow, Form, type FormState, failedForm, hasErrors, Radios, Select } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom } from '../../unit-choices.ts'
import { crumbsOf } from '../crumbs.ts'
import { UnitFields } from '../unit-fields.tsx'
import { unitWords } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/to-chuc/:id/them', permission: 'organization.edit-unit', handle: show },
  { method: 'POST', url: '/to-chuc/:id/them', permission: 'organization.edit-unit', handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  const { level } = await getUnit(request.services.database, idFrom(request.params.id))
  return page(request, blankForm({ level, validFrom: localDate(request.now) }))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const added = await attempt(() => services.perform(viewer.actor, addUnit, { ...form, parentId: idFrom(params.id) }))
  if (added.ok) return redirect(`/to-chuc/${added.value}`, unitWords(language).added)
  return page(request, failedForm(form, fieldErrors(added.error, language)), added.error.status)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, params, language } = request
  const text = unitWords(language)
  const kinds = unitKindWords(language)
  const parent = await getUnit(services.database, idFrom(params.id))
  return consolePage(
    request,
    { title: text.addBelow, hasErrors: hasErrors(state), status, breadcrumbs: await crumbsOf(request, parent, text.addBelow) },
    <>
      <ErrorSummary state={state} />
      <h1>{text.addBelow}</h1>
      <p>
        {text.parent}: <strong>{parent.name}</strong>
      </p>
      <Form state={state}>
        <FieldRow>
          <Field name="code" label={text.code} hint={text.codeHint} width="medium" code />
          <Select name="kind" label={text.kind} options={unitKinds.map((kind) => ({ value: kind, label: kinds[kind] }))} />
        </FieldRow>
        <Radios
          name="level"
          label={text.level}
          inline
          options={[
            { value: 'province', label: text.levelProvince },
            { value: 'commune', label: text.levelCommune },
          ]}
        />
        <UnitFields text={text} />
        <FieldRow>
          <Field name="validFrom" type="date" label={text.validFrom} />
          <Field name="areaCode" label={text.areaCode} width="short" code optional />
        </FieldRow>
        <Field name="decision" label={text.decision} hint={text.decisionHint} optional />
        <Button look="primary">{text.add}</Button>
      </Form>
    </>,
  )
}
