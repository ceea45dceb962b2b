/** Kịch bản thử của một quy trình: each with how it stands on the version that is being drawn, or on the newest one. */
import { runTrials, type TrialLine, trialLines } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Button, ButtonRow, EmptyState, Flash, Form, PageHead, Table } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { GENERAL_SLUG, RIGHT } from '../line.ts'
import { routes as deleting } from './bo/page.tsx'
import { routes as recording } from './ghi-lai/page.tsx'
import { routes as starting } from './moi/page.tsx'
import { routes as oneTrial } from './mot-kich-ban/page.tsx'
import { StandingTag } from './standing.tsx'
import { routes as editing } from './sua/page.tsx'
import { crumbsOf, readTrialPages } from './trial-line.ts'
import { copy } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/thu', permission: RIGHT, handle: page },
  { method: 'POST', url: '/quy-trinh/:code/thu', permission: RIGHT, handle: run },
  ...starting,
  ...recording,
  ...oneTrial,
  ...editing,
  ...deleting,
]

async function run(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  const { version, address } = await readTrialPages(request)
  if (!version) return commonErrors.fail('record.not-found')
  const input = { templateId: version.templateId, processId: version.id }
  const { count, red } = await services.perform(viewer.actor, runTrials, input)
  return redirect(address, copy(language).ran(count, red))
}

async function page(request: PageRequest): Promise<Reply> {
  const { services, language } = request
  const text = copy(language)
  const pages = await readTrialPages(request)
  const { line, address, version } = pages
  const lines = version ? await trialLines(services.database, version.templateId, version.id) : []
  return consolePage(
    request,
    { title: `${text.title}: ${line.title}`, breadcrumbs: crumbsOf(request, pages) },
    <>
      <PageHead
        kicker={line.title}
        title={text.title}
        facts={version && text.on(version.version, version.isDraft)}
        actions={
          version && (
            <Button look="primary" href={`${address}/moi`}>
              {text.start}
            </Button>
          )
        }
      />
      <p>{text.what}</p>
      {version && !version.process && <Flash tone="warning" title={text.unsound} />}
      {version ? (
        <>
          <Table
            caption={text.title}
            hideCaption
            rows={lines}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${address}/${id}`}
            columns={[
              { key: 'name', head: text.name, cell: ({ name }: TrialLine) => name },
              {
                key: 'standing',
                head: text.standing,
                cell: ({ standing }: TrialLine) => <StandingTag standing={standing} language={language} />,
              },
              {
                key: 'failure',
                head: text.failure,
                width: 'wide',
                cell: ({ standing, failure }: TrialLine) => (standing === 'red' ? failure?.[language] : ''),
              },
              { key: 'steps', head: text.acts, align: 'end', cell: ({ steps }: TrialLine) => steps },
              { key: 'assertions', head: text.assertions, align: 'end', cell: ({ assertions }: TrialLine) => assertions },
              { key: 'ran', head: text.ranAt, nowrap: true, cell: ({ ranAt }: TrialLine) => (ranAt ? formatMoment(ranAt) : '') },
            ]}
            empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
          />
          <ButtonRow>
            {lines.length > 0 && (
              <Form label={text.runAll}>
                <Button>{text.runAll}</Button>
              </Form>
            )}
            <Button href={`${address}/ghi-lai`}>{text.record}</Button>
          </ButtonRow>
        </>
      ) : (
        <EmptyState title={text.noOwn}>
          <p>{text.noOwnHint}</p>
          <Button href={`/quy-trinh/${GENERAL_SLUG}/thu`}>{text.ofGeneral}</Button>
        </EmptyState>
      )}
    </>,
  )
}
