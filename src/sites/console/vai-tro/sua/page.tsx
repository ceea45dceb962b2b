/** Thêm, sửa vai trò: its names and its rights, grouped by module. */
import { getRole, saveRole } from '#modules/identity/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { allRights } from '#platform/rights.ts'
import { Button, blankForm, Checkboxes, ErrorSummary, Field, FieldRow, Form, type FormState, failedForm, hasErrors } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom } from '../../unit-choices.ts'
import { roleWords } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/vai-tro/them', permission: 'identity.manage-roles', handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: '/vai-tro/them', permission: 'identity.manage-roles', handle: save },
  { method: 'GET', url: '/vai-tro/:id', permission: 'identity.manage-roles', handle: show },
  { method: 'POST', url: '/vai-tro/:id', permission: 'identity.manage-roles', handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  const { code, name, nameEn, description, rights } = await getRole(request.services.database, idFrom(request.params.id))
  return page(request, blankForm({ code, name, nameEn, description, rights }))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const roleId = params.id ? idFrom(params.id) : undefined
  const saved = await attempt(() => services.perform(viewer.actor, saveRole, { ...form, roleId }))
  if (saved.ok) return redirect('/vai-tro', roleWords(language).saved)
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { params, language } = request
  const text = roleWords(language)
  const title = params.id ? text.edit : text.add
  return consolePage(
    request,
    { title, hasErrors: hasErrors(state), status, breadcrumbs: [{ label: text.title, href: '/vai-tro' }, { label: title }] },
    <>
      <ErrorSummary state={state} />
      <h1>{title}</h1>
      <Form state={state}>
        <Field name="code" label={text.code} hint={text.codeHint} width="medium" code />
        <FieldRow>
          <Field name="name" label={text.name} width="long" />
          <Field name="nameEn" label={text.nameEn} width="long" />
        </FieldRow>
        <Field name="description" label={text.description} />
        <Checkboxes
          name="rights"
          label={text.chosen}
          hint={text.chosenHint}
          options={allRights().map(([name, words]) => ({ value: name, label: words[language], hint: <code>{name}</code> }))}
        />
        <Button look="primary">{text.save}</Button>
      </Form>
    </>,
  )
}
