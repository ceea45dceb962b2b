/** Thêm cán bộ; the answer shows the first password once. */
import { addOfficer } from '#modules/identity/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { Button, blankForm, ErrorSummary, Field, Form, type FormState, failedForm, hasErrors } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { firstPasswordPage } from '../first-password.tsx'
import { officerFields } from '../officer-fields.tsx'
import { officerWords } from '../words.ts'

export const routes: Route[] = [
  {
    method: 'GET',
    url: '/can-bo/them',
    permission: 'identity.manage-officers',
    handle: (request) => page(request, blankForm({ staffKind: 'civil-servant' })),
  },
  { method: 'POST', url: '/can-bo/them', permission: 'identity.manage-officers', handle: save },
]

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const added = await attempt(() => services.perform(viewer.actor, addOfficer, form))
  if (!added.ok) return page(request, failedForm(form, fieldErrors(added.error, language)), added.error.status)
  const { id, password } = added.value
  return firstPasswordPage(request, { officerId: id, title: officerWords(language).added(one(form.fullName)), password })
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = officerWords(request.language)
  return consolePage(
    request,
    { title: text.add, hasErrors: hasErrors(state), status, breadcrumbs: [{ label: text.officers, href: '/can-bo' }, { label: text.add }] },
    <>
      <ErrorSummary state={state} />
      <h1>{text.add}</h1>
      <Form state={state}>
        <Field name="username" label={text.username} hint={text.usernameHint} width="medium" autocomplete="off" />
        {await officerFields(request, text)}
        <Button look="primary">{text.add}</Button>
      </Form>
    </>,
  )
}
