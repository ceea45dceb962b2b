/** Bỏ kịch bản thử: asked once more, because it cannot be taken back. */
import { deleteTrial } from '#modules/workflow/index.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { Button, ButtonRow, Form } from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { RIGHT } from '../../line.ts'
import { crumbsOf, readTrial } from '../trial-line.ts'
import { copy } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/thu/:id/bo', permission: RIGHT, handle: page },
  { method: 'POST', url: '/quy-trinh/:code/thu/:id/bo', permission: RIGHT, handle: discard },
]

async function discard(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  const { pages, trial } = await readTrial(request)
  await services.perform(viewer.actor, deleteTrial, { trialId: trial.id })
  return redirect(pages.address, copy(language).deleted(trial.name))
}

async function page(request: PageRequest): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const { pages, trial } = await readTrial(request)
  const asserted = trial.steps.reduce((sum, { assertions }) => sum + assertions.length, 0)
  return consolePage(
    request,
    { title: text.delete, breadcrumbs: crumbsOf(request, pages, trial.name) },
    <>
      <h1>{text.delete}</h1>
      <p>{text.deleteWhat(trial.name, trial.steps.length, asserted)}</p>
      <Form label={text.delete}>
        <ButtonRow>
          <Button look="danger">{text.delete}</Button>
          <Button href={`${pages.address}/${trial.id}`}>{text.keep}</Button>
        </ButtonRow>
      </Form>
    </>,
  )
}
