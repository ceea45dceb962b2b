/** Ghi lại từ hồ sơ đã xong. */
import { recordTrial } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { Button, blankForm, ErrorSummary, Field, Form, type FormState, failedForm, hasErrors, PageHead } from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { RIGHT } from '../../line.ts'
import { crumbsOf, readTrialPages } from '../trial-line.ts'
import { copy } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/thu/ghi-lai', permission: RIGHT, handle: (request) => page(request, blankForm({})) },
  { method: 'POST', url: '/quy-trinh/:code/thu/ghi-lai', permission: RIGHT, handle: record },
]

async function record(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const { version, address } = await readTrialPages(request)
  if (!version) return commonErrors.fail('record.not-found')
  const done = await attempt(() => services.perform(viewer.actor, recordTrial, { ...form, templateId: version.templateId }))
  if (done.ok) return redirect(`${address}/${done.value.trialId}`, copy(language).recorded)
  const errors = fieldErrors(done.error, language)
  // What is wrong with the dossier is said at its code.
  const { _: general, ...fields } = errors
  return page(request, failedForm(form, general === undefined ? fields : { code: general }), done.error.status)
}

async function page(request: PageRequest, state: FormState, status?: number): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const pages = await readTrialPages(request)
  return consolePage(
    request,
    { title: text.record, status, hasErrors: hasErrors(state), breadcrumbs: crumbsOf(request, pages, text.record) },
    <>
      <ErrorSummary state={state} />
      <PageHead kicker={pages.line.title} title={text.record} />
      <p>{text.recordWhat}</p>
      <Form state={state} label={text.record}>
        <Field name="code" label={text.code} hint={text.codeHint} width="medium" code />
        <Field name="name" label={text.name} hint={text.nameHint} width="long" maxLength={200} />
        <Button look="primary">{text.record}</Button>
      </Form>
    </>,
  )
}
